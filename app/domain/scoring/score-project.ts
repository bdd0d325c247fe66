import type { ProjectEntries } from '../form/form-entries';
import type { ProjectBinding, ProjectForm } from '../form/project-form';
import { div, type Exact, HUNDRED, isZero, mul, sum } from '../shared/fraction';
import { fraction, roundPercent } from '../shared/fraction-text';
import { fundingPart } from '../form/project-cells';
import { type CellReader, type ReadCell, valueOf } from './read-cell';
import { type PreparedItem, prepareItem, type ScoredItem } from './score-item';
import type { ProjectScore } from './score-sheet';
import { scoreTotal, type TotalRules, totalRules } from './score-total';

/** A project made ready for scoring: its execution line, its indicators and the form's total. */
export interface PreparedProject {
  readonly binding: ProjectBinding;
  /** Cells of 全年预算数 and 全年执行数. */
  readonly annualBudget: string;
  readonly executed: string;
  readonly execution: PreparedItem;
  readonly items: readonly PreparedItem[];
  readonly rules: TotalRules;
}

/** What the totals of all projects of a form have in common. */
export function projectTotalRules(form: ProjectForm): TotalRules {
  const weights = [form.executionWeight, ...form.primaries.map((primary) => primary.weight)];
  return totalRules(sum(weights.map(fraction)), form);
}

export function prepareProject({ rounding }: ProjectForm, rules: TotalRules, { binding, execution, indicators }: ProjectEntries): PreparedProject {
  const items = indicators.map((entry) => prepareItem(entry, rounding));
  const line = prepareItem(execution, rounding);
  // What the execution line divides by what.
  const [executed, annualBudget] = line.reads;
  return {
    binding,
    annualBudget: annualBudget!,
    executed: executed!,
    execution: line,
    items,
    rules,
  };
}

/** What a project had to spend and what it spent. */
export interface ProjectFunds {
  readonly annualBudget: ReadCell;
  readonly executed: ReadCell;
}

/** Reads both in the total row of the project's funds table. */
export function readFunds({ annualBudget, executed }: PreparedProject, cells: CellReader): ProjectFunds {
  return { annualBudget: cells.read(annualBudget, ANNUAL_BUDGET), executed: cells.read(executed, EXECUTED) };
}

const ANNUAL_BUDGET = fundingPart('total', 'annual_budget');
const EXECUTED = fundingPart('total', 'executed');

/** 项目支出绩效自评表 of one project: execution line + indicators, at most the form's total (财预〔2020〕10号; domain.md §2). */
export function scoreProject(project: PreparedProject, funds: ProjectFunds, execution: ScoredItem, items: readonly ScoredItem[]): ProjectScore {
  const { code, name, fundSource } = project.binding;
  const annualBudget = valueOf(funds.annualBudget, 'number')?.decimal ?? null;
  const executed = valueOf(funds.executed, 'number')?.decimal ?? null;
  return {
    code,
    name,
    fundSource,
    annualBudget,
    executed,
    executionRate: rateOf(executed, annualBudget, roundPercent),
    execution: execution.item,
    items: items.map(({ item }) => item),
    total: scoreTotal([execution, ...items], project.rules, project.rules.executionCaps.length === 0 ? null : exactRate(executed, annualBudget)).total,
  };
}

/** executed ÷ budget in percent, as `inPercent` prints it; null when either is missing or the budget is zero. */
export function rateOf(executed: string | null, budget: string | null, inPercent: (executed: Exact, budget: Exact) => string): string | null {
  if (executed === null || budget === null) return null;
  const denominator = fraction(budget);
  return isZero(denominator) ? null : inPercent(fraction(executed), denominator);
}

/** executed ÷ budget in percent, unrounded. */
export function exactRate(executed: string | null, budget: string | null): Exact | null {
  if (executed === null || budget === null || isZero(fraction(budget))) return null;
  return mul(div(fraction(executed), fraction(budget)), HUNDRED);
}
