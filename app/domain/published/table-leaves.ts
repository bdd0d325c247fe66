import { parseTarget } from '../form/parse-target';
import type { IndicatorEntry } from '../form/indicator-entry';
import type { Leaf, WeightedParent } from '../checks/check-context';
import type { TableLayout } from './lay-out-table';
import { rowAddresses } from './row-cells';
import { nameOrNumber } from './row-entry';
import type { ScoredRow } from './score-row';

/** The indicators that checks look at: all but lines that are cut off, and lines that neither apply nor carry points. */
export function tableLeaves(rows: readonly ScoredRow[], layout: TableLayout): readonly Leaf[] {
  return rows.filter((row) => !isCutOff(row, layout) && !isWithoutMatter(row)).map((row) => leafOf(row, layout));
}

/** A table that is not whole ends in the middle of a line: neither 完成值 nor 得分 can be read there. */
function isCutOff({ reading: { row } }: ScoredRow, { table }: TableLayout): boolean {
  return !table.complete && row.cells.actual_text === null && row.published === null;
}

function isWithoutMatter({ reading: { row, target } }: ScoredRow): boolean {
  return target?.kind === 'none' && row.weight === null;
}

function leafOf(row: ScoredRow, layout: TableLayout): Leaf {
  const { reading, scored } = row;
  const { index, weight, name } = reading.row;
  return {
    entry: checkedEntry(row, layout),
    item: scored.item,
    key: rowAddresses(index).prefix,
    place: name === null ? `第 ${index + 1} 行（名称缺失）` : `第 ${index + 1} 行“${name}”`,
    names: name === null ? [] : [name],
    measureUnit: '',
    isWeighted: weight !== null,
  };
}

/**
 * The entry as checks may judge it. Nothing is held against a target whose direction has to be asked, nor against a 完成值 that is not legible; an empty
 * target cell beside a figure in the name is an unclear target, not one that is not wanted.
 */
function checkedEntry({ entry, reading, cells, isDirectionOpen }: ScoredRow, layout: TableLayout): IndicatorEntry {
  const isIllegible = layout.isReconstructed && !cells.some(({ address }) => address === entry.addresses.actual);
  if (isDirectionOpen || isIllegible) return { ...entry, kind: 'quantitative', target: null, targetText: null };
  if (reading.target === null && reading.hidesTarget) return { ...entry, kind: 'quantitative', target: parseTarget(''), targetText: '' };
  return entry;
}

/** Lines with points whose parts (其中) all carry points of their own. */
export function weightedParents(rows: readonly ScoredRow[]): readonly WeightedParent[] {
  return rows.flatMap(({ reading: { row } }): WeightedParent[] => {
    const children = rows.filter((child) => child.reading.row.parent?.index === row.index).map((child) => child.reading.row.weight);
    const known = children.filter((weight) => weight !== null);
    if (row.weight === null || known.length === 0 || known.length < children.length) return [];
    return [{ key: rowAddresses(row.index).prefix, name: nameOrNumber(row), weight: row.weight, children: known }];
  });
}
