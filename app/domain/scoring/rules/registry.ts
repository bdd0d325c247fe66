import type { IndicatorEntry } from '../../form/indicator-entry';
import type { DerivedItem } from '../derived-item';
import type { RuleNeeds } from '../rule-needs';
import type { ScoringRule, ScoringRuleType } from '../scoring-rule';
import { aggregate } from './aggregate';
import { bandTable } from './band-table';
import { date } from './date';
import { deductionList } from './deduction-list';
import { deductionPerUnit } from './deduction-per-unit';
import { direct } from './direct';
import { equal } from './equal';
import { formula } from './formula';
import { manual } from './manual';
import type { Gap } from './gap';
import type { Outcome, RuleHandler, Subject } from './outcome';
import { range } from './range';
import { ratio } from './ratio';
import { ratioReverse } from './ratio-reverse';
import { tierJudgement } from './tier-judgement';

type Handlers = { readonly [T in ScoringRuleType]: RuleHandler<Extract<ScoringRule, { type: T }>> };

/** Every rule type and the file that scores it: a type without a handler does not compile. */
const HANDLERS: Handlers = {
  ratio,
  ratio_reverse: ratioReverse,
  equal,
  range,
  date,
  tier_judgement: tierJudgement,
  manual,
  direct,
  band_table: bandTable,
  deduction_per_unit: deductionPerUnit,
  deduction_list: deductionList,
  formula,
  aggregate,
};

function handlerOf(rule: ScoringRule): RuleHandler<ScoringRule> {
  return HANDLERS[rule.type] as RuleHandler<ScoringRule>;
}

/** Which figures a rule reads. */
export function ruleNeeds(rule: ScoringRule): RuleNeeds {
  return handlerOf(rule).needs(rule);
}

/** Chinese name of a rule type: 完成比例法, 直接赋分法 … */
export function ruleTitle(type: ScoringRuleType): string {
  return HANDLERS[type].title;
}

/** The rule in words with its parameters, as a clerk would read it out. */
export function describeRule(entry: IndicatorEntry): string {
  return handlerOf(entry.rule).describe(entry.rule, entry);
}

export function applyRule(subject: Subject): Outcome {
  return handlerOf(subject.entry.rule).score(subject.entry.rule, subject);
}

/** What separates a scored leaf from more points; null where no single figure decides. */
export function gapOf(rule: ScoringRule, item: DerivedItem): Gap | null {
  return handlerOf(rule).gap?.(rule, item) ?? null;
}
