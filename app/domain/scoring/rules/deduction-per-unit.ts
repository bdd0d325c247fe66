import { add, compare, div, type Exact, floor, isZero, mul, sub } from '../../shared/fraction';
import { constant } from '../../shared/fraction-text';
import type { Expression } from '../expression/expression';
import { measureNeeds } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { derivedFigure, isRate, readFigureOf } from './measured-figure';
import { type RuleHandler, scored, settleFull, settleZero } from './outcome';
import { isOutcome } from './target-actual';

type DeductionPerUnit = Extract<ScoringRule, { type: 'deduction_per_unit' }>;

/** “每超过 x 扣 y 分，扣完为止” (domain.md §3.4): full marks up to a limit, beyond it points off per step, begun steps whole or in proportion. */
export const deductionPerUnit: RuleHandler<DeductionPerUnit> = {
  title: '按幅度扣分法',
  needs: (rule) => measureNeeds(rule.measure),
  describe: (rule) => {
    const unit = isRate(rule.measure) ? '%' : '';
    const step = isRate(rule.measure) ? `${rule.step} 个百分点` : rule.step;
    const begun = rule.stepMode === 'started' ? '（不足一档按一档计）' : '（按比例计）';
    return `按幅度扣分法：不超过 ${rule.fullUpTo}${unit} 得满分；每超过 ${step}扣 ${rule.pointsPerStep} 分${begun}，扣完为止`;
  },
  score: (rule, subject) => {
    const { derive, entry } = subject;
    const target = `≤${rule.fullUpTo}${isRate(rule.measure) ? '%' : ''}`;
    const figure = readFigureOf(rule, subject, target);
    if (isOutcome(figure)) return figure;
    const printed = { target, actual: figure.text };
    const limit: Expression = { number: rule.fullUpTo };
    const within = derive.decide({ is: 'lte', left: figure.name, right: limit }, (holds) => (holds ? 'within_free' : 'deducts'));
    if (within) {
      settleFull(subject, 'within_free');
      return scored(subject, printed, true);
    }
    const points = isRate(rule.measure) ? '个百分点' : figure.unit;
    const steps: Expression = { op: 'divide', of: ['excess', { number: rule.step }] };
    derive.calculate('excess', '超出', { op: 'subtract', of: [figure.name, limit] }, points);
    derive.calculate('steps', '扣分档数', rule.stepMode === 'started' ? { op: 'ceiling', of: [steps] } : steps, '');
    derive.calculate('deduction', '扣分', { op: 'multiply', of: ['steps', { number: rule.pointsPerStep }] }, '分');
    const isExhausted = compare(derive.value('deduction'), entry.weight) >= 0;
    if (isExhausted) {
      derive.decide({ is: 'gte', left: 'deduction', right: 'weight' }, () => 'exhausted');
      settleZero(subject, 'exhausted');
    } else derive.score({ op: 'subtract', of: ['weight', 'deduction'] });
    return scored(subject, printed, false);
  },
  gap: (rule, item) => {
    const perStep = constant(rule.pointsPerStep);
    if (!item.took('deducts') || isZero(perStep)) return null;
    const at = (points: Exact): Exact => {
      const steps = div(sub(item.weight, points), perStep);
      return add(constant(rule.fullUpTo), mul(rule.stepMode === 'started' ? floor(steps) : steps, constant(rule.step)));
    };
    return { direction: 'lower', ...derivedFigure(rule.measure, item), full: constant(rule.fullUpTo), at };
  },
};
