import { describe, expect, it } from 'vitest';
import { type IndicatorSystemVersion, type SlotBinding, slotBindingSchema } from '../form/indicator-system-version';
import { type ProjectBinding, projectBindingSchema, type ProjectForm } from '../form/project-form';
import { type IssuePlace, issueProblems, type IssueRequest, refusalsOfIssue } from './issue-verdict';

const NOW = new Date('2025-03-01T00:00:00Z');
const system = { slots: { min: 2, max: 3 } } as IndicatorSystemVersion;
const projectForm = {
  executionWeight: '10',
  primaries: [
    { name: '产出指标', weight: '60', secondaries: ['数量指标', '质量指标'] },
    { name: '效益指标', weight: '30', secondaries: ['社会效益指标'] },
  ],
} as unknown as ProjectForm;

const binding = (more: Partial<SlotBinding> = {}): SlotBinding =>
  slotBindingSchema.parse({ name: '年报率', definition: '定义', kind: 'quantitative', unit: '%', target: '85%', rule: { type: 'ratio' }, ...more });
const indicator = (code: string, primary: string, secondary: string, weight: string, more: object = {}) => ({
  ...{ code, primary, secondary, weight, name: `指标${code}`, kind: 'quantitative', unit: '项', target: '10项', rule: { type: 'ratio' } },
  ...more,
});
const project = (more: object = {}, indicators: object[] = [indicator('I01', '产出指标', '数量指标', '60'), indicator('I02', '效益指标', '社会效益指标', '30')]): ProjectBinding =>
  projectBindingSchema.parse({ code: 'P01', name: '抽检', fundSource: 'general_public_budget', expectedGoal: '完成抽检', indicators, ...more });

const whole: IssueRequest = {
  fiscalYear: 2024,
  name: '2024年度自评',
  notice: '请按时报送。',
  approvalDeadline: new Date('2025-03-20T10:00:00Z'),
  submissionDeadline: new Date('2025-03-27T10:00:00Z'),
  system,
  projectForm,
  departments: [{ departmentName: '甲局', bindings: [binding(), binding({ name: '抽检率' })], projects: [project()] }],
  issuedRounds: [{ fiscalYear: 2023, name: '2024年度自评' }],
};

const withBindings = (...bindings: SlotBinding[]): Partial<IssueRequest> => ({ departments: [{ departmentName: '甲局', bindings, projects: [] }] });
const withProjects = (...projects: ProjectBinding[]): Partial<IssueRequest> => ({ departments: [{ departmentName: '甲局', bindings: [binding(), binding()], projects }] });

it('a whole request has no problem', () => {
  expect(issueProblems(whole, NOW)).toEqual([]);
});

