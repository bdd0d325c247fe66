import type { Measure, Operand, ScoringRule } from './scoring-rule';

/** Which figures a rule reads: from them follow the cells of the form and what a score depends on. */
export interface RuleNeeds {
  /** 实际完成值 as a number in the target's unit. */
  readonly actual: boolean;
  /** 评判等级 and the points judged inside its interval. */
  readonly tier: boolean;
  readonly operands: readonly Operand[];
}

export function ruleNeeds(rule: ScoringRule): RuleNeeds {
  switch (rule.type) {
    case 'ratio':
    case 'band_table':
    case 'deduction_per_unit':
      return measureNeeds(rule.measure);
    case 'ratio_reverse':
      return { actual: true, tier: false, operands: [] };
    case 'tier_judgement':
      return { actual: false, tier: true, operands: [] };
    case 'direct':
      return rule.condition.kind === 'all_yes'
        ? operandsOnly(rule.condition.inputs.map((input) => ({ input })))
        : operandsOnly([rule.condition.left, rule.condition.right]);
    case 'deduction_list':
      return operandsOnly(rule.items.map(({ input }) => ({ input })));
  }
}

function measureNeeds(measure: Measure): RuleNeeds {
  switch (measure.kind) {
    case 'target_actual':
      return { actual: true, tier: false, operands: [] };
    case 'quotient':
      return operandsOnly([measure.numerator, measure.denominator]);
    case 'growth':
      return operandsOnly([measure.current, measure.prior]);
    case 'value':
      return operandsOnly([measure.operand]);
  }
}

function operandsOnly(operands: readonly Operand[]): RuleNeeds {
  return { actual: false, tier: false, operands };
}
