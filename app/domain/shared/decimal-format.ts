import type { DecimalText } from './decimal-text';
import { type Exact, fraction, HUNDRED, mul, roundFraction } from './fraction';

/** Thousands separators in the whole part: "23758.69" → "23,758.69". */
export function withThousands(decimal: DecimalText): string {
  if (decimal.length <= 3) return decimal;
  const point = decimal.indexOf('.');
  if (point >= 0 && point <= 3) return decimal;
  const whole = point < 0 ? decimal : decimal.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (point < 0 ? '' : decimal.slice(point));
}

/** Money in 万元 as tables print it: two decimals half-up, thousands separators. */
export function formatMoney(decimal: DecimalText): string {
  return withThousands(roundFraction(fraction(decimal), { digits: 2, mode: 'half_up' }));
}

/** A ratio (1 = 100 %) as percent figure without sign, rounded half-up: 0.99921797 → "99.92". */
export function percentFigure(ratio: Exact, digits = 2): DecimalText {
  return roundFraction(mul(ratio, HUNDRED), { digits, mode: 'half_up' });
}

/** A ratio (1 = 100 %) as printed: "99.92%". */
export function formatPercent(ratio: Exact, digits = 2): string {
  return `${withThousands(percentFigure(ratio, digits))}%`;
}

/** Digits of a rate that is shown with fewer: cut off, not rounded, so that rounding it for display gives what the exact rate would. */
const RATE_DIGITS = 8;

/** A ratio in percent for storing, comparing and later display. Not negative. */
export function percentRate(ratio: Exact): DecimalText {
  return roundFraction(mul(ratio, HUNDRED), { digits: RATE_DIGITS, mode: 'truncate' });
}
