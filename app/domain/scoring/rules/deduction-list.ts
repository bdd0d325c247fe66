import { add, compare, type Exact, fraction, isZero, maximum, mul, sub, sum, ZERO } from '../../shared/fraction';
import { figureText, numberText } from '../number-text';
import { operandsOnly } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { readOperands } from './measure';
import { missingOutcome, type RuleHandler } from './outcome';

type DeductionList = Extract<ScoringRule, { type: 'deduction_list' }>;

/** 逐项扣分法: points off for each counted thing, never below zero (domain.md §3.4). */
export const deductionList: RuleHandler<DeductionList> = {
  title: '逐项扣分法',
  needs: (rule) => operandsOnly(rule.items.map(({ input }) => ({ input }))),
  describe: (rule, entry) => {
    const items = rule.items.map(({ input, pointsEach }) => {
      const known = entry.inputs.find((candidate) => candidate.key === input);
      return `${known?.label ?? input}每${known?.unit ?? '项'}扣 ${pointsEach} 分`;
    });
    return `逐项扣分法：${items.join('；')}；扣完为止`;
  },
  score: (rule, subject) => {
    const { weight } = subject.entry;
    const { numbers, missing } = readOperands(
      rule.items.map(({ input }) => ({ input })),
      subject,
    );
    const steps = numbers.map((number) => number.step);
    if (missing.length > 0) return missingOutcome(rule.onMissing, missing, { target: '无扣分事项', steps });
    const counts: readonly Exact[] = numbers.map((number) => maximum(number.value, ZERO));
    const deductions = counts.map((count, index) => mul(count, fraction(rule.items[index]!.pointsEach)));
    const deduction = sum(deductions);
    const total = counts.reduce(add, ZERO);
    const met = isZero(deduction);
    const rest = sub(weight, deduction);
    const score = maximum(rest, ZERO);
    const floored = compare(rest, ZERO) < 0 ? '，扣完为止' : '';
    const arithmetic = counts.map((count, index) => `${numberText(count)} × ${rule.items[index]!.pointsEach}`).join(' + ');
    return {
      status: 'scored',
      score,
      target: '无扣分事项',
      actual: met ? '无扣分事项' : `${numberText(total)} 项`,
      completion: null,
      met,
      missing: [],
      steps: [
        ...steps,
        { label: '扣分', expression: arithmetic, result: figureText(deduction, ' 分') },
        { label: '计算', expression: `${numberText(weight)} − ${numberText(deduction)}${floored}`, result: figureText(score, ' 分') },
      ],
      gap: met ? null : { direction: 'lower', figure: '扣分事项', amount: total, unit: ' 项' },
    };
  },
};
