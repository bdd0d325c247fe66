import { type DecimalText } from '../shared/decimal-text';
import { type Exact, mul, ZERO } from '../shared/fraction';
import { exactText, fraction, fractionText, roundFraction } from '../shared/fraction-text';
import { evaluate, test, type Values } from './expression/evaluate';
import { lateSteps } from './late-steps';
import type { Trace, TraceStep } from './trace';

/** What a derivation gives when it is computed again, or the number of the first step (from 1) that does not give what it says. */
export type Replay =
  | { readonly ok: true; readonly exact: string; readonly score: DecimalText | null }
  | { readonly ok: false; readonly step: number; readonly found: string };

/**
 * Computes a derivation again from its own inputs: each figure from the number as written and its factor, each operation from its operands, each
 * condition, and the rounding. Gives the exact points ("n/d") and the score shown; both equal those of the score sheet, byte for byte.
 */
export function replay(trace: Trace): Replay {
  const known = new Map<string, Exact>([['weight', fraction(trace.weight)]]);
  const values: Values = {
    value(name) {
      const value = known.get(name);
      if (value === undefined) throw new RangeError(`No value is named ${name}`);
      return value;
    },
  };
  let score: DecimalText | null = null;
  for (const [index, step] of trace.steps.entries()) {
    const found = compute(step, values);
    const said = saidBy(step);
    if (found !== said) return { ok: false, step: index + 1, found: found ?? '—' };
    if ('name' in step) known.set(step.name, fraction(step.value));
    if (step.step === 'settle') known.set('score', step.value === null ? ZERO : fraction(step.value));
    if (step.step === 'round') {
      score = step.value;
      if (step.scope === 'item') known.set('score', fraction(score));
    }
  }
  return { ok: true, exact: fractionText(known.get('score') ?? ZERO), score };
}

/** The value a step arrives at; null for one that only states something. */
function compute(step: TraceStep, values: Values): string | null {
  switch (step.step) {
    case 'read':
      return step.conversion === null ? step.value : exactText(mul(fraction(step.conversion.figure), fraction(step.conversion.factor)));
    case 'late':
      return lateSteps(step.due, step.done, step.per).text;
    case 'decide':
      return String(test(step.condition, values));
    case 'calculate': {
      const value = evaluate(step.expression, values);
      return value === null ? null : exactText(value);
    }
    case 'round':
      return roundFraction(values.value('score'), step);
    default:
      return 'value' in step ? step.value : null;
  }
}

function saidBy(step: TraceStep): string | null {
  if (step.step === 'decide') return String(step.holds);
  return 'value' in step ? step.value : null;
}
