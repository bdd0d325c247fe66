import { FUNDING_COLUMNS, FUNDING_ROWS, projectFundingAddress } from '../form/cell-address';
import { FUNDING_COLUMN_NAMES } from '../form/project-cells';
import { absolute } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import type { MoneyFigure } from './check-context';
import { compareSum, moneyText, sumText } from './money-sums';

const SOURCE_ROWS = FUNDING_ROWS.filter((row) => row !== 'total');

/** 年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金, column by column. A column without any source row has nothing to compare. */
export const projectFundsTotal: Check = {
  id: 'A05',
  title: '项目年度资金总额等于各来源之和',
  run: ({ money, projects }) =>
    projects.flatMap(({ binding, place }) =>
      FUNDING_COLUMNS.flatMap((column): CheckOutcome[] => {
        const total = money(projectFundingAddress(binding.code, 'total', column));
        const read = SOURCE_ROWS.map((row) => money(projectFundingAddress(binding.code, row, column)));
        const sources = read.filter((figure): figure is MoneyFigure => typeof figure !== 'string');
        if (typeof total === 'string' || read.includes('unreadable') || sources.length === 0) return [];
        const addresses = [total.address, ...sources.map((figure) => figure.address)];
        const { sum, difference, equal } = compareSum(sources, total);
        const name = FUNDING_COLUMN_NAMES[column];
        if (equal) return [{ kind: 'confirmation', message: `${place}${name}：各来源合计 ${sumText(sources, sum)}，等于年度资金总额。`, addresses }];
        const message = `${place}${name}：年度资金总额填报 ${moneyText(total.value)}，各来源合计 ${sumText(sources, sum)}，相差 ${moneyText(absolute(difference))}，请核对。`;
        return [{ kind: 'finding', level: 'E', subject: `${binding.code}.${column}`, message, addresses, answer: null }];
      }),
    ),
};
