import { compare, sub } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { executionLines } from './execution-lines';
import { moneyText } from './money-sums';

/** Executed > annual budget, of the department and of each project: an error that only a written explanation answers (domain.md §2.3). */
export const overBudget: Check = {
  id: 'A07',
  title: '全年执行数不超过全年预算数',
  run: (context) =>
    executionLines(context).flatMap(({ subject, place, budget, executed }): CheckOutcome[] => {
      if (compare(executed.value, budget.value) <= 0) return [];
      const over = moneyText(sub(executed.value, budget.value));
      const message = `${place}全年执行数 ${moneyText(executed.value)}超过全年预算数 ${moneyText(budget.value)}，超出 ${over}，请核对；确属超预算支出的，请说明原因和依据。`;
      return [{ kind: 'finding', level: 'E', subject, message, addresses: [executed.address, budget.address], answer: 'explain' }];
    }),
};
