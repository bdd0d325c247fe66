import { indicatorSystemVersionSchema, slotBindingSchema } from '../../form/indicator-system-version';
import { projectFormSchema } from '../../form/project-form';
import type { Snapshot } from '../../form/snapshot';

const ratio = { type: 'ratio' };
const tier = { type: 'tier_judgement' };

/** The eight 个性指标 of a published 2024 report with their printed targets. */
const BINDINGS = [
  { name: '企业年度报告率', definition: '完成年度报告的企业户数÷应报告的企业户数', kind: 'quantitative', unit: '%', target: '85%', rule: ratio },
  { name: '商事主体数', definition: '全区实有各类商事主体数', kind: 'quantitative', unit: '万户', target: '14.6万户', rule: ratio },
  { name: '被抽查电梯事故发生次数', definition: '抽检电梯发生一般及以上等级事故的次数', kind: 'quantitative', unit: '起', comparator: 'eq', target: '0起', rule: ratio },
  { name: '知识产权质押融资额', definition: '知识产权质押融资额度', kind: 'quantitative', unit: '亿元', target: '10亿元', rule: ratio },
  { name: '专利产业化金额', definition: '专利产业化立项项目产品销售总额', kind: 'quantitative', unit: '亿元', target: '2 亿', rule: ratio },
  { name: '规范市场秩序情况', definition: '打击违法行为，净化市场环境', kind: 'qualitative', target: '有效提升', rule: tier },
  { name: '开办企业便利度', definition: '新开办企业的便利化程度', kind: 'qualitative', target: '有效提升', rule: tier },
  { name: '抽检产品平均合格率', definition: '抽检产品检测的合格率', kind: 'quantitative', unit: '%', target: '90%', rule: ratio },
].map((binding) => slotBindingSchema.parse(binding));

/** Printed figures of that report; everything the report does not state is entered so that it costs no points. */
const CELLS: Record<string, string> = {
  'budget.initial_budget': '23,758.69',
  'budget.adjustments': '0',
  'budget.annual_budget': '23,758.69',
  'budget.executed': '23,740.11',
  'budget.source.general_public_budget': '23,057.69',
  'budget.source.government_fund_budget': '682.42',
  'budget.nature.basic_expenditure': '19,830.53',
  'budget.nature.project_expenditure': '3,909.58',
  'budget.year_end_carryover': '587.76',
  'indicators.LZ-01.actual': '96.81%',
  'indicators.LZ-02.actual': '14.55万户',
  'indicators.LZ-03.actual': '0起',
  'indicators.LZ-04.actual': '17.3亿元',
  'indicators.LZ-05.actual': '0',
  'indicators.LZ-06.actual': '查办违法案件，市场秩序投诉下降',
  'indicators.LZ-06.tier': '达成年度指标',
  'indicators.LZ-06.judged_points': '5',
  'indicators.LZ-07.actual': '登记业务 8 次位居全市月度评议前三名',
  'indicators.LZ-07.tier': '达成年度指标',
  'indicators.LZ-07.judged_points': '5',
  'indicators.LZ-08.actual': '96.49%',
  'indicators.GL-01.inputs.assessed_new': '0',
  'indicators.GL-01.inputs.required_new': '0',
  'indicators.GL-04.inputs.findings': '0',
  'indicators.GL-05.inputs.disclosure_defects': '0',
  'indicators.GL-06.inputs.objectives_published': '是',
  'indicators.GL-06.inputs.results_published': '是',
  'indicators.GL-07.inputs.missing_parts': '0',
  'indicators.GL-08.inputs.late': '0',
  'indicators.GL-08.inputs.returned': '0',
  'indicators.GL-08.inputs.review_gaps': '0',
  'indicators.GL-09.inputs.rectified': '4',
  'indicators.GL-09.inputs.required': '4',
  'indicators.GL-10.inputs.compliant': '12',
  'indicators.GL-10.inputs.total': '12',
  'indicators.GL-11.inputs.has_rules': '是',
  'indicators.GL-12.inputs.violations': '0',
  'indicators.GL-13.inputs.on_time': '26',
  'indicators.GL-13.inputs.total': '26',
  'indicators.GL-14.inputs.on_time': '26',
  'indicators.GL-14.inputs.total': '26',
  'indicators.GL-15.inputs.sme_amount': '1,203.5',
  'indicators.GL-15.inputs.sme_required': '980',
  'indicators.GL-16.inputs.over_standard': '0',
  'indicators.GL-17.inputs.late_payments': '0',
  'indicators.GL-18.inputs.inventoried': '是',
  'indicators.GL-19.inputs.mismatches': '0',
  'indicators.GL-20.inputs.findings': '0',
  'indicators.GL-21.inputs.in_use': '9,300',
  'indicators.GL-21.inputs.total': '10,000',
  'indicators.GL-22.inputs.cost_current': '21,850',
  'indicators.GL-22.inputs.cost_prior': '22,000',
  'indicators.GL-23.inputs.actual': '61.2',
  'indicators.GL-23.inputs.budget': '80',
};

/** A snapshot with the report's figures and no projects, under the given system and project form; a fresh object each time. */
export function liwan2024(system: unknown, projectForm: unknown): Snapshot {
  return {
    schema: 1,
    bureau: { name: '广州市荔湾区财政局' },
    department: { code: 'shichangjianguan', name: '广州市荔湾区市场监督管理局', category: '经济管理类' },
    round: { name: '2024年度绩效自评', fiscalYear: 2024 },
    system: indicatorSystemVersionSchema.parse(system),
    projectForm: projectFormSchema.parse(projectForm),
    bindings: BINDINGS.map((binding) => ({ ...binding })),
    projects: [],
    cells: { ...CELLS },
    demo: true,
  };
}
