import type { CellSpec } from '../form/form-model';
import type { CellValue, ParsedCell } from '../form/parse-cell';
import { type Exact, fraction } from '../shared/fraction';
import { figureText } from './number-text';
import type { TraceStep } from './trace';

/** A cell as a rule sees it. `spec` is null for an address the form does not have. */
export interface ReadCell {
  readonly address: string;
  readonly spec: CellSpec | null;
  readonly typed: string;
  readonly parsed: ParsedCell;
}

/** Gives the cells of one snapshot by address. */
export type CellReader = (address: string) => ReadCell;

/** A figure taken from a cell, with the step that shows how it was read. */
export interface ReadNumber {
  readonly value: Exact;
  readonly unit: string;
  readonly label: string;
  readonly step: TraceStep;
}

export function labelOf(cell: ReadCell): string {
  return cell.spec?.label ?? cell.address;
}

/** The cell's value when it has the wanted kind, else null: empty, unreadable, or not in the form. */
export function valueOf<K extends CellValue['kind']>(cell: ReadCell, kind: K): Extract<CellValue, { kind: K }> | null {
  if (cell.parsed.status !== 'ok' || cell.parsed.value.kind !== kind) return null;
  return cell.parsed.value as Extract<CellValue, { kind: K }>;
}

export function readNumber(cell: ReadCell): ReadNumber | null {
  const value = valueOf(cell, 'number');
  if (!value) return null;
  const exact = fraction(value.decimal);
  const label = labelOf(cell);
  return { value: exact, unit: value.unit, label, step: { label, expression: typedAs(cell), result: figureText(exact, value.unit) } };
}

/** “14.55”, and what was assumed when it was read. */
export function typedAs(cell: ReadCell): string {
  const assumptions = cell.parsed.status === 'ok' ? cell.parsed.assumptions : [];
  return `填报“${cell.typed.trim()}”${assumptions.length > 0 ? `（${assumptions.join('；')}）` : ''}`;
}

/** Why a needed cell gives no figure. */
export function problemOf(cell: ReadCell): string {
  if (cell.spec === null) return '表中没有这一项';
  if (cell.parsed.status === 'invalid') return `填报“${cell.typed.trim()}”无法识别：${cell.parsed.reason}`;
  return '未填写';
}
