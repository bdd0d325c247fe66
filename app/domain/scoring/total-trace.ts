import type { DecimalText } from '../shared/decimal-text';
import { compare, div, type Exact, isZero, minimum, mul, sum } from '../shared/fraction';
import { expandFraction, fraction, fractionText, type RoundingMode, roundFraction } from '../shared/fraction-text';
import { numberText } from './number-text';
import { roundingWords } from './rounding-words';
import type { TraceRow } from './trace-row';

/** One step from the items to the total, as data. Every value is exact ("n/d") but the last, which is the score. */
export type TotalStep =
  /** Items by code, those that apply and count by themselves. */
  | { readonly step: 'sum'; readonly items: readonly string[]; readonly value: string }
  /** points × full ÷ applicable: what is not applicable is left out, not scored 0. */
  | { readonly step: 'rescale'; readonly excluded: readonly string[]; readonly applicable: string; readonly full: string; readonly value: string }
  | { readonly step: 'cap'; readonly full: string; readonly value: string }
  | { readonly step: 'execution_cap'; readonly rate: string; readonly rateBelow: DecimalText; readonly totalAtMost: DecimalText; readonly value: string }
  | { readonly step: 'round'; readonly digits: number; readonly mode: RoundingMode; readonly value: DecimalText };

/**
 * Computes a total again from the exact points of its items: the score, or the number of the first step (from 1) that does not give what it says.
 */
export function replayTotal(steps: readonly TotalStep[], pointsOf: (code: string) => string): { readonly ok: true; readonly score: DecimalText } | { readonly ok: false; readonly step: number } {
  let value: Exact = fraction('0');
  for (const [index, step] of steps.entries()) {
    if (step.step === 'round') return roundFraction(value, step) === step.value ? { ok: true, score: step.value } : { ok: false, step: index + 1 };
    value = next(step, value, pointsOf);
    if (fractionText(value) !== step.value) return { ok: false, step: index + 1 };
  }
  return { ok: false, step: steps.length };
}

function next(step: Exclude<TotalStep, { step: 'round' }>, value: Exact, pointsOf: (code: string) => string): Exact {
  switch (step.step) {
    case 'sum':
      return sum(step.items.map((code) => fraction(pointsOf(code))));
    case 'rescale':
      return isZero(fraction(step.applicable)) ? value : div(mul(value, fraction(step.full)), fraction(step.applicable));
    case 'cap':
      return minimum(value, fraction(step.full));
    case 'execution_cap':
      return compare(fraction(step.rate), fraction(step.rateBelow)) < 0 ? minimum(value, fraction(step.totalAtMost)) : value;
  }
}

const long = (text: string): string => expandFraction(fraction(text), 8);

/** The steps as rows of a small table. */
export function totalRows(steps: readonly TotalStep[]): TraceRow[] {
  let before = '0/1';
  return steps.map((step, index) => {
    const row = { number: index + 1, ...rowOf(step, before) };
    if (step.step !== 'round') before = step.value;
    return row;
  });
}

function rowOf(step: TotalStep, before: string): Omit<TraceRow, 'number'> {
  switch (step.step) {
    case 'sum':
      return { label: '各项得分合计', expression: `${step.items.length} 项得分相加`, result: `${long(step.value)} 分` };
    case 'rescale': {
      const arithmetic = `${long(before)} ÷ ${numberText(fraction(step.applicable))} × ${numberText(fraction(step.full))}`;
      return { label: '不适用项折算', expression: `${step.excluded.length} 项不适用，按适用分值折算：${arithmetic}`, result: `${long(step.value)} 分` };
    }
    case 'cap':
      return { label: '总分上限', expression: `总分不超过 ${numberText(fraction(step.full))} 分`, result: `${long(step.value)} 分` };
    case 'execution_cap': {
      const expression = `预算执行率 ${long(step.rate)}% 低于 ${step.rateBelow}%，总分不超过 ${step.totalAtMost} 分`;
      return { label: '执行率封顶', expression, result: `${long(step.value)} 分` };
    }
    case 'round':
      return { label: '取整', expression: roundingWords(step), result: `${step.value} 分` };
  }
}
