import { fieldAddress } from '../form/cell-address';
import type { IndicatorEntry } from '../form/indicator-entry';
import { compare, fraction } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';

/** The department's execution rate loses points by fractions every year; A08 asks when it is low (财预〔2020〕10号: 执行率偏低). */
function isExecutionRate({ rule }: IndicatorEntry): boolean {
  return rule.type === 'ratio' && rule.measure.kind === 'quotient' && 'cell' in rule.measure.numerator && rule.measure.numerator.cell === 'budget.executed';
}

/** A common indicator that loses points wants 偏差原因分析及改进措施 (domain.md §2.8). Indicators with a target are C01's. */
export const deductionUnexplained: Check = {
  id: 'G04',
  title: '扣分的共性指标说明偏差原因',
  run: (context) =>
    context.leaves.flatMap(({ entry, item, key, place }): CheckOutcome[] => {
      if (entry.targetText !== null || item.status !== 'scored' || isExecutionRate(entry)) return [];
      if (compare(fraction(item.score), fraction(item.weight)) >= 0 || item.deviationExplanation !== '') return [];
      const message = `${place}得 ${item.score} 分（满分 ${item.weight} 分，${item.actual}），请填写偏差原因分析及改进措施。`;
      return [{ kind: 'finding', level: 'E', subject: key, message, addresses: [fieldAddress(entry.prefix, 'deviation')], answer: null }];
    }),
};
