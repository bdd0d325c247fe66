import { indicatorSystemVersionSchema, slotBindingSchema } from '../../form/indicator-system-version';
import { projectBindingSchema, projectFormSchema } from '../../form/project-form';
import type { Snapshot } from '../../form/snapshot';

const rounding = { scope: 'total', digits: 2, mode: 'half_up' };
const gradeBands = [
  { grade: 'excellent', atLeast: '90' },
  { grade: 'poor', atLeast: '0' },
];
const ratio = { type: 'ratio' };
const tier = { type: 'tier_judgement' };

const system = indicatorSystemVersionSchema.parse({
  code: 'small',
  name: '核查用小指标体系',
  version: 1,
  totalWeight: '60',
  slots: { codePrefix: 'LZ', primary: '履职效能', secondary: '重点工作任务', points: '40', count: 4, min: 1, max: 12 },
  indicators: [
    {
      code: 'LZ-09',
      primary: '履职效能',
      secondary: '资金使用',
      name: '部门预算资金支出率',
      definition: '全年执行数÷全年预算数',
      criteria: '按比例计分',
      weight: '10',
      rule: { type: 'ratio', measure: { kind: 'quotient', numerator: { cell: 'budget.executed' }, denominator: { cell: 'budget.annual_budget' } } },
      source: '测试',
    },
    {
      code: 'GL-04',
      primary: '管理效率',
      secondary: '预算执行',
      name: '财务管理合规性',
      definition: '检查发现的问题',
      criteria: '每个扣 1 分',
      weight: '10',
      inputs: [{ key: 'findings', label: '问题数', kind: 'count', unit: '个' }],
      rule: { type: 'deduction_list', items: [{ input: 'findings', pointsEach: '1' }] },
      source: '测试',
    },
  ],
  rounding,
  gradeBands,
});

const projectForm = projectFormSchema.parse({
  code: 'form',
  name: '项目支出绩效自评表',
  version: 1,
  executionWeight: '10',
  primaries: [
    { name: '产出指标', weight: '50', secondaries: ['数量指标', '质量指标'] },
    { name: '效益指标', weight: '40', secondaries: ['社会效益指标'] },
  ],
  rounding,
  gradeBands,
  source: '测试',
});

const bindings = [
  { name: '企业年度报告率', definition: '已报÷应报', kind: 'quantitative', target: '≥85%', rule: ratio },
  { name: '商事主体数', definition: '实有户数', kind: 'quantitative', target: '≥14.6万户', rule: ratio, aliases: ['经营主体数'] },
  { name: '电梯事故次数', definition: '事故起数', kind: 'quantitative', comparator: 'lte', target: '≤2起', rule: { type: 'ratio_reverse' } },
  { name: '市场秩序', definition: '监管成效', kind: 'qualitative', target: '有效提升', rule: tier },
].map((binding) => slotBindingSchema.parse(binding));

const project = (code: string, fundSource: string) =>
  projectBindingSchema.parse({
    code,
    name: `项目${code}`,
    fundSource,
    expectedGoal: '完成年度任务',
    indicators: [
      { code: 'I01', primary: '产出指标', secondary: '数量指标', name: '抽检批次', kind: 'quantitative', target: '≥100批次', weight: '30', rule: ratio },
      { code: 'I02', primary: '产出指标', secondary: '质量指标', name: '合格率', kind: 'quantitative', target: '≥90%', weight: '20', rule: ratio },
      { code: 'I03', primary: '效益指标', secondary: '社会效益指标', name: '安全水平', kind: 'qualitative', target: '持续提升', weight: '40', rule: tier },
    ],
  });

const projectCells = (code: string, executed: string): Record<string, string> => ({
  [`projects.${code}.funding.initial_budget`]: executed,
  [`projects.${code}.funding.annual_budget`]: executed,
  [`projects.${code}.funding.executed`]: executed,
  [`projects.${code}.funding.fiscal_appropriation.annual_budget`]: executed,
  [`projects.${code}.funding.fiscal_appropriation.executed`]: executed,
  [`projects.${code}.goal_actual`]: '按计划完成',
  [`projects.${code}.indicators.I01.actual`]: '100批次',
  [`projects.${code}.indicators.I02.actual`]: '80%',
  [`projects.${code}.indicators.I02.deviation`]: '老旧设备抽检多，合格率偏低',
  [`projects.${code}.indicators.I03.actual`]: '同类问题减少',
  [`projects.${code}.indicators.I03.tier`]: '达成年度指标',
  [`projects.${code}.indicators.I03.judged_points`]: '40',
});

const CELLS: Readonly<Record<string, string>> = {
  'basics.functions': '市场监管',
  'basics.overall_objective': '守住安全底线',
  'basics.key_tasks': '监督抽查',
  'budget.initial_budget': '1,000.00',
  'budget.adjustments': '0',
  'budget.annual_budget': '1,000.00',
  'budget.executed': '990.00',
  'budget.source.general_public_budget': '890.00',
  'budget.source.government_fund_budget': '100.00',
  'budget.nature.basic_expenditure': '690.00',
  'budget.nature.project_expenditure': '300.00',
  'budget.year_end_carryover': '10.00',
  'indicators.LZ-01.actual': '96.81%',
  'indicators.LZ-02.actual': '14.6万户',
  'indicators.LZ-03.actual': '0起',
  'indicators.LZ-04.actual': '投诉量下降',
  'indicators.LZ-04.tier': '达成年度指标',
  'indicators.LZ-04.judged_points': '10',
  'indicators.GL-04.inputs.findings': '0',
  'narrative.achievements': '抽检任务完成',
  'narrative.problems': '企业年度报告率的目标偏低',
  'narrative.measures': '逐项测算企业年度报告率等指标的目标',
  ...projectCells('P01', '200.00'),
  ...projectCells('P02', '100.00'),
};

/** A form that no check finds fault with; `cells` change it, an empty text empties a cell. A fresh object each time. */
export function cleanSnapshot(cells: Readonly<Record<string, string>> = {}, more: Partial<Snapshot> = {}): Snapshot {
  return {
    schema: 1,
    bureau: { name: '甲区财政局' },
    department: { code: 'a', name: '甲区市场监督管理局', category: '经济类' },
    round: { name: '2024年度绩效自评', fiscalYear: 2024 },
    system,
    projectForm,
    bindings,
    projects: [project('P01', 'general_public_budget'), project('P02', 'government_fund_budget')],
    cells: { ...CELLS, ...cells },
    demo: false,
    ...more,
  };
}
