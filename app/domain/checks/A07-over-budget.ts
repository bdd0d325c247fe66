import { compare, sub } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { executionLine } from './execution-lines';
import { moneyText } from './money-sums';

/** Executed > annual budget, of the department and of each project: an error that only a written explanation answers (domain.md §2.3). */
export const overBudget: Check = {
  id: 'A07',
  title: '全年执行数不超过全年预算数',
  levels: ['E'],
  answer: 'explain',
  explains: '部门和每个项目的全年执行数不得超过全年预算数。确属超预算支出的，书面说明原因和依据后可以报送。',
  source: '财预〔2020〕10号；预算执行率最高计满分',
  table: (context, table): CheckOutcome[] => {
    const line = executionLine(context, table);
    if (line === null || compare(line.executed.value, line.budget.value) <= 0) return [];
    const { budget, executed } = line;
    const over = moneyText(sub(executed.value, budget.value));
    const message = `${table.place}全年执行数 ${moneyText(executed.value)}超过全年预算数 ${moneyText(budget.value)}，超出 ${over}，请核对；确属超预算支出的，请说明原因和依据。`;
    return [{ kind: 'finding', level: 'E', subject: table.subject, message, addresses: [executed.address, budget.address], answer: 'explain' }];
  },
};
