import type { DecimalText } from '../shared/decimal-text';
import { compare, type Exact } from '../shared/fraction';
import { fraction, roundFraction } from '../shared/fraction-text';

/** How a printed figure relates to the exact one: rounded half-up at the digits printed, cut off there, or neither. */
export type PrintedAs = 'rounded' | 'truncated' | 'different';

/** Decimals of a printed figure: "99.92" has 2. */
export function digitsOf(decimal: DecimalText): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** Compares a printed figure with the exact one at the digits printed. */
export function comparePrinted(printed: DecimalText, exact: Exact, digits: number = digitsOf(printed)): PrintedAs {
  const equals = (mode: 'half_up' | 'truncate'): boolean => compare(fraction(printed), fraction(roundFraction(exact, { digits, mode }))) === 0;
  if (equals('half_up')) return 'rounded';
  return equals('truncate') ? 'truncated' : 'different';
}
