import { fieldAddress } from '../form/cell-address';
import type { IndicatorEntry } from '../form/indicator-entry';
import { losesPoints } from '../scoring/self-score';
import type { Check, CheckOutcome } from './check';

/** The department's execution rate loses points by fractions every year; A08 asks when it is low (财预〔2020〕10号: 执行率偏低). */
function isExecutionRate({ rule }: IndicatorEntry): boolean {
  return rule.type === 'ratio' && rule.measure.kind === 'quotient' && 'cell' in rule.measure.numerator && rule.measure.numerator.cell === 'budget.executed';
}

/** A common indicator that loses points wants 偏差原因分析及改进措施 (domain.md §2.8). Indicators with a target are C01's. */
export const deductionUnexplained: Check = {
  id: 'G04',
  title: '扣分的共性指标说明偏差原因',
  levels: ['E'],
  answer: 'correct',
  explains: '共性指标得分低于分值的，须填写偏差原因分析及改进措施；部门预算资金支出率除外，执行率偏低由 A08 提出。',
  source: '自评表填报要求（得分低于分值的说明原因）',
  formOnly: true,
  leaf: (_context, { entry, item, key, place }): CheckOutcome[] => {
    if (entry.targetText !== null || isExecutionRate(entry) || !losesPoints(item) || item.deviationExplanation !== '') return [];
    const message = `${place}得 ${item.score} 分（满分 ${item.weight} 分，${item.actual}），请填写偏差原因分析及改进措施。`;
    return [{ kind: 'finding', level: 'E', subject: key, message, addresses: [fieldAddress(entry.prefix, 'deviation')], answer: 'correct' }];
  },
};
