import type { CellSpec } from '../form/form-model';
import { type ParsedCell, parseCell } from '../form/parse-cell';
import type { CellTexts } from '../form/sections';
import { fraction } from '../shared/fraction';
import type { CheckContext } from './check-context';

/** The part of a context that reads cells. */
export type CellReading = Pick<CheckContext, 'text' | 'has' | 'parsed' | 'money'>;

/** What a set of cells keeps of its parsed texts: the same text in the same cell is parsed once. */
export type ParsedCells = Map<string, { readonly typed: string; readonly parsed: ParsedCell }>;

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
  const parsed = (address: string): ParsedCell => {
    const typed = text(address);
    const spec = specs.get(address);
    if (typed === '' || !spec) return EMPTY;
    const last = known.get(address);
    if (last && last.typed === typed) return last.parsed;
    const read = parseCell(spec, typed);
    known.set(address, { typed, parsed: read });
    return read;
  };
  return {
    text,
    has: (address) => specs.has(address),
    parsed,
    money: (address) => {
      const read = parsed(address);
      if (read.status !== 'ok' || read.value.kind !== 'number') return read.status === 'invalid' ? 'unreadable' : 'empty';
      const spec = specs.get(address)!;
      return { address: spec.address, label: spec.label, value: fraction(read.value.decimal), decimal: read.value.decimal };
    },
  };
}
