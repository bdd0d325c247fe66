import { projectFundingAddress } from '../form/cell-address';
import type { ProjectEntries } from '../form/form-entries';
import type { ProjectBinding, ProjectForm } from '../form/project-form';
import { div, type Exact, fraction, HUNDRED, isZero, mul, sum } from '../shared/fraction';
import { percentFigure } from '../shared/decimal-format';
import { type CellReader, valueOf } from './read-cell';
import { type PreparedItem, prepareItem, type ScoredItem } from './score-item';
import type { ProjectScore } from './score-sheet';
import { scoreTotal, type TotalRules } from './score-total';

/** A project made ready for scoring: its execution line, its indicators and the form's total. */
export interface PreparedProject {
  readonly binding: ProjectBinding;
  readonly execution: PreparedItem;
  readonly items: readonly PreparedItem[];
  readonly rules: TotalRules;
  /** Cells outside the project that one of its scores reads. */
  readonly outside: readonly string[];
}

export function prepareProject(form: ProjectForm, { binding, execution, indicators }: ProjectEntries): PreparedProject {
  const weights = [form.executionWeight, ...form.primaries.map((primary) => primary.weight)];
  const items = indicators.map((entry) => prepareItem(entry, form.rounding));
  return {
    binding,
    execution: prepareItem(execution, form.rounding),
    items,
    outside: items.flatMap(({ reads }) => (reads.length === 0 ? reads : reads.filter((address) => projectOf(address) !== binding.code))),
    rules: { totalWeight: sum(weights.map(fraction)), rounding: form.rounding, gradeBands: form.gradeBands, executionCaps: form.executionCaps ?? [] },
  };
}

/** The project a cell belongs to: "P07" of `projects.P07.funding.executed`; null for cells of the department. */
export function projectOf(address: string): string | null {
  return address.startsWith('projects.') ? address.slice(9, address.indexOf('.', 9)) : null;
}

/** 项目支出绩效自评表 of one project: execution line + indicators, at most the form's total (财预〔2020〕10号; domain.md §2). */
export function scoreProject(project: PreparedProject, read: CellReader, score: (item: PreparedItem) => ScoredItem): ProjectScore {
  const execution = score(project.execution);
  const items = project.items.map(score);
  const { code, name, fundSource } = project.binding;
  const annualBudget = valueOf(read(projectFundingAddress(code, 'total', 'annual_budget')), 'number')?.decimal ?? null;
  const executed = valueOf(read(projectFundingAddress(code, 'total', 'executed')), 'number')?.decimal ?? null;
  return {
    code,
    name,
    fundSource,
    annualBudget,
    executed,
    executionRate: rateOf(executed, annualBudget, percentFigure),
    execution: execution.item,
    items: items.map(({ item }) => item),
    total: scoreTotal([execution, ...items], project.rules, exactRate(executed, annualBudget)).total,
  };
}

/** executed ÷ budget in percent, half-up; null when either is missing or the budget is zero. */
export function rateOf(executed: string | null, budget: string | null, inPercent: (rate: Exact) => string): string | null {
  if (executed === null || budget === null) return null;
  const denominator = fraction(budget);
  return isZero(denominator) ? null : inPercent(div(fraction(executed), denominator));
}

/** executed ÷ budget in percent, unrounded. */
export function exactRate(executed: string | null, budget: string | null): Exact | null {
  if (executed === null || budget === null || isZero(fraction(budget))) return null;
  return mul(div(fraction(executed), fraction(budget)), HUNDRED);
}
