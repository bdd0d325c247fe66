import { halfWidth } from '../form/typed-text';
import { compare, type Exact, HUNDRED, sum } from '../shared/fraction';
import { exactDecimal, fraction } from '../shared/fraction-text';
import type { PublishedIndicator, PublishedTable } from './published-table';
import { readRowPoints, type RowPoints } from './row-points';
import { hasTarget, isExecutionLine, isPartOfAbove, nameOf, type RowRole, roleOf } from './row-roles';

/** One line of the indicator table and how it stands to the others. */
export interface TableRow extends RowPoints {
  /** From 0, as in the file. */
  readonly index: number;
  readonly cells: PublishedIndicator;
  readonly name: string | null;
  readonly role: RowRole;
  /** The line this one is a part of (其中, or a line without points below one without figures). */
  readonly parent: TableRow | null;
  readonly isParent: boolean;
  /** The execution rate, which stands in the funds table as well. */
  readonly isExecutionLine: boolean;
}

export interface TableLayout {
  readonly table: PublishedTable;
  readonly fiscalYear: number | null;
  readonly rows: readonly TableRow[];
  /** 分值 and 得分 of the execution line. */
  readonly execution: RowPoints;
  /** The execution line is one of the indicators. */
  readonly isExecutionAnIndicator: boolean;
  /** Nothing of the table is cut off: it says so, or its weights add up to 100. */
  readonly isWhole: boolean;
  readonly hasWeights: boolean;
  /** Cells ran together in the source, so that an empty cell says nothing. */
  readonly isReconstructed: boolean;
  /** What the target column adds up to where it holds the points (no weights, bare numbers that add up to 100); null where it holds targets. */
  readonly pointsInTargets: string | null;
}

const PLAIN = /^\d{1,3}(?:\.\d{1,4})?$/;
const FULL = [HUNDRED, fraction('90')];

/** Says of every line what it is, before anything is computed. */
export function layOutTable(table: PublishedTable): TableLayout {
  const rows: TableRow[] = [];
  for (const [index, cells] of table.indicators.entries()) {
    const role = roleOf(cells);
    const points = readRowPoints(cells);
    const row = { index, cells, name: nameOf(cells), role, ...points, isExecutionLine: isExecutionLine(cells, table.funding) };
    rows.push({ ...row, parent: role === 'indicator' ? parentOf(cells, points, rows) : null, isParent: false });
  }
  const parents = new Set(rows.map(({ parent }) => parent?.index));
  const placed = rows.map((row) => ({ ...row, isParent: parents.has(row.index) && !hasTarget(row.cells) }));
  const execution = readRowPoints(table.funding ?? { weight: null, score: null });
  const isExecutionAnIndicator = placed.some((row) => row.isExecutionLine);
  const own = placed.filter(isCountedRow).flatMap(({ weight }) => weight ?? []);
  const weights = isExecutionAnIndicator || execution.weight === null ? own : [...own, execution.weight];
  return {
    table,
    fiscalYear: yearOf(table.year),
    rows: placed,
    execution,
    isExecutionAnIndicator,
    isWhole: table.complete || compare(sum(weights), HUNDRED) === 0,
    hasWeights: own.length > 0,
    isReconstructed: table.transcription === 'reconstructed',
    pointsInTargets: own.length > 0 ? null : pointsInTargets(placed),
  };
}

/** An indicator whose points are its own, not a part of those of the line above. */
export function isCountedRow({ role, parent }: TableRow): boolean {
  return role === 'indicator' && (parent === null || parent.weight === null);
}

/** The nearest line above that is no part itself, where this line is one: by its name, or because points and figures stand on different lines. */
function parentOf(cells: PublishedIndicator, { weight, published }: RowPoints, above: readonly TableRow[]): TableRow | null {
  const nearest = above.findLast(({ role, parent }) => role === 'indicator' && parent === null) ?? null;
  if (nearest === null || above.at(-1)?.role !== 'indicator' || nearest.weight === null) return null;
  if (isPartOfAbove(cells)) return nearest;
  const sharesOut = weight === null && published === null && hasTarget(cells) && !hasTarget(nearest.cells) && !hasText(nearest.cells.actual_text);
  return sharesOut && nearest.cells.l1 === cells.l1 && nearest.cells.l2 === cells.l2 ? nearest : null;
}

/** The points of a form without 分值 that were typed where the targets belong: three lines or more, bare numbers that add up to 100 or 90. */
function pointsInTargets(rows: readonly TableRow[]): string | null {
  const lines = rows.filter(({ role }) => role === 'indicator');
  const targets = lines.map(({ cells }) => numberIn(cells.target_text));
  const actuals = lines.map(({ cells }) => (hasText(cells.actual_text) ? numberIn(cells.actual_text) : 'none'));
  if (lines.length < 3 || lines.some(({ published }) => published !== null) || targets.includes(null) || actuals.includes(null)) return null;
  const isScored = lines.every((_, index) => {
    const actual = actuals[index];
    return typeof actual !== 'object' || actual === null || compare(actual, targets[index]!) <= 0;
  });
  const total = sum(targets as Exact[]);
  return isScored && FULL.some((full) => compare(total, full) === 0) ? exactDecimal(total) : null;
}

function numberIn(text: string | null): Exact | null {
  const plain = halfWidth(text ?? '');
  return PLAIN.test(plain) ? fraction(plain) : null;
}

function hasText(text: string | null): boolean {
  return halfWidth(text ?? '') !== '';
}

function yearOf(text: string | null): number | null {
  const year = /^(?:19|20)\d\d(?!\d)/.exec(halfWidth(text ?? ''));
  return year === null ? null : parseInt(year[0], 10);
}
