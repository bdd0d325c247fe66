import type { IssuePlace, IssueProblem } from '~/app/domain/round/issue-verdict';
import type { WizardPlan } from './wizard-plan';

export const STEPS = [
  { number: 1, title: '基本信息' },
  { number: 2, title: '部门范围' },
  { number: 3, title: '指标与项目' },
  { number: 4, title: '预览确认' },
] as const;
export type StepNumber = (typeof STEPS)[number]['number'];

/** Id of the field where a problem is mended. */
export const FIELD_IDS = {
  fiscalYear: 'issue-fiscal-year',
  name: 'issue-name',
  notice: 'issue-notice',
  approvalDeadline: 'issue-approval-date',
  submissionDeadline: 'issue-submission-date',
  departments: 'issue-departments',
} as const satisfies Partial<Record<IssuePlace, string>>;

export const departmentAnchor = (code: string): string => `department-${code}`;
export const stepLink = (step: StepNumber, anchor?: string): string => `?step=${step}${anchor === undefined ? '' : `#${anchor}`}`;

export function stepOfPlace(place: IssuePlace): StepNumber {
  return place === 'targets' ? 3 : place === 'departments' ? 2 : 1;
}

/** The step and field (or department) where a problem is mended. */
export function linkOfProblem(problem: IssueProblem, plan: WizardPlan): string {
  if (problem.place !== 'targets') return stepLink(stepOfPlace(problem.place), FIELD_IDS[problem.place]);
  const planned = problem.department === null ? undefined : plan.departments[problem.department];
  return stepLink(3, planned && departmentAnchor(planned.department.code));
}

/** The step a `?step=` names; the first one for anything else. */
export function readStep(text: string | null): StepNumber {
  return STEPS.find((step) => String(step.number) === text)?.number ?? 1;
}
