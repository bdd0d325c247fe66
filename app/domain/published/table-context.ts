import type { CellAddress } from '../form/cell-address';
import type { CheckContext, CheckedTable } from '../checks/check-context';
import { DEFAULT_THRESHOLDS } from '../checks/thresholds';
import type { ReadCell } from '../scoring/read-cell';
import { compare, type Exact, HUNDRED, sub, sum } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { isCountedRow, type TableLayout } from './lay-out-table';
import { executionCells, type ScoredExecution } from './score-execution';
import { readerOf, type ScoredRow } from './score-row';
import { gradeOfWord, STANDARD_BANDS } from './standard-form';
import { tableLeaves, weightedParents } from './table-leaves';
import type { TableTotals } from './table-totals';

/** Everything of a published table that was read and scored. */
export interface ScoredParts {
  readonly layout: TableLayout;
  readonly rows: readonly ScoredRow[];
  readonly execution: ScoredExecution;
  readonly totals: TableTotals;
}

/** A published table as a source of checks: one table, no projects, no prose, no evidence; 得分 as 自评得分, the remark as 偏差原因. */
export function publishedContext(parts: ScoredParts): CheckContext {
  const { layout, rows, execution } = parts;
  const cells: readonly ReadCell[] = [...execution.cells, ...rows.flatMap((row) => row.cells)];
  const addresses = new Set(cells.map(({ address }) => address));
  const { text, read } = readerOf(cells);
  return {
    source: 'table',
    fiscalYear: layout.fiscalYear,
    thresholds: DEFAULT_THRESHOLDS,
    tables: [checkedTable(parts)],
    groups: [],
    prose: { passages: [], mentions: [], statements: [] },
    evidence: [],
    text: (address) => text(address).trim(),
    has: (address) => addresses.has(address),
    parsed: (address) => read(address).parsed,
    money: (address) => {
      const { part, parsed } = read(address);
      if (part === null || parsed.status === 'empty') return 'empty';
      if (parsed.status === 'invalid' || parsed.value.kind !== 'number') return 'unreadable';
      return { address: address as CellAddress, label: part.label, value: fraction(parsed.value.decimal), decimal: parsed.value.decimal };
    },
  };
}

function checkedTable({ layout, rows, execution, totals }: ScoredParts): CheckedTable {
  const { table } = layout;
  const grade = table.grade === null ? null : gradeOfWord(table.grade);
  return {
    subject: '',
    place: '',
    title: '本表各项指标',
    project: null,
    leaves: tableLeaves(rows, layout),
    execution: table.funding === null ? null : executionCells(execution, layout),
    funding: execution.basis.columns,
    expectedWeight: expectedWeight(layout),
    parents: weightedParents(rows),
    total: totals.computed,
    gradeBands: STANDARD_BANDS,
    printedTotal: totals.published === null ? null : { text: totals.published.text, score: totals.published.points.decimal },
    printedGrade: grade === null ? null : { text: table.grade!.trim(), grade },
  };
}

/**
 * 100, or what the execution line beside the indicators leaves of it. Null where the table is cut off, a weight is not legible or the points of the execution
 * line cannot be told.
 */
function expectedWeight({ table, rows, execution, isWhole, isExecutionAnIndicator, hasWeights }: TableLayout): Exact | null {
  const indicators = rows.filter(({ role }) => role === 'indicator');
  const isUnknown = indicators.some((row) => row.weight === null && row.published !== null);
  if (!isWhole || !hasWeights || isUnknown) return null;
  if (isExecutionAnIndicator || table.funding === null) return HUNDRED;
  if (execution.weight !== null) return sub(HUNDRED, execution.weight);
  const weights = sum(indicators.filter(isCountedRow).flatMap(({ weight }) => weight ?? []));
  return compare(weights, fraction('90')) === 0 ? null : HUNDRED;
}
