import type { DecimalText } from '../shared/decimal-text';
import { mul, ONE } from '../shared/fraction';
import { exactText, fraction } from '../shared/fraction-text';
import { remembering } from '../shared/remember';
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
  const unit = factorsInto(to)(from);
  return unit && { figure, from, to, factor: unit.text, value: exactText(mul(fraction(figure), unit.factor)), note: unit.note };
}

const factorsInto = remembering(300, (to) =>
  remembering(300, (from) => {
    const one = convertUnit(ONE, parseUnit(from), parseUnit(to));
    return one && { factor: one.value, text: exactText(one.value), note: one.note };
  }),
);