const cases: [string, Partial<IssueRequest>, IssuePlace, string][] = [
  ['year', { fiscalYear: 24 }, 'fiscalYear', '请填写四位数的预算年度，如 2024。'],
  ['year not a number', { fiscalYear: NaN }, 'fiscalYear', '请填写四位数的预算年度，如 2024。'],
  ['no name', { name: ' ' }, 'name', '请填写自评任务名称。'],
  ['long name', { name: '长'.repeat(61) }, 'name', '自评任务名称最多 60 个字，现有 61 个字。'],
  ['taken name', { issuedRounds: [{ fiscalYear: 2024, name: '2024年度自评' }] }, 'name', '2024 年度已有名为“2024年度自评”的自评任务，请换一个名称。'],
  ['taken name with blanks around', { name: ' 2024年度自评 ', issuedRounds: [{ fiscalYear: 2024, name: '2024年度自评' }] }, 'name', '2024 年度已有名为“2024年度自评”的自评任务，请换一个名称。'],
  ['no notice', { notice: '\n' }, 'notice', '请填写通知正文。'],
  ['long notice', { notice: '长'.repeat(10_001) }, 'notice', '通知正文最多 10000 个字，现有 10001 个字。'],
  ['no approval deadline', { approvalDeadline: new Date('') }, 'approvalDeadline', '请填写内部审核截止的日期和时间。'],
  ['no submission deadline', { submissionDeadline: new Date('') }, 'submissionDeadline', '请填写报送截止的日期和时间。'],
  ['deadlines crossed', { approvalDeadline: new Date('2025-03-27T10:00:01Z') }, 'approvalDeadline', '部门内部审核截止时间不能晚于报送截止时间。'],
  ['deadline gone', { approvalDeadline: new Date('2025-02-01Z'), submissionDeadline: NOW }, 'submissionDeadline', '报送截止时间已过，请改为今后的时间。'],
  ['nobody', { departments: [] }, 'departments', '请至少选择一个部门。'],
  ['too few', withBindings(binding()), 'targets', '甲局：个性指标应为 2 至 3 项，现有 1 项，请调整后再下达。'],
  ['too many', withBindings(binding(), binding(), binding(), binding()), 'targets', '甲局：个性指标应为 2 至 3 项，现有 4 项，请调整后再下达。'],
  ['words as a target', withBindings(binding(), binding({ target: '有效提升' })), 'targets', '甲局：个性指标“年报率”：目标值“有效提升”不是数、区间或日期，不能按完成值计分。请更正目标后再下达。'],
  ['at least nothing', withBindings(binding(), binding({ target: '≥0' })), 'targets', '甲局：个性指标“年报率”：目标值为 0 且计算符号为“≥”，任何完成值都得满分。请更正目标后再下达。'],
  ['negative', withBindings(binding(), binding({ target: '-5%' })), 'targets', '甲局：个性指标“年报率”：目标值为负数，不能按比例计分。请更正目标后再下达。'],
  ['unit', withBindings(binding(), binding({ target: '5户' })), 'targets', '甲局：个性指标“年报率”：目标值的单位“户”与计量单位“%”不符。请更正目标后再下达。'],
  ['project code twice', withProjects(project(), project({ name: '检验' })), 'targets', '甲局：项目编号 P01 重复，请逐一编号。'],
  [
    'weights',
    withProjects(project({}, [indicator('I01', '产出指标', '数量指标', '59.5'), indicator('I02', '效益指标', '社会效益指标', '30')])),
    'targets',
    '甲局：项目 P01“抽检”的产出指标分值合计 59.5 分，应为 60 分，请调整各项分值。',
  ],
  [
    'indicator code twice',
    withProjects(project({}, [indicator('I01', '产出指标', '数量指标', '60'), indicator('I01', '效益指标', '社会效益指标', '30')])),
    'targets',
    '甲局：项目 P01“抽检”指标代码 I01 重复，请逐一编号。',
  ],
  [
    'a place the form lacks',
    withProjects(project({}, [indicator('I01', '产出指标', '时效指标', '60'), indicator('I02', '效益指标', '社会效益指标', '30')])),
    'targets',
    '甲局：项目 P01“抽检”指标“指标I01”所在的“产出指标—时效指标”不在项目自评表中，请改用表中的一级、二级指标。',
  ],
  [
    "a project's target",
    withProjects(project({}, [indicator('I01', '产出指标', '数量指标', '60', { target: '若干' }), indicator('I02', '效益指标', '社会效益指标', '30')])),
    'targets',
    '甲局：项目 P01“抽检”指标“指标I01”：目标值“若干”不是数、区间或日期，不能按完成值计分。请更正目标后再下达。',
  ],
];

it.each(cases)('%s', (_name, more, place, text) => {
  const problems = issueProblems({ ...whole, ...more }, NOW);
  expect(problems).toEqual([{ place, department: place === 'targets' ? 0 : null, text }]);
});

describe('beside the table', () => {
  it('a finished round keeps its deadlines', () => {
    expect(refusalsOfIssue({ ...whole, submissionDeadline: new Date('2025-02-02Z'), approvalDeadline: new Date('2025-02-01Z') }, null)).toEqual([]);
  });

  it('names every department with its own index', () => {
    const empty = { bindings: [], projects: [] };
    const departments = [whole.departments[0]!, { ...empty, departmentName: '乙局' }, { ...empty, departmentName: '丙局' }];
    expect(issueProblems({ ...whole, departments }, NOW).map(({ department, text }) => [department, text.slice(0, 3)])).toEqual([
      [1, '乙局：'],
      [2, '丙局：'],
    ]);
  });

  it('one number of slots is said as one number', () => {
    const request = { ...whole, system: { slots: { min: 1, max: 1 } } as IndicatorSystemVersion };
    expect(refusalsOfIssue(request, NOW)).toEqual(['甲局：个性指标应为 1 项，现有 2 项，请调整后再下达。']);
  });
});
