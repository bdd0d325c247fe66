import { type PublishedTable, publishedTableSchema } from '../published-table';
import { type PublishedIndicatorScore, scorePublishedTable, type ScoredPublishedTable } from '../score-published-table';
import figures from './published-tables.json';

/** The figures of 28 tables that public bodies published, as printed; remarks are only said to be there. */
export const PUBLISHED_TABLES: readonly PublishedTable[] = figures.map((table) => publishedTableSchema.parse(table));

/** One of them, scored. */
export function scoredTable(id: string): ScoredPublishedTable {
  return scorePublishedTable(PUBLISHED_TABLES.find((table) => table.id === id)!);
}

type Printed = string | null;

/** One line of a table, from the cells that matter. */
export function line(target: Printed, actual: Printed, weight: Printed, score: Printed, more: Readonly<Record<string, Printed>> = {}): Record<string, Printed> {
  return { l1: '产出指标', l2: '数量指标', l3: '完成数量', target_text: target, actual_text: actual, weight, score, ...more };
}

/** A complete table of the given lines. */
export function tableOf(indicators: readonly Record<string, Printed>[], more: Readonly<Record<string, unknown>> = {}): PublishedTable {
  return publishedTableSchema.parse({ id: 'T', year: '2022', unit: '万元', complete: true, transcription: 'clean', indicators, ...more });
}

/** Scores a table of one line. */
export function scoreLine(...cells: Parameters<typeof line>): PublishedIndicatorScore {
  return scorePublishedTable(tableOf([line(...cells)])).indicators[0]!;
}

/** The funds table with its total line first. */
export function funding(rows: readonly (readonly [label: string, initial: Printed, budget: Printed, executed: Printed])[], more: Readonly<Record<string, Printed>> = {}): Record<string, unknown> {
  const lines = rows.map(([label, initial, budget, executed]) => ({ label, initial_budget: initial, full_year_budget: budget, executed }));
  return { weight: '10', execution_rate: null, score: null, rows: lines, ...more };
}
