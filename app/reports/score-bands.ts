import type { ProjectForm } from '~/app/domain/form/project-form';
import { GRADE_NAMES, type Grade } from '~/app/domain/shared/grade';
import type { ProjectScore } from '~/app/domain/scoring/score-sheet';
import { compare, type Exact, sum } from '~/app/domain/shared/fraction';
import { exactDecimal, fraction } from '~/app/domain/shared/fraction-text';
import type { FundSource } from '~/app/domain/shared/fund-source';

/** One band of project scores with its bounds stated: lower bound included, upper excluded. */
export interface ScoreBand {
  /** "100分", "95分（含）至100分（不含）", "不足60分". */
  readonly label: string;
  readonly grade: Grade;
  readonly projects: readonly ProjectScore[];
}

/** Splits the best grade, which holds nearly all projects, in the middle; domain.md §4.1 ④ shows the same bands. */
const SPLIT = '95';

/**
 * Bands that cover every score exactly once: the full score by itself, then down the bounds of the project form's grades. Scores are the
 * system's, rounded by the form.
 */
export function scoreBands(form: ProjectForm, projects: readonly ProjectScore[]): ScoreBand[] {
  const full = sum([form.executionWeight, ...form.primaries.map(({ weight }) => weight)].map(fraction));
  const bounds = [...form.gradeBands.map(({ atLeast }) => fraction(atLeast)), fraction(SPLIT)]
    .filter((bound) => compare(bound, full) < 0)
    .sort((left, right) => compare(right, left))
    .filter((bound, index, all) => index === 0 || compare(bound, all[index - 1]!) !== 0);
  const lowers = [full, ...bounds];
  return lowers.map((lower, index) => ({
    label: labelOf(lower, lowers[index - 1], index === lowers.length - 1 && compare(lower, fraction('0')) === 0),
    grade: gradeAt(form, lower),
    projects: projects.filter(({ total }) => {
      const score = fraction(total.score);
      const belowUpper = index === 0 || compare(score, lowers[index - 1]!) < 0;
      return compare(score, lower) >= 0 && belowUpper;
    }),
  }));
}

function labelOf(lower: Exact, upper: Exact | undefined, isLowest: boolean): string {
  const points = (bound: Exact): string => `${exactDecimal(bound)}分`;
  if (upper === undefined) return points(lower);
  return isLowest ? `不足${points(upper)}` : `${points(lower)}（含）至${points(upper)}（不含）`;
}

function gradeAt(form: ProjectForm, score: Exact): Grade {
  return form.gradeBands.find(({ atLeast }) => compare(score, fraction(atLeast)) >= 0)?.grade ?? form.gradeBands.at(-1)!.grade;
}

export const gradeName = (grade: Grade): string => GRADE_NAMES[grade];

/** Names of projects by what pays for them, as sentences and narrow columns use them. */
const FUND_PROJECT_NAMES: Readonly<Record<FundSource, string>> = {
  general_public_budget: '一般公共预算',
  government_fund_budget: '政府性基金预算',
  state_capital_budget: '国有资本经营预算',
  other_funds: '其他资金',
};

export function fundName(source: string): string {
  return Object.hasOwn(FUND_PROJECT_NAMES, source) ? FUND_PROJECT_NAMES[source as FundSource] : source;
}
