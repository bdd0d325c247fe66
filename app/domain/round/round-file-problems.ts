import { bindingProblems } from '../form/binding-problems';
import { buildFormModel } from '../form/build-form-model';
import { specFor } from '../form/answers';
import type { IndicatorSystemVersion } from '../form/indicator-system-version';
import type { ProjectForm } from '../form/project-form';
import { projectFormProblems, systemProblems } from '../form/system-problems';
import { compare, sum } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { RoundFile, RoundFileAssignment } from './round-file';

/** The first of each code that stands a second time. */
function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}

function assignmentProblems(file: RoundFile, system: IndicatorSystemVersion, projectForm: ProjectForm, assignment: RoundFileAssignment): string[] {
  const department = file.departments.find((one) => one.code === assignment.department);
  if (!department) return [`.department：departments 里没有代码为 ${assignment.department} 的部门`];
  const problems: string[] = [];
  const { min, max } = system.slots;
  if (assignment.bindings.length < min || assignment.bindings.length > max) {
    problems.push(`.bindings：有 ${assignment.bindings.length} 项个性指标，应为 ${min} 至 ${max} 项`);
  }
  assignment.bindings.forEach((binding, index) => problems.push(...bindingProblems(binding, file.round.fiscalYear).map((problem) => `.bindings[${index}]：${problem}`)));
  problems.push(...repeated(assignment.projects.map((project) => project.code)).map((code) => `.projects：项目代码 ${code} 重复`));
  assignment.projects.forEach((project, index) => {
    const at = `.projects[${index}]`;
    if (project.implementingUnit !== null && !department.units.some((unit) => unit.name === project.implementingUnit)) {
      problems.push(`${at}.implementingUnit：${department.name}没有名为“${project.implementingUnit}”的下属单位`);
    }
    problems.push(...repeated(project.indicators.map((indicator) => indicator.code)).map((code) => `${at}.indicators：指标代码 ${code} 重复`));
    project.indicators.forEach((indicator, place) => problems.push(...bindingProblems(indicator, file.round.fiscalYear).map((problem) => `${at}.indicators[${place}]：${problem}`)));
    for (const primary of projectForm.primaries) {
      const weight = sum(project.indicators.filter((indicator) => indicator.primary === primary.name).map((indicator) => fraction(indicator.weight)));
      if (compare(weight, fraction(primary.weight)) !== 0) problems.push(`${at}.indicators：“${primary.name}”分值合计应为 ${primary.weight} 分`);
    }
    for (const [place, indicator] of project.indicators.entries()) {
      const primary = projectForm.primaries.find((one) => one.name === indicator.primary);
      if (!primary?.secondaries.includes(indicator.secondary)) problems.push(`${at}.indicators[${place}]：项目表里没有“${indicator.primary}/${indicator.secondary}”`);
    }
  });
  if (problems.length > 0) return problems;
  const model = buildFormModel({ system, projectForm, bindings: assignment.bindings, projects: assignment.projects });
  for (const [address, typed] of Object.entries(assignment.cells)) {
    const spec = specFor(model, address);
    if (!spec) problems.push(`.cells[${JSON.stringify(address)}]：表中没有这一项`);
    else if (typed.length > spec.maxLength) problems.push(`.cells[${JSON.stringify(address)}]：最多 ${spec.maxLength} 个字`);
  }
  if (assignment.state === 'not_started' && Object.keys(assignment.cells).length > 0) problems.push('.cells：未开始的任务不应有填报内容');
  return problems;
}

/**
 * What is wrong with a round file beyond its shape: codes that lead nowhere or stand twice, bindings that cannot be scored, weights that do not
 * add up, cells the form does not have. Each problem in Chinese, led by its path in the file. Text that does not parse is no problem here: a
 * form being filled in may hold it.
 */
export function roundFileProblems(file: RoundFile, system: IndicatorSystemVersion, projectForm: ProjectForm): string[] {
  const problems = [...systemProblems(system).map((problem) => `system：${problem}`), ...projectFormProblems(projectForm).map((problem) => `projectForm：${problem}`)];
  problems.push(...repeated(file.categories.map(({ code }) => code)).map((code) => `categories：代码 ${code} 重复`));
  problems.push(...repeated(file.departments.map(({ code }) => code)).map((code) => `departments：代码 ${code} 重复`));
  problems.push(...repeated(file.assignments.map(({ department }) => department)).map((code) => `assignments：部门 ${code} 重复`));
  file.departments.forEach((department, index) => {
    if (!file.categories.some(({ code }) => code === department.category)) problems.push(`departments[${index}].category：categories 里没有代码为 ${department.category} 的类别`);
    problems.push(...repeated(department.units.map(({ code }) => code)).map((code) => `departments[${index}].units：代码 ${code} 重复`));
  });
  if (problems.length > 0) return problems;
  file.assignments.forEach((assignment, index) => {
    problems.push(...assignmentProblems(file, system, projectForm, assignment).map((problem) => `assignments[${index}]${problem}`));
  });
  const unfinished = file.assignments.filter(({ state }) => state !== 'submitted' && state !== 'accepted').length;
  if (file.round.state === 'finalised' && unfinished > 0) problems.push(`round.state：还有 ${unfinished} 个部门没有报送，不能定稿`);
  return problems;
}
