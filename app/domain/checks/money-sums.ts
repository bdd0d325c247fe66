import { formatMoney } from '../shared/decimal-format';
import type { DecimalText } from '../shared/decimal-text';
import { absolute, add, compare, type Exact, sub, sum, ZERO } from '../shared/fraction';
import { fraction, fractionOf, roundFraction } from '../shared/fraction-text';
import { powerOfTen } from '../shared/whole-numbers';
import type { MoneyFigure } from './check-context';

/** Money (and scores) are printed with up to two decimals or more: a figure typed with fewer is exact to the second decimal, not to the last typed. */
const PRINTED_DECIMALS = 2;

function halfUnit(decimal: DecimalText): Exact {
  const point = decimal.indexOf('.');
  const digits = Math.max(PRINTED_DECIMALS, point < 0 ? 0 : decimal.length - point - 1);
  return fractionOf(1n, 2n * powerOfTen(digits));
}

/** How far apart figures may lie that were rounded before they were added: half a unit of the last digit of each (domain.md §4.3). */
export function tolerance(decimals: readonly DecimalText[]): Exact {
  return decimals.map(halfUnit).reduce(add, ZERO);
}

export interface SumComparison {
  readonly sum: Exact;
  /** sum − total. */
  readonly difference: Exact;
  readonly equal: boolean;
}

export function compareSum(addends: readonly MoneyFigure[], total: MoneyFigure): SumComparison {
  const added = sum(addends.map((figure) => figure.value));
  const difference = sub(added, total.value);
  return { sum: added, difference, equal: compare(absolute(difference), tolerance([...addends, total].map((figure) => figure.decimal))) <= 0 };
}

/** "23,740.11 万元": as tables print it, with more decimals only when the figure has them. */
export function moneyText(value: Exact): string {
  const exact = roundFraction(value, { digits: 6, mode: 'half_up' });
  const short = formatMoney(exact);
  return compare(fraction(short.replace(/,/g, '')), fraction(exact)) === 0 ? `${short} 万元` : `${exact.replace(/0+$/, '')} 万元`;
}

/** "23,057.69 + 682.42 = 23,740.11 万元", one figure without the sum. */
export function sumText(addends: readonly MoneyFigure[], total: Exact): string {
  const parts = addends.map((figure) => moneyText(figure.value).replace(' 万元', ''));
  return parts.length > 1 ? `${parts.join(' + ')} = ${moneyText(total)}` : moneyText(total);
}
