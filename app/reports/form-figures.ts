import { buildFormModel } from '~/app/domain/form/build-form-model';
import { parseCell } from '~/app/domain/form/parse-cell';
import type { Snapshot } from '~/app/domain/form/snapshot';
import { formatMoney, formatPercent } from '~/app/domain/shared/decimal-format';
import type { DecimalText } from '~/app/domain/shared/decimal-text';
import { div, isZero } from '~/app/domain/shared/fraction';
import { fraction } from '~/app/domain/shared/fraction-text';
import { printableText } from './printable-text';

/** Printed for a figure or text that is still missing; a submission has none. */
export const NOT_FILLED = '（未填报）';

/** Reads the cells of one snapshot for printing. */
export interface FormFigures {
  /** The figure of a cell in its own unit, null when empty or unreadable. */
  decimal(address: string): DecimalText | null;
  /** Money with its unit: "23,758.69万元"; what does not parse stays as typed. */
  money(address: string): string;
  /** Typed text, "" when empty. */
  text(address: string): string;
}

export function formFigures(snapshot: Snapshot): FormFigures {
  const { byAddress } = buildFormModel(snapshot);
  const text = (address: string): string => snapshot.cells[address] ?? '';
  const decimal = (address: string): DecimalText | null => {
    const spec = byAddress.get(address);
    if (spec === undefined) return null;
    const parsed = parseCell(spec, text(address));
    return parsed.status === 'ok' && parsed.value.kind === 'number' ? parsed.value.decimal : null;
  };
  const money = (address: string): string => {
    const figure = decimal(address);
    return figure === null ? printableText(text(address)) || NOT_FILLED : `${formatMoney(figure)}万元`;
  };
  return { decimal, money, text };
}

/** part ÷ whole as printed ("97.13%"); null when either is missing or the whole is zero. */
export function shareText(part: DecimalText | null, whole: DecimalText | null): string | null {
  if (part === null || whole === null || isZero(fraction(whole))) return null;
  return formatPercent(div(fraction(part), fraction(whole)));
}
