import { compare, fraction } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { executionLines, percentText } from './execution-lines';
import { moneyText } from './money-sums';

const YELLOW = fraction('0.8');
const RED = fraction('0.6');

/** Execution rate below 80 % (yellow) or 60 % (red), of the department and of each project (财预〔2020〕10号: low execution is explained separately). 偏差原因 of a project's execution line answers it. */
export const lowExecution: Check = {
  id: 'A08',
  title: '预算执行率不低于 80%',
  run: (context) =>
    executionLines(context).flatMap(({ subject, place, budget, executed, rate, deviation }): CheckOutcome[] => {
      if (rate === null || compare(rate, YELLOW) >= 0) return [];
      const line = compare(rate, RED) < 0 ? '低于 60%（红色预警）' : '低于 80%（黄色预警）';
      const message = `${place}全年执行数 ${moneyText(executed.value)}，全年预算数 ${moneyText(budget.value)}，执行率 ${percentText(rate)}，${line}，请说明原因和整改措施。`;
      return [{ kind: 'finding', level: 'W', subject, message, addresses: [executed.address, budget.address], answer: 'explain', answeredBy: deviation }];
    }),
};
