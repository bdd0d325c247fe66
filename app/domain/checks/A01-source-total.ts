import type { CellAddress } from '../form/cell-address';
import { fundSourceSchema } from '../shared/fund-source';
import { absolute } from '../shared/fraction';
import type { Check } from './check';
import type { MoneyFigure } from './check-context';
import { compareSum, moneyText, sumText } from './money-sums';

const SOURCES = fundSourceSchema.options.map((source) => `budget.source.${source}` as CellAddress);

/** Σ by fund source = executed. A source left empty is none; when all are empty in a form the sum is 0, a report that names no source says nothing about them. */
export const sourceTotal: Check = {
  id: 'A01',
  title: '按资金来源合计等于全年执行数',
  levels: ['E'],
  answer: 'correct',
  explains: '各资金来源的全年执行数相加，应等于全年执行数；没有填写的来源按没有这项资金计。相差在四舍五入误差以内的视为一致。',
  source: '部门决算报表勾稽关系',
  form: ({ money, source }) => {
    const executed = money('budget.executed');
    const read = SOURCES.map(money);
    if (typeof executed === 'string' || read.includes('unreadable')) return [];
    const sources = read.filter((figure): figure is MoneyFigure => typeof figure !== 'string');
    if (sources.length === 0 && source !== 'form') return [];
    const addresses = [...(sources.length > 0 ? sources.map((figure) => figure.address) : SOURCES.slice(0, 1)), executed.address];
    const { sum, difference, equal } = compareSum(sources, executed);
    if (equal) return [{ kind: 'confirmation', message: `按资金来源：${sumText(sources, sum)}，等于全年执行数。`, addresses }];
    const message = `按资金来源合计 ${sumText(sources, sum)}，与全年执行数 ${moneyText(executed.value)}相差 ${moneyText(absolute(difference))}，请核对各资金来源和全年执行数。`;
    return [{ kind: 'finding', level: 'E', subject: '', message, addresses, answer: 'correct' }];
  },
};
