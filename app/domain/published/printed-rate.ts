import { readFigure } from '../form/read-figure';
import { halfWidth, saysNothing } from '../form/typed-text';
import type { PrintedRate } from '../checks/check-context';
import { digitsOf } from '../checks/printed-digits';
import { compare, type Exact, HUNDRED, isZero, mul } from '../shared/fraction';
import { exactDecimal, fraction, roundFraction } from '../shared/fraction-text';

export interface ReadRate {
  readonly rate: PrintedRate;
  /** What was supposed, in Chinese; null where nothing was. */
  readonly note: string | null;
}

/**
 * The execution rate as printed: "86%", "100.00", "79.27". A bare figure is percent, unless it is the ratio itself (0.9910 where 99.10% was computed).
 * `computed` is the rate that the amounts give (1 = 100 %); null where they give none.
 */
export function readRate(printed: string | null, computed: Exact | null): ReadRate | null {
  const text = halfWidth(printed ?? '');
  if (text === '' || saysNothing(text)) return null;
  const reading = readFigure(text);
  if (!reading.ok || reading.figure.operator !== null || !['', '%', '百分比'].includes(reading.figure.unit)) return null;
  const { number, unit } = reading.figure;
  const shown = printed!.trim();
  const digits = digitsOf(number);
  if (unit === '' && computed !== null && isRatio(number, digits, computed)) {
    const percent = exactDecimal(mul(fraction(number), HUNDRED))!;
    return { rate: { text: shown, percent, digits: digits > 2 ? digits - 2 : 0 }, note: `执行率“${shown}”按比值读，为 ${percent}%` };
  }
  return { rate: { text: shown, percent: number, digits }, note: unit === '' ? `执行率“${shown}”未写百分号，按 ${number}% 读` : null };
}

/** The figure is the computed ratio at the digits printed; 0 is 0 either way. */
function isRatio(number: string, digits: number, computed: Exact): boolean {
  return !isZero(fraction(number)) && compare(fraction(roundFraction(computed, { digits, mode: 'half_up' })), fraction(number)) === 0;
}
