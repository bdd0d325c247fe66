import { absolute } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import type { MoneyFigure } from './check-context';
import { compareSum, moneyText, sumText } from './money-sums';

/** 年度资金总额 = the sum of its sources, column by column. A column without any source row has nothing to compare. */
export const projectFundsTotal: Check = {
  id: 'A05',
  title: '项目年度资金总额等于各来源之和',
  levels: ['E'],
  answer: 'correct',
  explains: '项目资金表的年初预算数、全年预算数、全年执行数三列，年度资金总额都应等于其下各来源之和；没有填写来源的列不比较。',
  source: '财预〔2020〕10号 附件《项目支出绩效自评表》',
  table: ({ money }, { subject, place, funding }) =>
    funding.flatMap((column): CheckOutcome[] => {
      const total = money(column.total);
      const read = column.sources.map(money);
      const sources = read.filter((figure): figure is MoneyFigure => typeof figure !== 'string');
      if (typeof total === 'string' || read.includes('unreadable') || sources.length === 0) return [];
      const addresses = [total.address, ...sources.map((figure) => figure.address)];
      const { sum, difference, equal } = compareSum(sources, total);
      if (equal) return [{ kind: 'confirmation', message: `${place}${column.name}：各来源合计 ${sumText(sources, sum)}，等于年度资金总额。`, addresses }];
      const message = `${place}${column.name}：年度资金总额填报 ${moneyText(total.value)}，各来源合计 ${sumText(sources, sum)}，相差 ${moneyText(absolute(difference))}，请核对。`;
      return [{ kind: 'finding', level: 'E', subject: subject === '' ? column.key : `${subject}.${column.key}`, message, addresses, answer: 'correct' }];
    }),
};
