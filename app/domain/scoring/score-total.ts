import type { GradeBands } from '../form/indicator-system-version';
import { add, compare, div, type Exact, expandFraction, fraction, fractionText, isZero, minimum, mul, roundFraction, sum, ZERO } from '../shared/fraction';
import { gradeOf } from './grade';
import { numberText } from './number-text';
import { roundingWords } from './rounding-words';
import type { ScoredItem } from './score-item';
import type { ScoreTotal } from './score-sheet';
import type { Rounding } from './scoring-rule';

export interface TotalRules {
  readonly totalWeight: Exact;
  readonly rounding: Rounding;
  readonly gradeBands: GradeBands;
}

export interface Totals {
  readonly total: ScoreTotal;
  /** Points and weight of the leaves that apply, before anything is rescaled. */
  readonly points: Exact;
  readonly weight: Exact;
}

/**
 * The total of a table. Order of operations (domain.md §2.7): items as they count → rescale what is not applicable to the full weight → sum → cap at
 * the full weight → round → grade. With scope `total` nothing is rounded before the sum.
 */
export function scoreTotal(items: readonly ScoredItem[], rules: TotalRules): Totals {
  const { totalWeight, rounding } = rules;
  const applicable = items.filter(({ item }) => item.status !== 'excluded');
  const points = sum(applicable.map((scored) => scored.counted));
  const weight = sum(applicable.map((scored) => scored.weight));
  const excluded = items.length - applicable.length;
  const rescaled = excluded > 0 && !isZero(weight) ? div(mul(points, totalWeight), weight) : points;
  const unrounded = minimum(rescaled, totalWeight);
  const score = roundFraction(unrounded, rounding);
  const shown = roundFraction(
    applicable.reduce((total, { item }) => add(total, fraction(item.score)), ZERO),
    { digits: rounding.digits, mode: 'truncate' },
  );
  const total: ScoreTotal = {
    exact: fractionText(unrounded),
    unrounded: expandFraction(unrounded, 8),
    score,
    sumOfShownItems: shown,
    roundingNote: noteOf({ points, weight, totalWeight, excluded, rescaled, unrounded, score, shown, rounding }),
    selfScore: selfTotal(applicable, rules, excluded, weight),
    grade: gradeOf(score, rules.gradeBands),
  };
  return { total, points, weight };
}

interface NoteFacts {
  readonly points: Exact;
  readonly weight: Exact;
  readonly totalWeight: Exact;
  readonly excluded: number;
  readonly rescaled: Exact;
  readonly unrounded: Exact;
  readonly score: string;
  readonly shown: string;
  readonly rounding: Rounding;
}

function noteOf(facts: NoteFacts): string | null {
  if (facts.score === facts.shown) return null;
  const parts: string[] = [];
  const words = roundingWords(facts.rounding);
  if (facts.rounding.scope === 'total') {
    parts.push(`各项得分只在显示时${words}，显示数相加为 ${facts.shown} 分；总分按各项未取整的得分计算，相加为 ${expandFraction(facts.points, 8)} 分`);
  } else {
    parts.push(`各项得分相加为 ${facts.shown} 分`);
  }
  if (facts.excluded > 0) {
    const arithmetic = `${expandFraction(facts.points, 8)} ÷ ${numberText(facts.weight)} × ${numberText(facts.totalWeight)}`;
    parts.push(`${facts.excluded} 项指标不适用，按适用分值折算：${arithmetic} = ${expandFraction(facts.rescaled, 8)} 分`);
  }
  if (compare(facts.rescaled, facts.unrounded) !== 0) parts.push(`总分不超过 ${numberText(facts.totalWeight)} 分`);
  return `${parts.join('；')}，${words}后为 ${facts.score} 分。`;
}

/** Nobody typed a self score, or one cannot be read: there is no self total. A single empty one adopts the system's score shown. */
function selfTotal(applicable: readonly ScoredItem[], { totalWeight, rounding }: TotalRules, excluded: number, weight: Exact): string | null {
  if (applicable.every(({ item, unreadableSelf }) => item.selfScore === null && !unreadableSelf)) return null;
  if (applicable.some(({ unreadableSelf }) => unreadableSelf)) return null;
  const points = sum(applicable.map(({ item }) => fraction(item.selfScore ?? item.score)));
  const rescaled = excluded > 0 && !isZero(weight) ? div(mul(points, totalWeight), weight) : points;
  return roundFraction(minimum(rescaled, totalWeight), rounding);
}
