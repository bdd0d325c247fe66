import type { IndicatorEntry } from '../form/indicator-entry';
import { figureText } from '../scoring/number-text';
import { losesPoints } from '../scoring/self-score';
import { compare } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import type { CheckContext, Leaf } from './check-context';
import { demandsOf } from './explain-when';
import { measuredValue } from './measured-value';

/** The department's execution rate loses points by fractions every year; A08 asks when it is low (财预〔2020〕10号: 执行率偏低). */
function isExecutionRate({ rule }: IndicatorEntry): boolean {
  return rule.type === 'ratio' && rule.measure.kind === 'quotient' && 'cell' in rule.measure.numerator && rule.measure.numerator.cell === 'budget.executed';
}

/** Without demands of its own a common indicator's rule asks when points are lost; an approved target that is not met is C01's. */
function asksForLostPoints({ entry, item }: Leaf): boolean {
  if (entry.rule.explainWhen !== undefined) return demandsOf(entry, 'loses_points').length > 0 && !(entry.targetText !== null && item.met === false);
  return entry.targetText === null && !isExecutionRate(entry);
}

function reasonOf(context: CheckContext, leaf: Leaf): string | null {
  const { entry, item } = leaf;
  if (losesPoints(item) && asksForLostPoints(leaf)) return `得 ${item.score} 分（满分 ${item.weight} 分${item.actual === '' ? '' : `，${item.actual}`}）`;
  const limits = demandsOf(entry, 'measure_above');
  const measured = limits.length === 0 ? null : measuredValue(context, entry);
  if (measured === null) return null;
  const passed = limits.find(({ value }) => compare(measured.value, fraction(value)) > 0);
  return passed === undefined ? null : `为 ${figureText(measured.value, measured.unit)}，高于 ${figureText(fraction(passed.value), measured.unit)}`;
}

/** An indicator whose rule asks for it has 偏差原因分析及改进措施 (domain.md §2.8, §3.4 explain_when). */
export const deductionUnexplained: Check = {
  id: 'G04',
  title: '扣分或超限的指标说明偏差原因',
  levels: ['E'],
  answer: 'correct',
  explains: '共性指标得分低于分值的，以及评分规则另有要求的（扣分、测算值超过规定限度），须填写偏差原因分析及改进措施；部门预算资金支出率除外，执行率偏低由 A08 提出。',
  source: '自评表填报要求（得分低于分值的说明原因）；指标体系评分规则',
  formOnly: true,
  leaf: (context, leaf): CheckOutcome[] => {
    const { entry, item, key, place } = leaf;
    if (item.deviationExplanation !== '') return [];
    const reason = reasonOf(context, leaf);
    if (reason === null) return [];
    const message = `${place}${reason}，请填写偏差原因分析及改进措施。`;
    return [{ kind: 'finding', level: 'E', subject: key, message, addresses: [entry.addresses.deviation], answer: 'correct' }];
  },
};
