import type { CellAddress } from '../form/cell-address';
import type { FundingColumn } from '../checks/check-context';
import { type ReadCell, valueOf } from '../scoring/read-cell';
import { compare, type Exact, isZero, sum } from '../shared/fraction';
import { exactDecimal, fraction } from '../shared/fraction-text';
import { FUNDING_COLUMN_NAMES, FUNDING_COLUMNS, fundingAddress, fundingCells, type FundingColumnKey, isNested, moneyCell, moneyUnitOf, totalRowOf } from './funding-rows';
import type { PublishedTable } from './published-table';

/** Which figures the execution rate divides, and the cells they stand in. */
export interface FundingBasis {
  readonly cells: readonly ReadCell[];
  readonly budget: CellAddress;
  readonly executed: CellAddress;
  /** Both figures are readable. */
  readonly isReadable: boolean;
  /** The columns that have sources to add up, for the check of sums. */
  readonly columns: readonly FundingColumn[];
  readonly assumptions: readonly string[];
}

type Amounts = Readonly<Record<FundingColumnKey, Exact | null>>;

/**
 * Takes budget and executed amount from the total line. Where that line is 0 or empty while its sources are not, and where there is no total line, the
 * sources are added up; without 全年预算数 anywhere the 年初预算数 stands in. Either is said.
 */
export function fundingBasis({ funding, unit }: Pick<PublishedTable, 'funding' | 'unit'>): FundingBasis {
  const rows = funding?.rows ?? [];
  const cells = fundingCells(rows, moneyUnitOf(unit));
  const byAddress = new Map(cells.map((cell) => [cell.address, cell]));
  const amountAt = (row: number, column: FundingColumnKey): Exact | null => amountOf(byAddress.get(fundingAddress(row, column)));
  const totalRow = totalRowOf(rows);
  const sources = sourcesOf(rows, totalRow, amountAt);
  const own: Amounts | null = totalRow === null ? null : amountsOf((column) => amountAt(totalRow, column));
  const added = amountsOf((column) => addUp(sources.map((row) => amountAt(row, column))));
  const isSummed = sources.length > 0 && isNothing(own) && !isNothing(added);
  const amounts = isSummed ? added : own;
  const place = isSummed ? 'sum' : (totalRow ?? 0);
  const budgetColumn: FundingColumnKey = amounts !== null && amounts.full_year_budget === null && amounts.initial_budget !== null ? 'initial_budget' : 'full_year_budget';
  const assumptions: string[] = [];
  if (isSummed) assumptions.push(`${own === null ? '没有总额行' : '总额行为 0 或空着'}，按各来源之和计：${shown(added, 'full_year_budget')}，${shown(added, 'executed')}`);
  if (budgetColumn === 'initial_budget') assumptions.push('没有全年预算数，按年初预算数计算执行率');
  return {
    cells: isSummed ? [...cells, ...sumCells(added)] : cells,
    budget: fundingAddress(place, budgetColumn),
    executed: fundingAddress(place, 'executed'),
    isReadable: amounts !== null && amounts[budgetColumn] !== null && amounts.executed !== null,
    columns: totalRow === null || sources.length === 0 ? [] : FUNDING_COLUMNS.map((column) => columnOf(column, totalRow, sources)),
    assumptions,
  };
}

/** The lines below the total. A further 其中 counts as one of them, unless the sum only comes out without it. */
function sourcesOf(rows: readonly { readonly label: string | null }[], totalRow: number | null, amountAt: (row: number, column: FundingColumnKey) => Exact | null): readonly number[] {
  const all = rows.map((_, index) => index).filter((index) => index !== totalRow);
  const flat = all.filter((index) => !isNested(rows as Parameters<typeof isNested>[0], index, totalRow));
  if (totalRow === null || flat.length === all.length) return all;
  const comesOut = (lines: readonly number[]): boolean => FUNDING_COLUMNS.every((column) => isEqual(addUp(lines.map((row) => amountAt(row, column))), amountAt(totalRow, column)));
  return !comesOut(all) && comesOut(flat) ? flat : all;
}

const columnOf = (column: FundingColumnKey, totalRow: number, sources: readonly number[]): FundingColumn => ({
  key: column,
  name: FUNDING_COLUMN_NAMES[column],
  total: fundingAddress(totalRow, column),
  sources: sources.map((row) => fundingAddress(row, column)),
});

function sumCells(added: Amounts): readonly ReadCell[] {
  return FUNDING_COLUMNS.flatMap((column) => {
    const decimal = added[column] === null ? null : exactDecimal(added[column]);
    return decimal === null ? [] : [moneyCell(fundingAddress('sum', column), column, decimal, { status: 'ok', value: { kind: 'number', decimal, unit: '万元' }, assumptions: [] })];
  });
}

function amountsOf(amount: (column: FundingColumnKey) => Exact | null): Amounts {
  return { initial_budget: amount('initial_budget'), full_year_budget: amount('full_year_budget'), executed: amount('executed') };
}

function amountOf(cell: ReadCell | undefined): Exact | null {
  const value = cell === undefined ? null : valueOf(cell, 'number');
  return value === null ? null : fraction(value.decimal);
}

/** null where no line holds an amount. */
function addUp(amounts: readonly (Exact | null)[]): Exact | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : sum(known);
}

/** No amount but 0 in the two columns the rate divides. */
function isNothing(amounts: Amounts | null): boolean {
  return amounts === null || [amounts.full_year_budget, amounts.executed].every((amount) => amount === null || isZero(amount));
}

function isEqual(left: Exact | null, right: Exact | null): boolean {
  return left === null || right === null ? left === right : compare(left, right) === 0;
}

function shown(amounts: Amounts, column: FundingColumnKey): string {
  const amount = amounts[column];
  return `${FUNDING_COLUMN_NAMES[column]} ${amount === null ? '没有' : `${exactDecimal(amount)} 万元`}`;
}
