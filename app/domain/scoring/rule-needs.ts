import { type Expression, namesIn } from './expression/expression';
import type { Measure, Operand } from './scoring-rule';

/** Which figures a rule reads: from them follow the cells of the form and what a score depends on. */
export interface RuleNeeds {
  /** 实际完成值 in the target's unit, or the day of completion where the target is a day. */
  readonly actual: boolean;
  /** 评判等级 and the points judged inside its interval. */
  readonly tier: boolean;
  /** Points a person judges; part of `tier`, alone for 人工评分. */
  readonly judgedPoints: boolean;
  readonly operands: readonly Operand[];
}

export const NOTHING: RuleNeeds = { actual: false, tier: false, judgedPoints: false, operands: [] };
export const ACTUAL_ONLY: RuleNeeds = { ...NOTHING, actual: true };
export const TIER_ONLY: RuleNeeds = { ...NOTHING, tier: true, judgedPoints: true };
export const POINTS_ONLY: RuleNeeds = { ...NOTHING, judgedPoints: true };

export function operandsOnly(operands: readonly Operand[]): RuleNeeds {
  return { actual: false, tier: false, judgedPoints: false, operands };
}

export function measureNeeds(measure: Measure): RuleNeeds {
  switch (measure.kind) {
    case 'target_actual':
      return ACTUAL_ONLY;
    case 'quotient':
      return operandsOnly([measure.numerator, measure.denominator]);
    case 'growth':
      return operandsOnly([measure.current, measure.prior]);
    case 'value':
      return operandsOnly([measure.operand]);
  }
}

export function formulaNeeds(expression: Expression): RuleNeeds {
  const names = namesIn(expression);
  const operands = names.map(operandOfName).filter((operand) => operand !== null);
  return { ...NOTHING, actual: names.includes('actual') || names.includes('target'), operands };
}

/** The operand a name of a formula stands for; null for 目标值, 完成值 and 分值. */
export function operandOfName(name: string): Operand | null {
  if (name.startsWith('inputs.')) return { input: name.slice('inputs.'.length) };
  return name.includes('.') ? { cell: name } : null;
}
