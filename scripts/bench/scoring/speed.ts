import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import { decimalScores } from './decimal-arithmetic';
import { type Department, districtOf } from './department';
import { interleave, median, timed } from './interleave';
import { sheetScores } from './sheet-arithmetic';

export interface Speed {
  readonly departments: number;
  readonly projects: number;
  readonly formulas: number;
  /** Steps of all derivations. */
  readonly steps: number;
  readonly rounds: number;
  /** Medians in milliseconds for the whole district. `engine` = preparing + scoring. */
  readonly milliseconds: { readonly engine: number; readonly preparing: number; readonly scoring: number; readonly decimal: number; readonly sheets: number };
  /** How many times as fast as the bare decimal.js loop, and as building sheets. Above 1: the engine is faster. */
  readonly ratios: { readonly toDecimal: number; readonly toDecimalWithoutPreparing: number; readonly toSheets: number };
}

/** Scores a district by the whole engine with traces, by a bare decimal.js loop, and by building a spreadsheet per department: each gives the score of every line and table. */
export function measureSpeed(size: { readonly departments: number; readonly projects: number; readonly rounds: number; readonly warmUp: number }): Speed {
  const district = districtOf(size.departments, size.projects);
  const preparing: number[] = [];
  const scoring: number[] = [];
  let steps = 0;
  const times = interleave(size.rounds, size.warmUp, {
    engine: () => {
      const spent = scoreDistrict(district);
      preparing.push(spent.preparing);
      scoring.push(spent.scoring);
      steps = spent.steps;
      return spent.preparing + spent.scoring;
    },
    decimal: () => timed(() => district.forEach(({ tables }) => tables.forEach((table) => keep(decimalScores(table))))),
    sheets: () => timed(() => district.forEach(({ tables }) => keep(sheetScores(tables)))),
  });
  const milliseconds = {
    engine: median(times.engine),
    preparing: median(preparing.slice(-size.rounds)),
    scoring: median(scoring.slice(-size.rounds)),
    decimal: median(times.decimal),
    sheets: median(times.sheets),
  };
  return {
    departments: size.departments,
    projects: size.projects,
    formulas: district.reduce((count, { tables }) => count + tables.flat().length, 0),
    steps,
    rounds: size.rounds,
    milliseconds,
    ratios: {
      toDecimal: milliseconds.decimal / milliseconds.engine,
      toDecimalWithoutPreparing: milliseconds.decimal / milliseconds.scoring,
      toSheets: milliseconds.sheets / milliseconds.engine,
    },
  };
}

/** The last scores, for somebody to look at: nothing measured is dead code. */
let kept: readonly (readonly string[])[] = [];

function keep(scores: readonly string[]): void {
  kept = [...kept.slice(-2), scores];
}

/** A new scorer for each department: nothing is remembered from the round before. */
function scoreDistrict(district: readonly Department[]): { readonly preparing: number; readonly scoring: number; readonly steps: number } {
  let steps = 0;
  let preparing = 0;
  let scoring = 0;
  for (const { basis, cells } of district) {
    const from = performance.now();
    const scorer = createLiveScorer(basis);
    const ready = performance.now();
    const sheet = scorer.score(cells);
    // Every derivation is read once: a step that is only written when somebody looks at it counts too.
    const items = [...sheet.items, ...sheet.projects.flatMap((project) => [project.execution, ...project.items])];
    steps += items.reduce((count, { trace }) => count + trace.steps.length, 0);
    scoring += performance.now() - ready;
    preparing += ready - from;
    keep([sheet.total.score, ...items.map(({ score }) => score)]);
  }
  return { preparing, scoring, steps };
}
