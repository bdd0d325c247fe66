import type { DecimalText } from '../shared/decimal-text';
import { exactText, fraction, mul, ONE } from '../shared/fraction';
import { convertUnit, parseUnit } from './units';

/** One figure carried from one unit into another, as a trace shows it: `value` = `figure` × `factor`, both exact. */
export interface ExactConversion {
  readonly figure: DecimalText;
  readonly from: string;
  readonly to: string;
  /** Exact decimal, or "n/d" where the expansion does not end (亩 into 公顷: "1/15"). */
  readonly factor: string;
  /** As `factor`, in `to`. */
  readonly value: string;
  /** What was converted or assumed, in Chinese; null when both units are the same by another name. */
  readonly note: string | null;
}

/** The conversion of a figure between two written units, or null when they do not measure the same thing. */
export function exactConversion(figure: DecimalText, from: string, to: string): ExactConversion | null {
  const unit = convertUnit(ONE, parseUnit(from), parseUnit(to));
  if (!unit) return null;
  return { figure, from, to, factor: exactText(unit.value), value: exactText(mul(fraction(figure), unit.value)), note: unit.note };
}
