import type { IndicatorEntry } from './indicator-entry';

/** A row of the official table: how many rows its first- and second-level cells span; 0 where a cell above covers it. */
export interface TableRow {
  readonly entry: IndicatorEntry;
  readonly primarySpan: number;
  readonly secondarySpan: number;
}

/** Merges 一级 and 二级 cells of neighbouring rows with the same name; a 二级 cell never crosses the border of its 一级 cell. */
export function tableRows(entries: readonly IndicatorEntry[]): TableRow[] {
  const samePrimary = (left: number, right: number): boolean => entries[left]?.primary === entries[right]?.primary;
  const sameSecondary = (left: number, right: number): boolean => samePrimary(left, right) && entries[left]?.secondary === entries[right]?.secondary;
  return entries.map((entry, index) => ({
    entry,
    primarySpan: spanAt(index, entries.length, samePrimary),
    secondarySpan: spanAt(index, entries.length, sameSecondary),
  }));
}

function spanAt(index: number, length: number, same: (left: number, right: number) => boolean): number {
  if (index > 0 && same(index - 1, index)) return 0;
  let end = index + 1;
  while (end < length && same(index, end)) end += 1;
  return end - index;
}
