import { absolute, compare, sub } from '../shared/fraction';
import type { Check } from './check';
import { moneyText, tolerance } from './money-sums';

/** Annual budget − executed against 年末结转和结余: a difference beyond the tolerance wants an explanation. */
export const yearEndCarryover: Check = {
  id: 'A04',
  title: '未执行预算与年末结转结余一致',
  levels: ['W'],
  answer: 'explain',
  explains: '全年预算数减全年执行数，应与年末结转和结余一致；不一致的（如含往年结转、单位资金），请书面说明差额的来源。',
  source: '部门决算报表勾稽关系',
  form: ({ money }) => {
    const budget = money('budget.annual_budget');
    const executed = money('budget.executed');
    const carryover = money('budget.year_end_carryover');
    if (typeof budget === 'string' || typeof executed === 'string' || typeof carryover === 'string') return [];
    const unspent = sub(budget.value, executed.value);
    const difference = absolute(sub(carryover.value, unspent));
    const addresses = [carryover.address, budget.address, executed.address];
    if (compare(difference, tolerance([budget, executed, carryover].map((figure) => figure.decimal))) <= 0) {
      return [{ kind: 'confirmation', message: `全年预算数减全年执行数为 ${moneyText(unspent)}，等于年末结转和结余。`, addresses }];
    }
    const message = `全年预算数减全年执行数为 ${moneyText(unspent)}，年末结转和结余填报 ${moneyText(carryover.value)}，相差 ${moneyText(difference)}，请说明差额的来源。`;
    return [{ kind: 'finding', level: 'W', subject: '', message, addresses, answer: 'explain' }];
  },
};
