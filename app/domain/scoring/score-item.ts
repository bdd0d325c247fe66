import type { IndicatorEntry } from '../form/indicator-entry';
import { weightTexts } from '../form/points-maximum';
import { type Exact, isZero } from '../shared/fraction';
import { exactText, fraction, fractionText, roundFraction, roundPercent } from '../shared/fraction-text';
import { boundScore, boundsPoints } from './bounds';
import { Derivation } from './derivation';
import { deductOverAchievement } from './over-achievement';
import { type CellReader, valueOf } from './read-cell';
import { readOwn, type ScoredPart, type Subject } from './rules/outcome';
import { applyRule, describeRule, ruleNeeds } from './rules/registry';
import type { RuleNeeds } from './rule-needs';
import type { ItemScore } from './score-sheet';
import type { Operand, Rounding } from './scoring-rule';

const NOTHING: readonly string[] = [];
const NO_PARTS: readonly ScoredPart[] = [];

/** A leaf made ready: what its score depends on and what of it never changes while cells are edited. */
export interface PreparedItem {
  readonly entry: IndicatorEntry;
  readonly needs: RuleNeeds;
  readonly rounding: Rounding;
  readonly ruleText: string;
  readonly weight: string;
  readonly exactWeight: string;
  /** A cap below the weight or a floor above nothing comes between the figure and the points. */
  readonly isBounded: boolean;
  /** Cells of the form outside the leaf that its score reads; its own cells count anyway. */
  readonly reads: readonly string[];
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
  const { shown, exact } = weightTexts(entry.weight);
  return {
    entry,
    needs,
    rounding,
    ruleText: describeRule(entry),
    weight: shown,
    exactWeight: exact,
    isBounded: boundsPoints(entry.rule),
    reads: cellsOf(needs.operands),
  };
}

function cellsOf(operands: readonly Operand[]): readonly string[] {
  if (operands.length === 0) return NOTHING;
  const cells: string[] = [];
  for (const operand of operands) if ('cell' in operand) cells.push(operand.cell);
  return cells;
}

/** Scores one leaf: rule → over-achievement → cap and floor → rounding when the version's scope is `item`. */
export function scoreItem(prepared: PreparedItem, cells: CellReader, parts: readonly ScoredPart[] = NO_PARTS, derive = new Derivation()): ScoredItem {
  const { entry, needs, rounding } = prepared;
  derive.begin(entry.weight, prepared.exactWeight);
  const subject: Subject = { entry, needs, rounding, cells, derive, parts };
  const outcome = applyRule(subject);
  const deduction = deductOverAchievement(entry, outcome, derive);
  const exact = outcome.status === 'scored' ? boundScore(prepared, outcome.score, deduction, derive) : outcome.score;
  const score = roundFraction(exact, rounding);
  if (outcome.status === 'scored') derive.note({ step: 'round', scope: rounding.scope, digits: rounding.digits, mode: rounding.mode, value: score });
  const counted = rounding.scope === 'item' ? fraction(score) : exact;
  const self = cells.text(entry.addresses.selfScore) === '' ? null : readOwn(subject, 'self_score');
  const item: ItemScore = {
    code: entry.code,
    primary: entry.primary,
    secondary: entry.secondary,
    name: entry.name,
    weight: prepared.weight,
    exactWeight: prepared.exactWeight,
    partOf: entry.partOf,
    ruleType: entry.rule.type,
    target: outcome.target,
    actual: outcome.actual,
    completionRate: outcome.completion === null ? null : roundPercent(outcome.completion.actual, outcome.completion.target),
    met: outcome.met,
    status: outcome.status,
    exact: fractionText(counted),
    overTargetDeduction: isZero(deduction) ? null : exactText(deduction),
    score,
    selfScore: self === null ? null : (valueOf(self, 'number')?.decimal ?? null),
    selfScoreReason: textOf(subject, 'self_score_reason'),
    deviationExplanation: textOf(subject, 'deviation'),
    missing: outcome.missing,
    trace: { rule: prepared.ruleText, parameters: entry.rule, source: entry.source, weight: prepared.exactWeight, steps: derive.steps() },
  };
  return { item, counted, weight: entry.weight, unreadableSelf: self?.parsed.status === 'invalid' };
}

function textOf(subject: Subject, field: 'self_score_reason' | 'deviation'): string {
  if (subject.cells.text(subject.entry.addresses.of(field)) === '') return '';
  return valueOf(readOwn(subject, field), 'text')?.text ?? '';
}
