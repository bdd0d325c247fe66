import type { SlotBinding } from '../form/indicator-system-version';
import type { ProjectBinding, ProjectForm, ProjectIndicator } from '../form/project-form';
import type { ScoringRule } from '../scoring/scoring-rule';
import { halfWidth } from '../form/typed-text';
import * as field from './target-sheets-fields';
import { type HeadOf, TARGET_LIMITS as LIMIT, type TargetDepartment, type TargetScope } from './target-sheets-layout';
import { readTable, type SheetRows, TargetErrors, type TargetRow } from './target-sheets-table';

/** What was taken out of the workbook file. */
export interface TargetBook {
  readonly sheets: readonly SheetRows[];
  /** Rules that have no name of their own, as the workbook kept them aside. */
  readonly customRules: readonly ScoringRule[];
}

export type TargetReading = { readonly ok: true; readonly scopes: readonly TargetScope[] } | { readonly ok: false; readonly errors: readonly string[] };

type MutableProject = Omit<ProjectBinding, 'indicators'> & { readonly row: TargetRow<HeadOf<'projects'>>; readonly indicators: ProjectIndicator[] };
interface MutableScope {
  readonly bindings: SlotBinding[];
  readonly projects: Map<string, MutableProject>;
}

/**
 * Reads the 审批目标表 into what each department named in it gets, in the order of `directory`. Either every row is right or nothing is
 * taken: `errors` then holds at least one sentence, each naming sheet, row and column. Whether the targets suit the indicator system is
 * decided by `issueProblems`. Indicators of a project are numbered I01, I02 … in the order of their rows.
 */
export function readTargetSheets(book: TargetBook, directory: readonly TargetDepartment[], form: ProjectForm): TargetReading {
  const errors = new TargetErrors();
  const scopes = new Map<string, MutableScope>();
  const scopeOf = (code: string): MutableScope => {
    const scope = scopes.get(code) ?? { bindings: [], projects: new Map<string, MutableProject>() };
    scopes.set(code, scope);
    return scope;
  };
  const bindingRows = readTable('bindings', book.sheets, errors);
  const projectRows = readTable('projects', book.sheets, errors);
  const indicatorRows = readTable('indicators', book.sheets, errors);
  const bindingPlaces = new Map<string, number>();
  for (const row of bindingRows) {
    const department = readDepartment(row, directory, row.text('部门名称'));
    if (isOnlyBegun(row, ['指标名称', '定义', '性质', '计算符号', '目标值', '计量单位', '计分方法'])) continue;
    const binding = readBinding(row, book.customRules);
    if (!department || !binding) continue;
    const earlier = bindingPlaces.get(`${department.code} ${binding.name}`);
    if (earlier !== undefined) row.refuse('指标名称', `“${binding.name}”与第 ${earlier} 行重复。`);
    bindingPlaces.set(`${department.code} ${binding.name}`, row.number);
    scopeOf(department.code).bindings.push(binding);
  }
  for (const row of projectRows) {
    const department = readDepartment(row, directory, row.text('部门名称'));
    if (isOnlyBegun(row, ['项目编号', '项目名称', '资金来源', '实施单位', '预期目标'])) continue;
    const project = readProject(row, department);
    if (!department || !project) continue;
    const { projects } = scopeOf(department.code);
    const earlier = projects.get(project.code);
    if (earlier) row.refuse('项目编号', `${department.name}的 ${project.code} 与第 ${earlier.row.number} 行重复。`);
    else projects.set(project.code, { ...project, row, indicators: [] });
  }
  for (const row of indicatorRows) {
    const department = readDepartment(row, directory, '');
    const code = field.readProjectCode(row, '项目编号');
    const project = department && code ? scopes.get(department.code)?.projects.get(code) : undefined;
    if (department && code && !project && errors.isEmpty) row.refuse('项目编号', `‘项目’表中${department.name}没有 ${code}。`);
    const indicator = readIndicator(row, form, book.customRules, (project?.indicators.length ?? 0) + 1);
    if (project && indicator) project.indicators.push(indicator);
  }
  const results = directory.filter(({ code }) => scopes.has(code)).map(({ code }) => toScope(code, scopes.get(code)!, errors));
  if (errors.isEmpty && results.length === 0) errors.add('个性指标', null, null, '表中没有任何部门的目标，请填写后再导入。');
  return errors.isEmpty ? { ok: true, scopes: results } : { ok: false, errors: errors.found };
}

