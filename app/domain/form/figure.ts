import type { DecimalText } from '../shared/decimal-text';
import type { Comparator } from './indicator-system-version';

/** A figure as written: sign, number, unit and operator taken apart, nothing interpreted yet. */
export interface Figure {
  readonly number: DecimalText;
  /** Without spaces; "" when none is written. "元/亩" or "每亩" for 每亩300元 and 每亩300. */
  readonly unit: string;
  readonly operator: Comparator | null;
  /** The operator as written ("≥", "不少于"), "" when there is none. */
  readonly operatorText: string;
  /** What was read differently from how it stands. */
  readonly notes: readonly string[];
}

export type FigureReading = { readonly ok: true; readonly figure: Figure } | { readonly ok: false; readonly reason: string };
