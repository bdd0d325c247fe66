import type { Grade } from '../shared/grade';
import { compare, type Exact } from '../shared/fraction';
import { fraction, roundFraction } from '../shared/fraction-text';
import { fiveNumbers, mean, percentileRanks } from './statistics';
import { decideOrder } from './tie-order';
import { RANKING_BASIS_NAMES, TIE_CHAIN, TIE_KEY_NAMES, type RankedEntry, type Ranking, type RankingBasis, type RankingCandidate } from './types';

/** Display order where the rules give none (shared ranks, 未提交): by category and name, so that a list never depends on the order of the input. */
function displayOrder(left: RankingCandidate, right: RankingCandidate): number {
  for (const key of ['categoryName', 'departmentName', 'assignmentId'] as const) {
    if (left[key] !== right[key]) return left[key] < right[key] ? -1 : 1;
  }
  return 0;
}

interface Place {
  readonly rank: number;
  readonly sharedBy: number;
}

/** Standard competition ranks ("1, 2, 2, 4") of entries that are already in order. */
function competitionPlaces(ordered: readonly RankingCandidate[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (let start = 0; start < ordered.length; ) {
    let end = start + 1;
    while (end < ordered.length && decideOrder(ordered[start]!, ordered[end]!).sign === 0) end += 1;
    for (const entry of ordered.slice(start, end)) places.set(entry.assignmentId, { rank: start + 1, sharedBy: end - start });
    start = end;
  }
  return places;
}

function categoryPlaces(ordered: readonly RankingCandidate[]): ReadonlyMap<string, Place> {
  const categories = [...new Set(ordered.map((entry) => entry.categoryId))];
  return new Map(categories.flatMap((category) => [...competitionPlaces(ordered.filter((entry) => entry.categoryId === category))]));
}

function footnote(basis: RankingBasis): string {
  const chain = TIE_CHAIN.map((key) => TIE_KEY_NAMES[key]).join('、');
  return (
    `排名依据：${RANKING_BASIS_NAMES[basis]}。得分相同的，依次比较${chain}；无该项数据的列后；全部相同的名次并列，后续名次顺延（如1、2、2、4）。` +
    '未提交的部门不计名次，列于最后，不计入平均分、中位数和百分位。'
  );
}

/**
 * Orders a round's departments, overall and within each category, by one basis (domain.md §6.2–6.3). Pure: the same candidates in any order
 * give the same ranking. `candidates[].score` holds the score of `basis`, already rounded by the version; scores are compared as given.
 * `digits` (default 2) are the decimals of the statistics, half-up. Assignment ids must be unique.
 */
export function rankDepartments(candidates: readonly RankingCandidate[], options: { readonly basis: RankingBasis; readonly digits?: number }): Ranking {
  const digits = options.digits ?? 2;
  const print = (value: Exact | null): string | null => (value === null ? null : roundFraction(value, { digits, mode: 'half_up' }));
  const submitted = candidates.filter((entry) => entry.score !== null).sort((left, right) => decideOrder(left, right).sign || displayOrder(left, right));
  const waiting = candidates.filter((entry) => entry.score === null).sort(displayOrder);

  const overall = competitionPlaces(submitted);
  const within = categoryPlaces(submitted);
  const scores = submitted.map((entry) => fraction(entry.score!));
  const percentiles = percentileRanks(submitted.map((entry) => entry.score!));

  const ranked = submitted.map((entry, index): RankedEntry => {
    const place = overall.get(entry.assignmentId)!;
    const categoryPlace = within.get(entry.assignmentId)!;
    return {
      ...entry,
      rank: place.rank,
      categoryRank: categoryPlace.rank,
      sharedBy: place.sharedBy,
      categorySharedBy: categoryPlace.sharedBy,
      decidedBy: index === 0 ? null : decideOrder(submitted[index - 1]!, entry).by,
      percentile: percentiles[index] ? roundFraction(percentiles[index], { digits: 2, mode: 'half_up' }) : null,
    };
  });
  const unranked = waiting.map((entry): RankedEntry => ({ ...entry, rank: null, categoryRank: null, sharedBy: 1, categorySharedBy: 1, decidedBy: null, percentile: null }));

  const grades: Record<Grade, number> = { excellent: 0, good: 0, fair: 0, poor: 0 };
  for (const entry of submitted) if (entry.grade) grades[entry.grade] += 1;
  const spread = fiveNumbers([...scores].sort(compare));
  return {
    basis: options.basis,
    entries: [...ranked, ...unranked],
    statistics: {
      submitted: submitted.length,
      total: candidates.length,
      mean: print(mean(scores)),
      median: print(spread?.median ?? null),
      highest: print(spread?.maximum ?? null),
      lowest: print(spread?.minimum ?? null),
      grades,
    },
    footnote: footnote(options.basis),
  };
}
