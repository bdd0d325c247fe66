import { absolute } from '../shared/fraction';
import type { Check } from './check';
import { compareSum, moneyText, sumText } from './money-sums';

/** Σ by nature (基本支出 + 项目支出) = executed. */
export const natureTotal: Check = {
  id: 'A02',
  title: '按支出性质合计等于全年执行数',
  levels: ['E'],
  answer: 'correct',
  explains: '基本支出与项目支出相加，应等于全年执行数。相差在四舍五入误差以内的视为一致。',
  source: '部门决算报表勾稽关系',
  form: ({ money }) => {
    const executed = money('budget.executed');
    const basic = money('budget.nature.basic_expenditure');
    const project = money('budget.nature.project_expenditure');
    if (typeof executed === 'string' || typeof basic === 'string' || typeof project === 'string') return [];
    const addresses = [basic.address, project.address, executed.address];
    const { sum, difference, equal } = compareSum([basic, project], executed);
    if (equal) return [{ kind: 'confirmation', message: `按支出性质：${sumText([basic, project], sum)}，等于全年执行数。`, addresses }];
    const message = `基本支出与项目支出合计 ${sumText([basic, project], sum)}，与全年执行数 ${moneyText(executed.value)}相差 ${moneyText(absolute(difference))}，请核对。`;
    return [{ kind: 'finding', level: 'E', subject: '', message, addresses, answer: 'correct' }];
  },
};
