import { div, type Exact, isZero, mul, HUNDRED } from '../shared/fraction';
import { roundFraction } from '../shared/fraction-text';
import type { CheckContext, CheckedTable, ExecutionCells, MoneyFigure } from './check-context';

/** Budget and executed amount of a table, where both are typed and readable. */
export interface ExecutionLine {
  readonly cells: ExecutionCells;
  readonly budget: MoneyFigure;
  readonly executed: MoneyFigure;
  /** Exact; null when the annual budget is 0. */
  readonly rate: Exact | null;
}

export function executionLine(context: CheckContext, { execution }: CheckedTable): ExecutionLine | null {
  if (execution === null) return null;
  const budget = context.money(execution.budget);
  const executed = context.money(execution.executed);
  if (typeof budget === 'string' || typeof executed === 'string') return null;
  return { cells: execution, budget, executed, rate: isZero(budget.value) ? null : div(executed.value, budget.value) };
}

/** "99.92%". */
export function percentText(rate: Exact): string {
  return `${roundFraction(mul(rate, HUNDRED), { digits: 2, mode: 'half_up' })}%`;
}
