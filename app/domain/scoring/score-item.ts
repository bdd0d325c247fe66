import { fieldAddress, inputAddress } from '../form/cell-address';
import type { IndicatorEntry } from '../form/indicator-entry';
import { weightText } from '../form/points-maximum';
import { type Exact, fraction, fractionText, HUNDRED, mul, roundFraction } from '../shared/fraction';
import { fullMarksText } from './counterfactual';
import { expandedPoints } from './number-text';
import { type CellReader, valueOf } from './read-cell';
import { roundingWords } from './rounding-words';
import { applyRule, describeRule, ruleNeeds } from './rules/registry';
import type { ItemScore } from './score-sheet';
import type { Rounding } from './scoring-rule';
import type { TraceStep } from './trace';

/** A leaf made ready: what its score depends on and what of it never changes while cells are edited. */
export interface PreparedItem {
  readonly entry: IndicatorEntry;
  /** Every cell the score reads: the same texts give the same score. */
  readonly addresses: readonly string[];
  readonly ruleText: string;
  readonly rounding: Rounding;
  readonly weight: string;
  readonly exactWeight: string;
}

/** A scored leaf. `counted` is what enters the total: rounded already when the version rounds items. */
export interface ScoredItem {
  readonly item: ItemScore;
  readonly counted: Exact;
  readonly weight: Exact;
  /** 自评得分 holds text that is no score. */
  readonly unreadableSelf: boolean;
}

export function prepareItem(entry: IndicatorEntry, rounding: Rounding): PreparedItem {
  const needs = ruleNeeds(entry.rule);
  const addresses: string[] = needs.operands.map((operand) => ('cell' in operand ? operand.cell : inputAddress(entry.prefix, operand.input)));
  if (needs.actual) addresses.push(fieldAddress(entry.prefix, 'actual'));
  if (needs.tier) addresses.push(fieldAddress(entry.prefix, 'tier'), fieldAddress(entry.prefix, 'judged_points'));
  for (const field of ['self_score', 'self_score_reason', 'deviation'] as const) addresses.push(fieldAddress(entry.prefix, field));
  return {
    entry,
    addresses,
    ruleText: describeRule(entry),
    rounding,
    weight: weightText(entry.weight),
    exactWeight: fractionText(entry.weight),
  };
}

/** Scores one leaf: rule → floor and cap inside the rule → rounding when the version's scope is `item`. */
export function scoreItem(prepared: PreparedItem, read: CellReader): ScoredItem {
  const { entry, rounding } = prepared;
  const outcome = applyRule({ entry, read });
  const score = roundFraction(outcome.score, rounding);
  const counted = rounding.scope === 'item' ? fraction(score) : outcome.score;
  const selfCell = read(fieldAddress(entry.prefix, 'self_score'));
  const self = valueOf(selfCell, 'number');
  const steps = outcome.status === 'scored' ? [...outcome.steps, roundingStep(outcome.score, score, rounding)] : outcome.steps;
  const item: ItemScore = {
    code: entry.code,
    primary: entry.primary,
    secondary: entry.secondary,
    name: entry.name,
    weight: prepared.weight,
    exactWeight: prepared.exactWeight,
    ruleType: entry.rule.type,
    target: outcome.target,
    actual: outcome.actual,
    completionRate: outcome.completion === null ? null : roundFraction(mul(outcome.completion, HUNDRED), { digits: 2, mode: 'half_up' }),
    met: outcome.met,
    status: outcome.status,
    exact: fractionText(counted),
    score,
    selfScore: self === null ? null : self.decimal,
    selfScoreReason: textOf(read, entry, 'self_score_reason'),
    deviationExplanation: textOf(read, entry, 'deviation'),
    missing: outcome.missing,
    toFullMarks: fullMarksText(outcome.gap),
    trace: { rule: prepared.ruleText, source: entry.source, steps },
  };
  return { item, counted, weight: entry.weight, unreadableSelf: selfCell.parsed.status === 'invalid' };
}

function textOf(read: CellReader, entry: IndicatorEntry, field: 'self_score_reason' | 'deviation'): string {
  return valueOf(read(fieldAddress(entry.prefix, field)), 'text')?.text ?? '';
}

function roundingStep(exact: Exact, shown: string, rounding: Rounding): TraceStep {
  const words = roundingWords(rounding);
  const expression =
    rounding.scope === 'item' ? `${expandedPoints(exact)} 分${words}` : `本项不取整，总分统一${words}；显示时按同一方式取 ${rounding.digits} 位小数`;
  return { label: '得分', expression, result: `${shown} 分` };
}
