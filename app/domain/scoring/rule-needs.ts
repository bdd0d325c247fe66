import type { Measure, Operand } from './scoring-rule';

/** Which figures a rule reads: from them follow the cells of the form and what a score depends on. */
export interface RuleNeeds {
  /** 实际完成值 as a number in the target's unit. */
  readonly actual: boolean;
  /** 评判等级 and the points judged inside its interval. */
  readonly tier: boolean;
  readonly operands: readonly Operand[];
}

export const ACTUAL_ONLY: RuleNeeds = { actual: true, tier: false, operands: [] };
export const TIER_ONLY: RuleNeeds = { actual: false, tier: true, operands: [] };

export function operandsOnly(operands: readonly Operand[]): RuleNeeds {
  return { actual: false, tier: false, operands };
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
