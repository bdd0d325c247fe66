import { withThousands } from '~/app/domain/shared/decimal-format';
import { fraction, roundFraction } from '~/app/domain/shared/fraction-text';

const DECIMAL = /^-?\d+(\.\d+)?$/;

export interface FormattedFigure {
  readonly text: string;
  readonly isNegative: boolean;
}

/**
 * A decimal text as tables print it: thousands separators and, when `digits` is given, exactly that many decimals, rounded half-up for
 * display. Null, undefined and '' give null: an empty figure is “—”, never 0. Text that is no decimal is returned as it stands.
 */
export function formatFigure(value: string | null | undefined, digits?: number): FormattedFigure | null {
  if (value === null || value === undefined || value === '') return null;
  if (!DECIMAL.test(value)) return { text: value, isNegative: false };
  const rounded = digits === undefined ? value : roundFraction(fraction(value), { digits, mode: 'half_up' });
  // -0.004 rounds to "-0.00": zero has no sign.
  const plain = /^-0(\.0+)?$/.test(rounded) ? rounded.slice(1) : rounded;
  return { text: withThousands(plain).replace('-', '−'), isNegative: plain.startsWith('-') };
}
