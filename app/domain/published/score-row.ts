import type { CellReader, ReadCell } from '../scoring/read-cell';
import { prepareItem, type ScoredItem, scoreItem } from '../scoring/score-item';
import type { IndicatorEntry } from '../form/indicator-entry';
import type { Exact } from '../shared/fraction';
import { bandNote } from './band-check';
import { scoreDirection } from './choose-direction';
import { type ExplainedBy, explainedBy } from './explained-by';
import type { TableLayout, TableRow } from './lay-out-table';
import { readRow, type RowReading } from './read-row';
import { EMPTY_CELL, rowCells } from './row-cells';
import { rowEntry } from './row-entry';
import { PUBLISHED_ROUNDING } from './standard-form';

/** One indicator of a published table with its score. */
export interface ScoredRow {
  readonly reading: RowReading;
  readonly entry: IndicatorEntry;
  readonly scored: ScoredItem;
  readonly cells: readonly ReadCell[];
  /** Unrounded points; null where the line has no weight, or target or actual is no figure. */
  readonly computed: Exact | null;
  readonly explainedBy: ExplainedBy | null;
  readonly assumptions: readonly string[];
  /** Whether higher or lower is better has to be asked before anything can be said about the target. */
  readonly isDirectionOpen: boolean;
}

export function readerOf(cells: readonly ReadCell[]): CellReader {
  const byAddress = new Map(cells.map((cell) => [cell.address, cell]));
  const read = (address: string): ReadCell => byAddress.get(address) ?? { address, part: null, typed: '', parsed: EMPTY_CELL };
  return { text: (address) => read(address).typed, read };
}

/** Scores one indicator by the engine: its own rule, its own trace. */
export function scoreRow(row: TableRow, layout: TableLayout): ScoredRow {
  const reading = readRow(row, layout);
  const cells = rowCells(reading, layout.isReconstructed);
  const reader = readerOf(cells);
  const entryFor = (comparator: Parameters<typeof rowEntry>[1]): IndicatorEntry => rowEntry(reading, comparator, layout.fiscalYear);
  const { comparator, scored, assumptions, isOpen } = scoreDirection(reading, (sign) => scoreItem(prepareItem(entryFor(sign), PUBLISHED_ROUNDING), reader));
  const computed = row.weight !== null && scored.item.status === 'scored' && reading.kind === 'quantitative' ? scored.counted : null;
  const band = computed === null ? bandNote(reading) : null;
  return {
    reading,
    entry: entryFor(comparator),
    scored,
    cells,
    computed,
    explainedBy: explainedBy({ computed, published: row.published?.value ?? null, weight: row.weight }),
    assumptions: [...new Set([...reading.notes, ...assumptions, ...(band === null ? [] : [band])])],
    isDirectionOpen: isOpen,
  };
}
