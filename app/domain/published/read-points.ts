import { readFigure } from '../form/read-figure';
import { halfWidth, saysNothing } from '../form/typed-text';
import type { DecimalText } from '../shared/decimal-text';
import { type Exact, HUNDRED, div, mul } from '../shared/fraction';
import { exactDecimal, fraction } from '../shared/fraction-text';

/** 分值 or 得分 as printed: "22.5", "10分", "25%". `isShare`: written with %, a share of something. */
export interface Points {
  readonly value: Exact;
  readonly decimal: DecimalText;
  readonly isShare: boolean;
}

export type PointsReading =
  | { readonly kind: 'points'; readonly points: Points }
  /** null, empty, "/", "—". */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable' };

/** Reads a printed 分值 or 得分; a sign or any unit but 分 and % makes it unreadable. */
export function readPoints(printed: string | null): PointsReading {
  const text = halfWidth(printed ?? '');
  if (text === '' || saysNothing(text)) return { kind: 'nothing' };
  const reading = readFigure(text);
  if (!reading.ok || reading.figure.operator !== null || !['', '分', '%'].includes(reading.figure.unit)) return { kind: 'unreadable' };
  const { number, unit } = reading.figure;
  return { kind: 'points', points: { value: fraction(number), decimal: number, isShare: unit === '%' } };
}

/** `share` percent of a weight, as points. */
export function shareOf(weight: Exact, { value }: Points): Points {
  const points = div(mul(weight, value), HUNDRED);
  return { value: points, decimal: exactDecimal(points)!, isShare: false };
}
