import type { DecimalText } from '../shared/decimal-text';
import { type Exact, sum } from '../shared/fraction';
import { exactDecimal } from '../shared/fraction-text';
import type { Grade } from '../shared/grade';
import { gradeOf } from '../scoring/grade';
import type { ScoreTotal } from '../scoring/score-sheet';
import { scoreTotal, totalRules } from '../scoring/score-total';
import { isCountedRow, type TableLayout, type TableRow } from './lay-out-table';
import { type Points, readPoints } from './read-points';
import type { ScoredExecution } from './score-execution';
import type { ScoredRow } from './score-row';
import { PUBLISHED_ROUNDING, STANDARD_BANDS } from './standard-form';

/** The totals of a published table: computed, as printed, and what the printed scores add up to. */
export interface TableTotals {
  /** null unless the whole table is visible and every line that carries points was computed. */
  readonly computed: ScoreTotal | null;
  readonly published: { readonly text: string; readonly points: Points } | null;
  readonly sumOfPublished: DecimalText | null;
  /** The grade of the computed total, else of the printed one. */
  readonly grade: Grade | null;
}

export function tableTotals(layout: TableLayout, rows: readonly ScoredRow[], execution: ScoredExecution): TableTotals {
  const computed = computedTotal(layout, rows, execution);
  const published = publishedTotal(layout);
  const score = computed?.score ?? published?.points.decimal ?? null;
  return { computed, published, sumOfPublished: sumOfPublished(layout), grade: score === null ? null : gradeOf(score, STANDARD_BANDS) };
}

/** The sum of what was computed. A line that cannot be computed, or is cut off, leaves no total to compare with. */
function computedTotal(layout: TableLayout, rows: readonly ScoredRow[], execution: ScoredExecution): ScoreTotal | null {
  const counted = rows.filter(({ reading: { row } }) => row.weight !== null && isCountedRow(row));
  // As one of the indicators the execution rate is computed from the funds table, where its figures stand.
  const lines = counted.map((row) => (row.reading.row.isExecutionLine ? execution : row));
  const isApart = layout.execution.weight !== null && !layout.isExecutionAnIndicator;
  const all = isApart ? [execution, ...lines] : lines;
  if (!layout.isWhole || counted.length === 0 || all.some(({ computed }) => computed === null)) return null;
  const items = all.map(({ scored }) => ({ ...scored, item: { ...scored.item, partOf: null } }));
  const totalWeight = sum(items.map(({ weight }) => weight));
  return scoreTotal(items, totalRules(totalWeight, { rounding: PUBLISHED_ROUNDING, gradeBands: STANDARD_BANDS }), null).total;
}

/** 总分 as printed: in its own cell, else on a 合计 line of the table. */
function publishedTotal({ table, rows }: TableLayout): TableTotals['published'] {
  const own = readPoints(table.total_score);
  if (own.kind === 'points') return { text: table.total_score!.trim(), points: own.points };
  const line = rows.find(({ role, published }) => role === 'total' && published !== null);
  return line === undefined ? null : { text: line.cells.score!.trim(), points: line.published! };
}

/** What the legible scores add up to; a part of the line above is in that line's score already. */
function sumOfPublished(layout: TableLayout): DecimalText | null {
  const scores: Exact[] = layout.rows.filter(countsItsScore).flatMap(({ published }) => published?.value ?? []);
  if (layout.execution.published !== null && !layout.isExecutionAnIndicator) scores.push(layout.execution.published.value);
  return scores.length === 0 ? null : exactDecimal(sum(scores));
}

function countsItsScore({ role, parent, published }: TableRow): boolean {
  return role === 'indicator' && published !== null && (parent === null || parent.published === null);
}

