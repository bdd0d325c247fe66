import { withThousands } from '../shared/decimal-format';
import type { DecimalText } from '../shared/decimal-text';
import type { Exact } from '../shared/fraction';
import { expandFraction, roundFraction, withoutTrailingZeros } from '../shared/fraction-text';

/** Decimals shown of a figure that goes on; enough to check a score by hand on a pocket calculator. */
const TRACE_DIGITS = 8;

/** A figure in a derivation: exact, or cut after eight decimals with "…"; thousands separators in the whole part. */
export function numberText(value: Exact): string {
  return withThousands(expandFraction(value, TRACE_DIGITS));
}

/** A figure that is a decimal text already, as `numberText` prints it: every digit of it is what somebody typed. */
export function decimalFigure(decimal: DecimalText): string {
  return withThousands(withoutTrailingZeros(decimal));
}

/** A figure with its unit: "14.55万户", "96.81%". */
export function figureText(value: Exact, unit: string): string {
  return numberText(value) + unit;
}

/** Puts a unit after a printed number: "14.55万户", "96.81%", "4.98 分", "0.7 个百分点". */
export function addUnit(number: string, unit: string): string {
  return unit === '分' || unit === '个百分点' ? `${number} ${unit}` : number + unit;
}

/** A rate in percent as tables print it: two decimals half-up. */
export function rateText(percent: Exact): string {
  return `${withThousands(roundFraction(percent, { digits: 2, mode: 'half_up' }))}%`;
}

/** A rate in percent with what is behind the second decimal: "99.92179697…%". */
export function longRateText(percent: Exact): string {
  return `${numberText(percent)}%`;
}

/** Points in a derivation: exact, or cut after eight decimals with "…". */
export function expandedPoints(points: Exact): string {
  return expandFraction(points, TRACE_DIGITS);
}
