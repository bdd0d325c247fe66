import { budgetSums, NATURE_ADDRESSES, SOURCE_ADDRESSES } from '~/app/domain/form/budget-sums';
import { FUNDING_COLUMNS, FUNDING_ROWS, projectAddresses } from '~/app/domain/form/project-addresses';
import type { CellSpec } from '~/app/domain/form/form-model';
import { budgetCells } from '~/app/domain/form/fixed-cells';
import { parseCell } from '~/app/domain/form/parse-cell';
import { FUNDING_ROW_NAMES, projectCells } from '~/app/domain/form/project-cells';
import type { ProjectBinding } from '~/app/domain/form/project-form';
import type { CellTexts } from '~/app/domain/form/sections';

/** An amount in 万元: as typed, and as read (null where it is empty or cannot be read). */
export interface MoneyFigure {
  readonly typed: string;
  readonly amount: string | null;
}

export interface MoneyRow extends MoneyFigure {
  readonly label: string;
}

/** A block of 收支情况 with what stands below its rows. */
export interface MoneyBlock {
  readonly title: string;
  readonly rows: readonly MoneyRow[];
  /** Null where the rows are no parts of a sum. */
  readonly sum: { readonly total: string | null; readonly difference: string | null } | null;
}

export interface BudgetView {
  readonly blocks: readonly MoneyBlock[];
  /** Percent. */
  readonly executionRate: string | null;
}

function figureOf(spec: CellSpec, cells: CellTexts): MoneyFigure {
  const typed = cells[spec.address] ?? '';
  const parsed = parseCell(spec, typed);
  return { typed, amount: parsed.status === 'ok' && parsed.value.kind === 'number' ? parsed.value.decimal : null };
}

/** 收支情况 as it was filled in, with the sums that must agree. */
export function budgetView(cells: CellTexts): BudgetView {
  const specs = budgetCells();
  const rows = (addresses: readonly string[]): MoneyRow[] =>
    specs.filter((spec) => addresses.includes(spec.address)).map((spec) => ({ label: spec.label, ...figureOf(spec, cells) }));
  const sums = budgetSums(cells);
  const named = (...names: string[]): string[] => names.map((name) => `budget.${name}`);
  return {
    blocks: [
      { title: '预算与执行', rows: rows(named('initial_budget', 'adjustments', 'annual_budget', 'executed')), sum: null },
      { title: '结转结余', rows: rows(named('prior_year_carryover', 'year_end_carryover')), sum: null },
      { title: '全年执行数按资金来源', rows: rows(SOURCE_ADDRESSES), sum: sums.bySource },
      { title: '全年执行数按支出性质', rows: rows(NATURE_ADDRESSES), sum: sums.byNature },
    ],
    executionRate: sums.executionRate,
  };
}

export interface FundsRow {
  readonly label: string;
  readonly isTotal: boolean;
  /** In the order of `FUNDING_COLUMNS`. */
  readonly figures: readonly MoneyFigure[];
}

/** 项目资金 of one project: the total and its three sources. */
export function fundsRows(project: ProjectBinding, cells: CellTexts): FundsRow[] {
  const specs = new Map(projectCells(project).map((spec) => [spec.address as string, spec]));
  return FUNDING_ROWS.map((row) => ({
    label: FUNDING_ROW_NAMES[row],
    isTotal: row === 'total',
    figures: FUNDING_COLUMNS.map((column) => figureOf(specs.get(projectAddresses(project.code).funding(row, column))!, cells)),
  }));
}
