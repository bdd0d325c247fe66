import { compare } from '../shared/fraction';
import { formatPercent } from '../shared/decimal-format';
import type { Check, CheckOutcome } from './check';
import { executionLine, percentText } from './execution-lines';
import { moneyText } from './money-sums';

/** Execution rate below the yellow or the red line, of the department and of each project. 偏差原因 of a project's execution line answers it. */
export const lowExecution: Check = {
  id: 'A08',
  title: '预算执行率不低于 80%',
  levels: ['W'],
  answer: 'explain',
  explains: '部门和每个项目的预算执行率低于 80% 的（黄色预警，低于 60% 为红色预警），请说明原因和整改措施；项目预算执行率一行的偏差原因可以作为说明。',
  source: '财预〔2020〕10号（执行率偏低的单独说明）；预警线由财政局设定',
  table: (context, table): CheckOutcome[] => {
    const line = executionLine(context, table);
    const { yellow, red } = context.thresholds.execution;
    if (line === null || line.rate === null || compare(line.rate, yellow) >= 0) return [];
    const { budget, executed, rate, cells } = line;
    const warning = compare(rate, red) < 0 ? `低于 ${formatPercent(red, 0)}（红色预警）` : `低于 ${formatPercent(yellow, 0)}（黄色预警）`;
    const message = `${table.place}全年执行数 ${moneyText(executed.value)}，全年预算数 ${moneyText(budget.value)}，执行率 ${percentText(rate)}，${warning}，请说明原因和整改措施。`;
    const answeredBy = cells.deviation === null ? {} : { answeredBy: cells.deviation };
    return [{ kind: 'finding', level: 'W', subject: table.subject, message, addresses: [executed.address, budget.address], answer: 'explain', ...answeredBy }];
  },
};
