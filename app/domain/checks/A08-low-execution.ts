import { compare, type Exact, HUNDRED, mul } from '../shared/fraction';
import { numberText } from '../scoring/number-text';
import type { Check, CheckOutcome } from './check';
import { executionLine, percentText } from './execution-lines';
import { moneyText } from './money-sums';

const limitText = (rate: Exact): string => `${numberText(mul(rate, HUNDRED))}%`;

/** Execution rate below the yellow or the red line, of the department and of each project. 偏差原因 of a project's execution line answers it. */
export const lowExecution: Check = {
  id: 'A08',
  title: '预算执行率不低于预警线',
  levels: ['W'],
  answer: 'explain',
  explains: '部门和每个项目的预算执行率低于预警线的（黄色预警 80%、红色预警 60%，指标体系另有设定的从其设定），请说明原因和整改措施；项目预算执行率一行的偏差原因可以作为说明。',
  source: '财预〔2020〕10号（执行率偏低的单独说明）；预警线由财政局设定',
  table: (context, table): CheckOutcome[] => {
    const line = executionLine(context, table);
    const { yellow, red } = context.thresholds.execution;
    if (line === null || line.rate === null || compare(line.rate, yellow) >= 0) return [];
    const { budget, executed, rate, cells } = line;
    const warning = compare(rate, red) < 0 ? `低于 ${limitText(red)}（红色预警）` : `低于 ${limitText(yellow)}（黄色预警）`;
    const message = `${table.place}全年执行数 ${moneyText(executed.value)}，全年预算数 ${moneyText(budget.value)}，执行率 ${percentText(rate)}，${warning}，请说明原因和整改措施。`;
    const answeredBy = cells.deviation === null ? {} : { answeredBy: cells.deviation };
    return [{ kind: 'finding', level: 'W', subject: table.subject, message, addresses: [executed.address, budget.address], answer: 'explain', ...answeredBy }];
  },
};
