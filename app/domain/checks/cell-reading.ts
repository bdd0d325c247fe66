import type { CellSpec } from '../form/form-model';
import { type ParsedCell, parseCell } from '../form/parse-cell';
import type { CellTexts } from '../form/sections';
import { fraction } from '../shared/fraction-text';
import type { CheckContext, MoneyFigure } from './check-context';

/** The part of a context that reads cells. */
export type CellReading = Pick<CheckContext, 'text' | 'has' | 'parsed' | 'money'>;

interface KnownCell {
  readonly typed: string;
  readonly parsed: ParsedCell;
  money?: MoneyFigure;
}

/** What is kept of parsed texts: the same text in the same cell is parsed once. */
export type ParsedCells = Map<string, KnownCell>;

const EMPTY: ParsedCell = { status: 'empty' };

/** Reads typed texts by the specifications of their cells. `onRead` is told every address that is looked at. */
export function readCells(
  specs: ReadonlyMap<string, CellSpec>,
  cells: CellTexts,
  known: ParsedCells = new Map(),
  onRead: (address: string) => void = () => undefined,
): CellReading {
  const text = (address: string): string => {
    onRead(address);
    return Object.prototype.hasOwnProperty.call(cells, address) ? cells[address]!.trim() : '';
  };
  const cell = (address: string): KnownCell | null => {
    const typed = text(address);
    const spec = typed === '' ? undefined : specs.get(address);
    if (spec === undefined) return null;
    const last = known.get(address);
    if (last && last.typed === typed) return last;
    const read: KnownCell = { typed, parsed: parseCell(spec, typed) };
    known.set(address, read);
    return read;
  };
  return {
    text,
    has: (address) => specs.has(address),
    parsed: (address) => cell(address)?.parsed ?? EMPTY,
    money: (address) => {
      const read = cell(address);
      if (read === null) return 'empty';
      const { parsed } = read;
      if (parsed.status !== 'ok' || parsed.value.kind !== 'number') return parsed.status === 'invalid' ? 'unreadable' : 'empty';
      const spec = specs.get(address)!;
      read.money ??= { address: spec.address, label: spec.label, value: fraction(parsed.value.decimal), decimal: parsed.value.decimal };
      return read.money;
    },
  };
}
