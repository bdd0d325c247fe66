import type { ExecutionCaps, GradeBands, IndicatorSystemVersion } from '../form/indicator-system-version';
import type { DecimalText } from '../shared/decimal-text';
import { compare, div, type Exact, isZero, minimum, mul, sum } from '../shared/fraction';
import { expandFraction, fraction, fractionText, roundFraction, sumDecimals } from '../shared/fraction-text';
import { gradeOf } from './grade';
import { numberText } from './number-text';
import { roundingWords } from './rounding-words';
import type { ScoredItem } from './score-item';
import type { ScoreTotal } from './score-sheet';
import type { Rounding } from './scoring-rule';
import type { TotalStep } from './total-trace';

export interface TotalRules {
  readonly totalWeight: Exact;
  /** The full weight as printed. */
  readonly fullScore: DecimalText;
  readonly rounding: Rounding;
  readonly gradeBands: GradeBands;
  readonly executionCaps: ExecutionCaps;
}

interface Totals {
  readonly total: ScoreTotal;
  /** Points and weight of the leaves that apply, before anything is rescaled. */
  readonly points: Exact;
  readonly weight: Exact;
}

export function totalRules(totalWeight: Exact, { rounding, gradeBands, executionCaps }: Pick<IndicatorSystemVersion, 'rounding' | 'gradeBands' | 'executionCaps'>): TotalRules {
  return { totalWeight, fullScore: numberText(totalWeight).replaceAll(',', ''), rounding, gradeBands, executionCaps: executionCaps ?? [] };
}

/**
 * The total of a table. Order of operations (domain.md §2.7; docs/decisions/exact-scores-one-rounding.md): items as they count → rescale what is not
 * applicable to the full weight → sum → cap at the full weight, then by the execution rate (percent; null where there is none) → round → grade. With
 * scope `total` nothing is rounded before the sum. Leaves that count into an aggregate are in it already.
 */
export function scoreTotal(scored: readonly ScoredItem[], rules: TotalRules, executionRate: Exact | null): Totals {
  const { totalWeight, rounding } = rules;
  const applicable: ScoredItem[] = [];
  const excludedItems: ScoredItem[] = [];
  for (const one of scored) {
    if (one.item.partOf !== null) continue;
    (one.item.status === 'excluded' ? excludedItems : applicable).push(one);
  }
  const points = sum(applicable.map(({ counted }) => counted));
  const weight = sum(applicable.map((one) => one.weight));
  const excluded = excludedItems.length;
  const rescaled = excluded > 0 && !isZero(weight) ? div(mul(points, totalWeight), weight) : points;
  const capped = minimum(rescaled, totalWeight);
  const executionCap = lowestCap(rules.executionCaps, executionRate);
  const unrounded = executionCap === null ? capped : minimum(capped, fraction(executionCap.totalAtMost));
  const score = roundFraction(unrounded, rounding);
  const shown = sumDecimals(applicable.map(({ item }) => item.score), rounding.digits);
  const exact = fractionText(unrounded);
  const expanded = expandFraction(unrounded, 8);
  const isSum = compare(unrounded, points) === 0;
  const expandedPoints = isSum ? expanded : expandFraction(points, 8);
  const facts: NoteFacts = { expandedPoints, weight, totalWeight, excluded, rescaled, capped, unrounded, executionCap, score, shown, rounding };
  const total: ScoreTotal = {
    exact,
    unrounded: expanded,
    score,
    fullScore: rules.fullScore,
    sumOfShownItems: shown,
    roundingNote: noteOf(facts),
    selfScore: selfTotal(applicable, facts),
    grade: gradeOf(score, rules.gradeBands),
    isComplete: scored.every(({ item }) => item.status !== 'missing'),
    steps: stepsOf(applicable, excludedItems, facts, executionRate, isSum ? exact : fractionText(points)),
  };
  return { total, points, weight };
}

