import { percentFigure } from '../shared/decimal-format';
import type { DecimalText } from '../shared/decimal-text';
import { add, div, type Exact, isZero, sub, ZERO } from '../shared/fraction';
import { exactDecimal, fraction } from '../shared/fraction-text';
import { fundSourceSchema } from '../shared/fund-source';
import { budgetCells } from './fixed-cells';
import { parseCell } from './parse-cell';
import type { CellTexts } from './sections';

/** One side of the identity “合计 = 全年执行数”, in 万元. Null while nothing readable stands on that side. */
export interface BudgetSum {
  readonly total: DecimalText | null;
  /** total − executed; null while one of them is missing. */
  readonly difference: DecimalText | null;
}

export interface BudgetSums {
  readonly bySource: BudgetSum;
  readonly byNature: BudgetSum;
  /** 预算执行率 in percent, 2 digits half-up; null without an annual budget. */
  readonly executionRate: DecimalText | null;
}

export const SOURCE_ADDRESSES = fundSourceSchema.options.map((source) => `budget.source.${source}`);
export const NATURE_ADDRESSES = ['budget.nature.basic_expenditure', 'budget.nature.project_expenditure'] as const;

const SPECS = new Map(budgetCells().map((spec) => [spec.address as string, spec]));

/** The sums 收支情况 shows while it is typed: by source, by nature, and the execution rate. Unreadable cells count as empty. */
export function budgetSums(cells: CellTexts): BudgetSums {
  const figure = (address: string): Exact | null => {
    const parsed = parseCell(SPECS.get(address)!, cells[address] ?? '');
    return parsed.status === 'ok' && parsed.value.kind === 'number' ? fraction(parsed.value.decimal) : null;
  };
  const executed = figure('budget.executed');
  const annual = figure('budget.annual_budget');
  const sumOf = (addresses: readonly string[]): BudgetSum => {
    const figures = addresses.map(figure).filter((value) => value !== null);
    if (figures.length === 0) return { total: null, difference: null };
    const total = figures.reduce((left, right) => add(left, right), ZERO);
    return { total: exactDecimal(total), difference: executed === null ? null : exactDecimal(sub(total, executed)) };
  };
  return {
    bySource: sumOf(SOURCE_ADDRESSES),
    byNature: sumOf(NATURE_ADDRESSES),
    executionRate: executed === null || annual === null || isZero(annual) ? null : percentFigure(div(executed, annual)),
  };
}
