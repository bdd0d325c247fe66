import type { DecimalText } from './decimal-text';
import { type Exact, HUNDRED, mul } from './fraction';
import { fraction, roundFraction } from './fraction-text';

const MINUS = 0x2d;

/** Thousands separators in the whole part: "23758.69" → "23,758.69". */
export function withThousands(decimal: DecimalText): string {
  const first = decimal.charCodeAt(0) === MINUS ? 1 : 0;
  const point = decimal.indexOf('.');
  let at = (point < 0 ? decimal.length : point) - 3;
  if (at <= first) return decimal;
  let grouped = decimal.slice(at);
  for (; at - first > 3; at -= 3) grouped = `${decimal.slice(at - 3, at)},${grouped}`;
  return `${decimal.slice(0, at)},${grouped}`;
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
