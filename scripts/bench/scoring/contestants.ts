import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import { decimalScores } from './decimal-arithmetic';
import type { Department } from './department';
import { sheetScores } from './sheet-arithmetic';

/** Milliseconds of one round. `preparing` is part of `spent`; `steps` are those of all derivations. */
export interface Round {
  readonly spent: number;
  readonly preparing: number;
  readonly steps: number;
}

export type ContestantName = keyof typeof CONTESTANTS;

/** Each scores every line and table of a district. */
export const CONTESTANTS = {
  engine: scoreDistrict,
  decimal: (district: readonly Department[]) => timed(() => district.forEach(({ tables }) => tables.forEach((table) => keep(decimalScores(table))))),
  sheets: (district: readonly Department[]) => timed(() => district.forEach(({ tables }) => keep(sheetScores(tables)))),
};

/** A new scorer for each department: nothing is remembered from the one before. */
function scoreDistrict(district: readonly Department[]): Round {
  let steps = 0;
  let preparing = 0;
  let scoring = 0;
  for (const { basis, cells } of district) {
    const from = performance.now();
    const scorer = createLiveScorer(basis);
    const ready = performance.now();
    const sheet = scorer.score(cells);
    // Every derivation is read once: a step that is only written when somebody looks at it counts too.
    for (const item of sheet.items) steps += item.trace.steps.length;
    for (const { execution, items } of sheet.projects) {
      steps += execution.trace.steps.length;
      for (const item of items) steps += item.trace.steps.length;
    }
    scoring += performance.now() - ready;
    preparing += ready - from;
    keep(sheet);
  }
  return { spent: preparing + scoring, preparing, steps };
}

function timed(run: () => void): Round {
  const from = performance.now();
  run();
  return { spent: performance.now() - from, preparing: 0, steps: 0 };
}

/** The last result, as whoever asked for it would hold it: nothing measured is dead code. */
export let kept: unknown = null;

function keep(result: unknown): void {
  kept = result;
}
