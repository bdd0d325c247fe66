import type { IndicatorSystemVersion, SlotBinding } from '../form/indicator-system-version';
import { parseTarget } from '../form/parse-target';
import type { ProjectBinding, ProjectForm } from '../form/project-form';
import { add, compare, type Exact, exactDecimal, fraction, sub, ZERO } from '../shared/fraction';

/** What one department gets when a round is issued, by the name the bureau knows it by. */
export interface DepartmentScope {
  readonly departmentName: string;
  readonly bindings: readonly SlotBinding[];
  readonly projects: readonly ProjectBinding[];
}

export interface IssueRequest {
  readonly name: string;
  readonly notice: string;
  readonly approvalDeadline: Date;
  readonly submissionDeadline: Date;
  readonly system: IndicatorSystemVersion;
  readonly projectForm: ProjectForm;
  readonly departments: readonly DepartmentScope[];
}

/**
 * Why a round cannot be issued, each reason a sentence that names the department and what to do; empty when it can. `now` is the database
 * clock; null allows deadlines in the past (a finished round is being loaded).
 */
export function refusalsOfIssue(request: IssueRequest, now: Date | null): string[] {
  const reasons: string[] = [];
  if (request.name.trim() === '') reasons.push('请填写自评任务名称。');
  if (request.notice.trim() === '') reasons.push('请填写通知正文。');
  if (request.approvalDeadline > request.submissionDeadline) reasons.push('部门内部审核截止时间不能晚于报送截止时间。');
  if (now !== null && request.submissionDeadline <= now) reasons.push('报送截止时间已过，请改为今后的时间。');
  if (request.departments.length === 0) reasons.push('请至少选择一个部门。');
  for (const department of request.departments) reasons.push(...refusalsOfDepartment(request, department));
  return reasons;
}

function refusalsOfDepartment({ system, projectForm }: IssueRequest, department: DepartmentScope): string[] {
  const reasons: string[] = [];
  const { bindings, projects, departmentName: name } = department;
  const { min, max } = system.slots;
  if (bindings.length < min || bindings.length > max) {
    reasons.push(`${name}：个性指标应为 ${min} 至 ${max} 项，现有 ${bindings.length} 项，请调整后再下达。`);
  }
  for (const binding of bindings) {
    const reason = refusalOfTarget(binding);
    if (reason) reasons.push(`${name}：个性指标“${binding.name}”${reason}`);
  }
  if (new Set(projects.map((project) => project.code)).size !== projects.length) reasons.push(`${name}：项目编号有重复，请逐一编号。`);
  for (const project of projects) {
    const due = sub(weightOf(projectForm), fraction(projectForm.executionWeight));
    const sum = project.indicators.reduce((total, indicator) => add(total, fraction(indicator.weight)), ZERO);
    if (compare(sum, due) !== 0) reasons.push(`${name}：项目“${project.name}”指标分值合计 ${exactDecimal(sum)} 分，应为 ${exactDecimal(due)} 分。`);
    for (const indicator of project.indicators) {
      const reason = refusalOfTarget(indicator);
      if (reason) reasons.push(`${name}：项目“${project.name}”指标“${indicator.name}”${reason}`);
    }
  }
  return reasons;
}

/** The full weight of a project form: the execution line and all first-level indicators. */
function weightOf(form: ProjectForm): Exact {
  return form.primaries.reduce((total, primary) => add(total, fraction(primary.weight)), fraction(form.executionWeight));
}

/** Rules that divide by the target or compare with it need a number; ≥ 0 would always be met (domain.md §2.4). */
function refusalOfTarget(bound: Pick<SlotBinding, 'target' | 'unit' | 'comparator' | 'rule'>): string | null {
  if (bound.rule.type !== 'ratio' && bound.rule.type !== 'ratio_reverse') return null;
  const target = parseTarget(bound.target, bound.unit);
  if (target.kind !== 'number') return `的目标值“${bound.target}”不是数字，不能按完成比例计分，请改目标值或改用评判等级。`;
  const comparator = target.comparator ?? bound.comparator;
  if (compare(fraction(target.value), ZERO) === 0 && (comparator === 'gte' || comparator === 'gt')) {
    return '的目标值为 0 且要求不低于，任何结果都得满分，请改为“=0”或“≤0”。';
  }
  return null;
}