/** The steps from the items to the score, as data. */
function stepsOf(applicable: readonly ScoredItem[], excluded: readonly ScoredItem[], facts: NoteFacts, executionRate: Exact | null, sumText: string): TotalStep[] {
  const { weight, totalWeight, rescaled, capped, unrounded, executionCap, rounding, score } = facts;
  const steps: TotalStep[] = [{ step: 'sum', items: applicable.map(({ item }) => item.code), value: sumText }];
  if (excluded.length > 0) {
    const codes = excluded.map(({ item }) => item.code);
    steps.push({ step: 'rescale', excluded: codes, applicable: fractionText(weight), full: fractionText(totalWeight), value: fractionText(rescaled) });
  }
  if (compare(rescaled, capped) !== 0) steps.push({ step: 'cap', full: fractionText(totalWeight), value: fractionText(capped) });
  if (executionCap !== null && executionRate !== null) {
    const { rateBelow, totalAtMost } = executionCap;
    steps.push({ step: 'execution_cap', rate: fractionText(executionRate), rateBelow, totalAtMost, value: fractionText(unrounded) });
  }
  steps.push({ step: 'round', digits: rounding.digits, mode: rounding.mode, value: score });
  return steps;
}

/** 执行率封顶: of the lines the rate stays below, the one that leaves fewest points. */
function lowestCap(caps: ExecutionCaps, rate: Exact | null): ExecutionCaps[number] | null {
  if (rate === null) return null;
  const reached = caps.filter(({ rateBelow }) => compare(rate, fraction(rateBelow)) < 0);
  return reached.reduce<ExecutionCaps[number] | null>((low, cap) => (low === null || compare(fraction(cap.totalAtMost), fraction(low.totalAtMost)) < 0 ? cap : low), null);
}

interface NoteFacts {
  /** What the leaves that apply add up to. */
  readonly expandedPoints: string;
  readonly weight: Exact;
  readonly totalWeight: Exact;
  readonly excluded: number;
  readonly rescaled: Exact;
  readonly capped: Exact;
  readonly executionCap: ExecutionCaps[number] | null;
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
    parts.push(`各项得分只在显示时${words}，显示数相加为 ${facts.shown} 分；总分按各项未取整的得分计算，相加为 ${facts.expandedPoints} 分`);
  } else {
    parts.push(`各项得分相加为 ${facts.shown} 分`);
  }
  if (facts.excluded > 0) {
    const arithmetic = `${facts.expandedPoints} ÷ ${numberText(facts.weight)} × ${numberText(facts.totalWeight)}`;
    parts.push(`${facts.excluded} 项指标不适用，按适用分值折算：${arithmetic} = ${expandFraction(facts.rescaled, 8)} 分`);
  }
  if (compare(facts.rescaled, facts.capped) !== 0) parts.push(`总分不超过 ${numberText(facts.totalWeight)} 分`);
  if (facts.executionCap !== null) parts.push(`预算执行率低于 ${facts.executionCap.rateBelow}%，总分不超过 ${facts.executionCap.totalAtMost} 分`);
  return `${parts.join('；')}，${words}后为 ${facts.score} 分。`;
}

/** Nobody typed a self score, or one cannot be read: there is no self total. A single empty one adopts the system's score shown. */
function selfTotal(applicable: readonly ScoredItem[], { totalWeight, rounding, excluded, weight, executionCap }: NoteFacts): string | null {
  if (applicable.every(({ item, unreadableSelf }) => item.selfScore === null && !unreadableSelf)) return null;
  if (applicable.some(({ unreadableSelf }) => unreadableSelf)) return null;
  const points = sum(applicable.map(({ item }) => fraction(item.selfScore ?? item.score)));
  const rescaled = excluded > 0 && !isZero(weight) ? div(mul(points, totalWeight), weight) : points;
  const capped = minimum(rescaled, totalWeight);
  return roundFraction(executionCap === null ? capped : minimum(capped, fraction(executionCap.totalAtMost)), rounding);
}
