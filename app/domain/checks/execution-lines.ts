import { type CellAddress, fieldAddress, projectExecutionPrefix, projectFundingAddress } from '../form/cell-address';
import { div, type Exact, isZero, mul, roundFraction, HUNDRED } from '../shared/fraction';
import type { CheckContext, MoneyFigure } from './check-context';

/** Budget and executed amount of the department or of one project, where both are typed and readable. */
export interface ExecutionLine {
  readonly subject: string;
  readonly place: string;
  readonly budget: MoneyFigure;
  readonly executed: MoneyFigure;
  /** Exact; null when the annual budget is 0. */
  readonly rate: Exact | null;
  /** 偏差原因 of a project's execution line. */
  readonly deviation: CellAddress | undefined;
}

export function executionLines(context: CheckContext): readonly ExecutionLine[] {
  const whole = { subject: '', place: '', budget: 'budget.annual_budget' as CellAddress, executed: 'budget.executed' as CellAddress, deviation: undefined };
  const projects = context.projects.map(({ binding, place }) => ({
    subject: binding.code as string,
    place,
    budget: projectFundingAddress(binding.code, 'total', 'annual_budget'),
    executed: projectFundingAddress(binding.code, 'total', 'executed'),
    deviation: fieldAddress(projectExecutionPrefix(binding.code), 'deviation'),
  }));
  return [whole, ...projects].flatMap(({ subject, place, deviation, ...addresses }) => {
    const budget = context.money(addresses.budget);
    const executed = context.money(addresses.executed);
    if (typeof budget === 'string' || typeof executed === 'string') return [];
    return [{ subject, place, budget, executed, deviation, rate: isZero(budget.value) ? null : div(executed.value, budget.value) }];
  });
}

/** "99.92%". */
export function percentText(rate: Exact): string {
  return `${roundFraction(mul(rate, HUNDRED), { digits: 2, mode: 'half_up' })}%`;
}
