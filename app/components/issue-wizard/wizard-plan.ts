import { bindingNote } from '~/app/domain/form/binding-problems';
import type { IndicatorSystemVersion } from '~/app/domain/form/indicator-system-version';
import type { ProjectForm } from '~/app/domain/form/project-form';
import type { IssueInput } from '~/app/domain/round/issue-input';
import { type IssueProblem, issueProblems, type IssueRequest } from '~/app/domain/round/issue-verdict';
import { noticeText } from './notice-text';
import { defaultName, instantOf, type WizardDraft } from './wizard-draft';
import type { WizardDepartment, WizardOptions, WizardScope } from './wizard-options';

/** Where a department's targets come from. */
export type ScopeSource = { readonly kind: 'imported' } | { readonly kind: 'carried'; readonly fiscalYear: number } | { readonly kind: 'none' };

export interface PlannedDepartment extends WizardScope {
  readonly department: WizardDepartment;
  readonly source: ScopeSource;
}

/** The draft as it would be issued now. */
export interface WizardPlan {
  readonly fiscalYear: number;
  readonly name: string;
  readonly notice: string;
  readonly approvalDeadline: Date;
  readonly submissionDeadline: Date;
  readonly system: WizardOptions['systems'][number];
  readonly projectForm: WizardOptions['projectForms'][number];
  readonly departments: readonly PlannedDepartment[];
}

const EMPTY: WizardScope = { bindings: [], projects: [] };

/** What a department would get, chosen or not. */
export function scopeOf(draft: WizardDraft, options: WizardOptions, departmentId: string): WizardScope & { readonly source: ScopeSource } {
  const imported = draft.imported[departmentId];
  if (imported) return { ...imported, source: { kind: 'imported' } };
  const carried = options.carried[departmentId];
  if (!carried) return { ...EMPTY, source: { kind: 'none' } };
  return { bindings: carried.bindings, projects: carried.projects, source: { kind: 'carried', fiscalYear: carried.fromFiscalYear } };
}

/** In the order of the directory. The bureau has at least one system and one project form. */
export function planOf(draft: WizardDraft, options: WizardOptions): WizardPlan {
  const approvalDeadline = instantOf(draft.approvalDate, draft.approvalTime);
  const submissionDeadline = instantOf(draft.submissionDate, draft.submissionTime);
  const { bureauName } = options;
  const chosen = new Set(draft.departmentIds);
  return {
    fiscalYear: /^\d{4}$/.test(draft.fiscalYear) ? parseInt(draft.fiscalYear, 10) : NaN,
    name: draft.name ?? defaultName(draft.fiscalYear),
    notice: draft.notice ?? noticeText({ fiscalYear: draft.fiscalYear, bureauName, approvalDeadline, submissionDeadline, now: new Date(options.now) }),
    approvalDeadline,
    submissionDeadline,
    system: options.systems.find(({ id }) => id === draft.systemId) ?? options.systems[0]!,
    projectForm: options.projectForms.find(({ id }) => id === draft.projectFormId) ?? options.projectForms[0]!,
    departments: options.departments.filter(({ id }) => chosen.has(id)).map((department) => ({ department, ...scopeOf(draft, options, department.id) })),
  };
}

function requestOf(plan: WizardPlan, { issuedRounds }: WizardOptions): IssueRequest {
  return {
    ...plan,
    system: plan.system.content as IndicatorSystemVersion,
    projectForm: plan.projectForm.content as ProjectForm,
    departments: plan.departments.map(({ department, bindings, projects }) => ({ departmentName: department.name, bindings, projects })),
    issuedRounds,
  };
}

/** What follows from a department's targets that is no obstacle: items that do not apply, days outside the year. */
export function notesOf({ bindings, projects }: WizardScope, { fiscalYear }: Pick<WizardPlan, 'fiscalYear'>): string[] {
  if (Number.isNaN(fiscalYear)) return [];
  const ofProjects = projects.flatMap((project) => project.indicators.flatMap((one) => notesIn(`项目 ${project.code}“${project.name}”指标`, bindingNote(one, fiscalYear))));
  return [...bindings.flatMap((one) => notesIn('个性指标', bindingNote(one, fiscalYear))), ...ofProjects];
}

const notesIn = (place: string, note: string | null): string[] => (note === null ? [] : [`${place}${note}。`]);

/** What stands in the way, by the same rules the server decides with. */
export function problemsOf(plan: WizardPlan, options: WizardOptions): IssueProblem[] {
  return issueProblems(requestOf(plan, options), new Date(options.now));
}

/** The targets alone, which take longest to judge and change least. */
export function targetProblemsOf(plan: WizardPlan, options: WizardOptions): IssueProblem[] {
  return problemsOf(plan, options).filter((problem) => problem.place === 'targets');
}

/** Everything but the targets. */
export function headProblemsOf(plan: WizardPlan, options: WizardOptions): IssueProblem[] {
  const bare = issueProblems({ ...requestOf(plan, options), departments: [] }, new Date(options.now));
  return bare.filter((problem) => problem.place !== 'departments' || plan.departments.length === 0);
}

/** What is sent to issue the round. */
export function issueInputOf(plan: WizardPlan): IssueInput {
  return {
    fiscalYear: plan.fiscalYear,
    name: plan.name.trim(),
    notice: plan.notice.trim(),
    indicatorSystemVersionId: plan.system.id,
    projectFormId: plan.projectForm.id,
    approvalDeadline: plan.approvalDeadline.toISOString(),
    submissionDeadline: plan.submissionDeadline.toISOString(),
    departments: plan.departments.map(({ department, bindings, projects }) => ({ departmentId: department.id, bindings: [...bindings], projects: [...projects] })),
  };
}
