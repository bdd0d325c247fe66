import { bindingProblems } from '../form/binding-problems';
import type { IndicatorSystemVersion, SlotBinding } from '../form/indicator-system-version';
import type { ProjectBinding, ProjectForm } from '../form/project-form';
import { fiscalYearSchema } from '../shared/fiscal-year';
import { compare, sum } from '../shared/fraction';
import { exactDecimal, fraction } from '../shared/fraction-text';

/** What one department gets when a round is issued, by the name the bureau knows it by. */
export interface DepartmentScope {
  readonly departmentName: string;
  readonly bindings: readonly SlotBinding[];
  readonly projects: readonly ProjectBinding[];
}

export interface IssueRequest {
  readonly fiscalYear: number;
  readonly name: string;
  readonly notice: string;
  readonly approvalDeadline: Date;
  readonly submissionDeadline: Date;
  readonly system: IndicatorSystemVersion;
  readonly projectForm: ProjectForm;
  readonly departments: readonly DepartmentScope[];
  /** Rounds the bureau has issued: a name stands once in a fiscal year. */
  readonly issuedRounds: readonly { readonly fiscalYear: number; readonly name: string }[];
}

/** What of the request a problem is about. */
export type IssuePlace = 'fiscalYear' | 'name' | 'notice' | 'approvalDeadline' | 'submissionDeadline' | 'departments' | 'targets';

export interface IssueProblem {
  readonly place: IssuePlace;
  /** Index in `departments` for problems of one department's targets, else null. */
  readonly department: number | null;
  /** A whole sentence: whose, what is wrong, what to do. */
  readonly text: string;
}

const MAX_NAME = 60;
const MAX_NOTICE = 10_000;
const REPAIR = '请更正目标后再下达。';
const ANY_YEAR = 2000;

/**
 * Why a round cannot be issued; empty when it can. `now` is the database clock; null allows deadlines in the past (a finished round is
 * being loaded). Targets are held against domain.md §2.4 and the weights of the project form (财预〔2020〕10号).
 */
export function issueProblems(request: IssueRequest, now: Date | null): IssueProblem[] {
  const problems: IssueProblem[] = [];
  const add = (place: IssuePlace, text: string, department: number | null = null): void => void problems.push({ place, department, text });
  const { fiscalYear, notice, approvalDeadline, submissionDeadline } = request;
  const name = request.name.trim();
  if (!fiscalYearSchema.safeParse(fiscalYear).success) add('fiscalYear', '请填写四位数的预算年度，如 2024。');
  if (name === '') add('name', '请填写自评任务名称。');
  if (name.length > MAX_NAME) add('name', `自评任务名称最多 ${MAX_NAME} 个字，现有 ${name.length} 个字。`);
  if (request.issuedRounds.some((round) => round.fiscalYear === fiscalYear && round.name === name)) {
    add('name', `${fiscalYear} 年度已有名为“${name}”的自评任务，请换一个名称。`);
  }
  if (notice.trim() === '') add('notice', '请填写通知正文。');
  if (notice.length > MAX_NOTICE) add('notice', `通知正文最多 ${MAX_NOTICE} 个字，现有 ${notice.length} 个字。`);
  if (!isInstant(approvalDeadline)) add('approvalDeadline', '请填写内部审核截止的日期和时间。');
  if (!isInstant(submissionDeadline)) add('submissionDeadline', '请填写报送截止的日期和时间。');
  if (approvalDeadline > submissionDeadline) add('approvalDeadline', '部门内部审核截止时间不能晚于报送截止时间。');
  if (now !== null && submissionDeadline <= now) add('submissionDeadline', '报送截止时间已过，请改为今后的时间。');
  if (request.departments.length === 0) add('departments', '请至少选择一个部门。');
  request.departments.forEach((department, index) => {
    for (const text of targetProblems(request, department)) add('targets', `${department.departmentName}：${text}`, index);
  });
  return problems;
}

/** The sentences of `issueProblems`. */
export function refusalsOfIssue(request: IssueRequest, now: Date | null): string[] {
  return issueProblems(request, now).map((problem) => problem.text);
}

function isInstant(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

function targetProblems({ system, projectForm, fiscalYear }: Pick<IssueRequest, 'system' | 'projectForm' | 'fiscalYear'>, { bindings, projects }: DepartmentScope): string[] {
  const problems: string[] = [];
  const { min, max } = system.slots;
  // A year that is none is a problem of its own; whether a date can be read does not depend on which year it is.
  const year = fiscalYearSchema.safeParse(fiscalYear).success ? fiscalYear : ANY_YEAR;
  if (bindings.length < min || bindings.length > max) {
    const range = min === max ? `${min} 项` : `${min} 至 ${max} 项`;
    problems.push(`个性指标应为 ${range}，现有 ${bindings.length} 项，请调整后再下达。`);
  }
  for (const binding of bindings) problems.push(...bindingProblems(binding, year).map((problem) => `个性指标${problem}。${REPAIR}`));
  for (const code of repeated(projects.map((project) => project.code))) problems.push(`项目编号 ${code} 重复，请逐一编号。`);
  for (const project of projects) {
    problems.push(...projectProblems(projectForm, project, year).map((problem) => `项目 ${project.code}“${project.name}”${problem}`));
  }
  return problems;
}

function projectProblems(form: ProjectForm, { indicators }: ProjectBinding, fiscalYear: number): string[] {
  const problems: string[] = [];
  for (const code of repeated(indicators.map((indicator) => indicator.code))) problems.push(`指标代码 ${code} 重复，请逐一编号。`);
  for (const primary of form.primaries) {
    const due = fraction(primary.weight);
    const given = sum(indicators.filter((indicator) => indicator.primary === primary.name).map((indicator) => fraction(indicator.weight)));
    if (compare(given, due) !== 0) problems.push(`的${primary.name}分值合计 ${exactDecimal(given)} 分，应为 ${exactDecimal(due)} 分，请调整各项分值。`);
  }
  for (const indicator of indicators) {
    const primary = form.primaries.find((one) => one.name === indicator.primary);
    if (!primary?.secondaries.includes(indicator.secondary)) {
      problems.push(`指标“${indicator.name}”所在的“${indicator.primary}—${indicator.secondary}”不在项目自评表中，请改用表中的一级、二级指标。`);
    }
    problems.push(...bindingProblems(indicator, fiscalYear).map((problem) => `指标${problem}。${REPAIR}`));
  }
  return problems;
}

/** The first of each code that stands a second time. */
function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}
