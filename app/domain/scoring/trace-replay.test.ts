import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOfRuns } from '../testing/property-runs';
import { createLiveScorer } from './live-scorer';
import { type Replay, replay } from './replay';
import type { ItemScore } from './score-sheet';
import { filledForm, oracleForm } from './testing/oracle-forms';
import { quotient } from './testing/score-lines';
import type { Trace, TraceStep } from './trace';

const items = oracleForm({ bound: [2, 8], common: [2, 8], project: [2, 8] }).map((form): readonly ItemScore[] => {
  const { basis, cells } = filledForm(form);
  const sheet = createLiveScorer(basis).score(cells);
  return [...sheet.items, ...sheet.projects.flatMap((project) => [project.execution, ...project.items])];
});
const RUNS = { numRuns: partOfRuns(20) };

/** What a derivation that nobody touched gives; without a rounding it shows no score. */
function whatItGives(item: ItemScore): Replay {
  return { ok: true, exact: item.exact, score: item.status === 'scored' ? item.score : null };
}

/** Ten more than the value: no rounding hides that. */
function tenMore(value: string): string {
  if (value.includes('/')) return `${quotient(value)[0] + 10n * quotient(value)[1]}/${quotient(value)[1]}`;
  const [whole = '', decimals] = value.split('.');
  const more = (BigInt(whole) + 10n).toString();
  return decimals === undefined ? more : `${more}.${decimals}`;
}

/**
 * The step with another value; null for one that computes none. A figure that was typed in the cell's own unit is only repeated in its step, and points that are
 * stated before a cap or a floor replaces them are nothing the score depends on.
 */
function changed(steps: readonly TraceStep[], index: number): TraceStep | null {
  const step = steps[index]!;
  switch (step.step) {
    case 'decide':
      return { ...step, holds: !step.holds };
    case 'calculate':
    case 'round':
    case 'late':
      return { ...step, value: tenMore(step.value) };
    case 'settle':
      return step.value === null || steps.slice(index).some((later) => later.step === 'calculate') ? null : { ...step, value: tenMore(step.value) };
    case 'read':
      return step.conversion === null ? null : { ...step, value: tenMore(step.value) };
    default:
      return null;
  }
}

describe('a derivation computed again', () => {
  it('gives the points and the score of the sheet, byte for byte', () => {
    fc.assert(
      fc.property(items, (scored) => {
        for (const item of scored) expect(replay(item.trace)).toEqual(whatItGives(item));
      }),
      RUNS,
    );
  });

  it('survives being stored as text', () => {
    fc.assert(
      fc.property(items, (scored) => {
        for (const item of scored) expect(replay(JSON.parse(JSON.stringify(item.trace)) as Trace)).toEqual(whatItGives(item));
      }),
      RUNS,
    );
  });

  it('notices every step that says another value than it computes', () => {
    fc.assert(
      fc.property(items, fc.nat(), (scored, place) => {
        for (const item of scored) {
          const { steps } = item.trace;
          const index = place % steps.length;
          const other = changed(steps, index);
          if (other === null) continue;
          expect(replay({ ...item.trace, steps: steps.with(index, other) })).not.toEqual(whatItGives(item));
        }
      }),
      RUNS,
    );
  });
});
