import type { CellPart } from '../form/leaf-cells';
import { type CellValue, type ParsedCell, parseCell } from '../form/parse-cell';
import { trimmed } from '../form/typed-text';
import type { Exact } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { LackStep, ReadDateStep, ReadStep, WordsStep } from './trace';

/** A cell as a rule sees it. `part` is null for an address the form does not have. */
export interface ReadCell {
  readonly address: string;
  readonly part: CellPart | null;
  readonly typed: string;
  readonly parsed: ParsedCell;
}

/** Gives the cells of one set of texts by address. */
export interface CellReader {
  /** "" when nothing is typed. */
  text(address: string): string;
  /** `part` is what the asking leaf knows of a cell of its own; without it the form is asked. */
  read(address: string, part?: CellPart | null): ReadCell;
}

const EMPTY_CELL: ParsedCell = { status: 'empty' };

/** A cell with its text read by what it holds. */
export function cellOf(address: string, part: CellPart | null, typed: string): ReadCell {
  return { address, part, typed, parsed: part === null || typed === '' ? EMPTY_CELL : parseCell(part, typed) };
}

/** A figure taken from a cell, with the step that shows how it was read. */
export interface ReadNumber {
  readonly value: Exact;
  readonly step: ReadStep;
}

export function labelOf(cell: ReadCell): string {
  return cell.part?.label ?? cell.address;
}

/** The cell's value when it has the wanted kind, else null: empty, unreadable, or not in the form. */
export function valueOf<K extends CellValue['kind']>(cell: ReadCell, kind: K): Extract<CellValue, { kind: K }> | null {
  if (cell.parsed.status !== 'ok' || cell.parsed.value.kind !== kind) return null;
  return cell.parsed.value as Extract<CellValue, { kind: K }>;
}

/** The figure of a cell, to be known to the derivation as `name`; null when the cell holds none. */
export function readNumber(cell: ReadCell, name: string): ReadNumber | null {
  const { parsed } = cell;
  if (parsed.status !== 'ok' || parsed.value.kind !== 'number') return null;
  const { decimal, unit } = parsed.value;
  return {
    value: fraction(decimal),
    step: {
      step: 'read',
      name,
      label: labelOf(cell),
      from: 'form',
      address: cell.address,
      typed: trimmed(cell.typed),
      sign: '',
      value: decimal,
      unit,
      conversion: parsed.conversion ?? null,
      assumptions: parsed.assumptions,
    },
  };
}

/** The step of a cell that holds a day; null when it holds none. */
export function readDay(cell: ReadCell): ReadDateStep | null {
  const day = valueOf(cell, 'date');
  if (day === null || cell.parsed.status !== 'ok') return null;
  return { step: 'read_date', label: labelOf(cell), from: 'form', address: cell.address, typed: cell.typed.trim(), date: day.date, assumptions: cell.parsed.assumptions };
}

/** The step of a cell that holds a word: what it was taken to mean. */
export function wordsStep(cell: ReadCell, meaning: string): WordsStep {
  const assumptions = cell.parsed.status === 'ok' ? cell.parsed.assumptions : [];
  return { step: 'words', label: labelOf(cell), address: cell.address, typed: cell.typed.trim(), meaning, assumptions };
}

/** Why a needed cell gives no figure. */
export function lackStep(cell: ReadCell): LackStep {
  return { step: 'lack', label: labelOf(cell), address: cell.address, reason: problemOf(cell) };
}

function problemOf(cell: ReadCell): string {
  if (cell.part === null) return '表中没有这一项';
  if (cell.parsed.status === 'invalid') return `填报“${cell.typed.trim()}”无法识别：${cell.parsed.reason}`;
  return '未填写';
}