function readDepartment(row: TargetRow<'部门代码'>, directory: readonly TargetDepartment[], name: string): TargetDepartment | null {
  const code = halfWidth(row.text('部门代码'));
  const found = directory.find((one) => one.code === code);
  const named = name === '' ? undefined : directory.find((one) => one.name === name);
  const hint = named ? `${named.name}的代码是 ${named.code}。` : '请对照部门名录更正。';
  if (code === '') row.refuse('部门代码', `没有填写，${hint}`);
  else if (!found) row.refuse('部门代码', `部门名录中没有代码“${code}”，${hint}`);
  else if (name !== '' && found.name !== name) row.refuse('部门代码', `${code} 是${found.name}，与同行的部门名称“${name}”不一致。`);
  else return found;
  return null;
}

/** The row a department without targets is given to begin with. */
function isOnlyBegun<Head extends string>(row: TargetRow<Head>, heads: readonly Head[]): boolean {
  return heads.every((head) => row.text(head) === '');
}

function readBinding(row: TargetRow<HeadOf<'bindings'>>, customRules: readonly ScoringRule[]): SlotBinding | null {
  const name = field.readText(row, '指标名称', LIMIT.name);
  const definition = field.readText(row, '定义', LIMIT.text);
  const measured = readMeasured(row, customRules);
  const aliases = field.readAliases(row, '其他叫法');
  return name !== null && definition !== null && measured !== null ? { name, definition, ...measured, aliases } : null;
}

function readIndicator(row: TargetRow<HeadOf<'indicators'>>, form: ProjectForm, customRules: readonly ScoringRule[], running: number): ProjectIndicator | null {
  const primaryName = field.readText(row, '一级指标', LIMIT.name);
  const secondary = field.readText(row, '二级指标', LIMIT.name);
  const primary = form.primaries.find((one) => one.name === primaryName);
  const quoted = (names: readonly string[]): string => names.map((one) => `“${one}”`).join('、');
  if (primaryName !== null && !primary) row.refuse('一级指标', `项目自评表中没有“${primaryName}”，应为${quoted(form.primaries.map((one) => one.name))}之一。`);
  if (primary && secondary !== null && !primary.secondaries.includes(secondary)) {
    row.refuse('二级指标', `“${primary.name}”下没有“${secondary}”，应为${quoted(primary.secondaries)}之一。`);
  }
  const name = field.readText(row, '三级指标', LIMIT.name);
  const weight = field.readWeight(row, '分值');
  const measured = readMeasured(row, customRules);
  if (running > 99) row.refuse('三级指标', '一个项目最多 99 项指标。');
  if (!primary || secondary === null || name === null || weight === null || measured === null) return null;
  return { code: `I${String(running).padStart(2, '0')}`, primary: primary.name, secondary, name, ...measured, weight };
}

type Measured = Pick<SlotBinding, 'kind' | 'unit' | 'comparator' | 'target' | 'rule'>;

function readMeasured(row: TargetRow<'性质' | '计算符号' | '目标值' | '计量单位' | '计分方法'>, customRules: readonly ScoringRule[]): Measured | null {
  const kind = field.readKind(row, '性质');
  const comparator = field.readComparator(row, '计算符号', kind, row.text('目标值'));
  const target = field.readText(row, '目标值', LIMIT.target);
  const unit = field.readOptionalText(row, '计量单位', LIMIT.unit);
  const rule = field.readRule(row, '计分方法', customRules);
  return kind && comparator && target !== null && unit !== null && rule ? { kind, unit, comparator, target, rule } : null;
}

function readProject(row: TargetRow<HeadOf<'projects'>>, department: TargetDepartment | null): Omit<ProjectBinding, 'indicators'> | null {
  const code = field.readProjectCode(row, '项目编号');
  const name = field.readText(row, '项目名称', LIMIT.name);
  const fundSource = field.readFundSource(row, '资金来源');
  const unit = field.readOptionalText(row, '实施单位', LIMIT.name);
  const expectedGoal = field.readText(row, '预期目标', LIMIT.text);
  const isKnownUnit = !unit || !department || unit === department.name || department.units.includes(unit);
  if (department && !isKnownUnit) {
    const units = department.units.length === 0 ? '该部门没有下属单位，本部门实施的请留空' : `应为${department.units.map((one) => `“${one}”`).join('、')}之一，本部门实施的请留空`;
    row.refuse('实施单位', `${department.name}没有名为“${unit}”的下属单位，${units}。`);
  }
  if (!department || !code || name === null || !fundSource || unit === null || !isKnownUnit || expectedGoal === null) return null;
  return { code, name, fundSource, implementingUnit: unit === '' || unit === department.name ? null : unit, expectedGoal };
}

function toScope(departmentCode: string, { bindings, projects }: MutableScope, errors: TargetErrors): TargetScope {
  return {
    departmentCode,
    bindings,
    projects: [...projects.values()].map(({ row, ...project }) => {
      if (project.indicators.length === 0 && errors.isEmpty) row.refuse('项目编号', `项目 ${project.code}“${project.name}”在‘项目指标’表中没有指标。`);
      return project;
    }),
  };
}
