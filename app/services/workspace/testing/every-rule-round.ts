import { type IndicatorSystemVersion, indicatorSystemVersionSchema, type SlotBinding, slotBindingSchema } from '~/app/domain/form/indicator-system-version';
import type { RoundFile } from '~/app/domain/round/round-file';

const common = { primary: '管理效率', secondary: '综合管理', definition: '测试定义。', criteria: '按评分规则计分。', source: '测试指标体系' };

/** A small system with leaves of every kind beyond plain ratios: aggregates with their parts, a formula, deductions by yes and by count, judged points. */
export const everyRuleSystem: IndicatorSystemVersion = indicatorSystemVersionSchema.parse({
  code: 'every-rule',
  name: '测试指标体系（各类规则）',
  version: 1,
  totalWeight: '100',
  slots: { codePrefix: 'LZ', primary: '履职效能', secondary: '重点工作任务', points: '60', count: 6, min: 1, max: 8 },
  indicators: [
    { ...common, code: 'GL-01', name: '内部管理水平', weight: '15', rule: { type: 'aggregate', of: 'children', method: 'by_weight' } },
    {
      ...common,
      code: 'GL-02',
      name: '培训完成情况',
      weight: '6',
      partOf: 'GL-01',
      inputs: [
        { key: 'done', label: '完成培训期数', kind: 'count', unit: '期' },
        { key: 'planned', label: '计划培训期数', kind: 'count', unit: '期' },
      ],
      rule: { type: 'formula', gives: 'share', expression: { op: 'min', of: [{ number: '1' }, { op: 'divide', of: ['inputs.done', 'inputs.planned'] }] } },
    },
    {
      ...common,
      code: 'GL-03',
      name: '资料报送质量',
      weight: '9',
      partOf: 'GL-01',
      inputs: [
        { key: 'late', label: '资料逾期报送', kind: 'yes_no' },
        { key: 'errors', label: '退回更正次数', kind: 'count', unit: '次' },
      ],
      rule: { type: 'deduction_list', items: [{ input: 'late', pointsEach: '1', when: 'yes' }, { input: 'errors', pointsEach: '0.5' }] },
    },
    { ...common, code: 'GL-04', name: '项目支出绩效', secondary: '项目管理', weight: '15', rule: { type: 'aggregate', of: 'projects', method: 'by_budget' } },
    { ...common, code: 'GL-05', name: '工作创新', secondary: '项目管理', weight: '10', rule: { type: 'manual' } },
  ],
  rounding: { scope: 'total', digits: 2, mode: 'half_up' },
  gradeBands: [
    { grade: 'excellent', atLeast: '90' },
    { grade: 'good', atLeast: '80' },
    { grade: 'fair', atLeast: '60' },
    { grade: 'poor', atLeast: '0' },
  ],
  overAchievement: { warnAt: '1.2', explainAt: '1.3', suggestAt: '1.5', deduct: { factor: '0.1', cap: '0.2' } },
  executionCaps: [{ rateBelow: '99.5', totalAtMost: '89' }],
});

const binding = (name: string, target: string, rule: object, more: object = {}): SlotBinding =>
  slotBindingSchema.parse({ name, definition: `${name}的定义`, kind: 'quantitative', target, rule, ...more });

const BINDINGS: readonly SlotBinding[] = [
  binding('开放体育场馆人次', '40万人次', { type: 'ratio' }, { unit: '万人次' }),
  binding('设施完好率', '90%～95%', { type: 'range', outside: 'proportional' }, { unit: '%' }),
  binding('场馆改造完成时间', '12月31日前', { type: 'date', late: { per: 'day', pointsEach: '0.5' } }),
  binding('赛事安全保障', '制度健全、处置及时', { type: 'manual' }, { kind: 'qualitative' }),
  binding('专项债券项目开工率', '/', { type: 'ratio' }),
  binding('社区健身指导站数', '10个', { type: 'ratio' }, { unit: '个' }),
];

/** What a department types; over the cells of the example it replaces those of the indicators. */
const CELLS: Readonly<Record<string, string>> = {
  'indicators.LZ-01.actual': '39万人次',
  'indicators.LZ-01.deviation': '主馆维修停放四十天，已延长夜间开放时间。',
  'indicators.LZ-02.actual': '96%',
  'indicators.LZ-02.deviation': '年中集中更换器材，下年按区间控制。',
  'indicators.LZ-03.actual': '2025年1月3日',
  'indicators.LZ-03.deviation': '雨季影响外墙施工三天。',
  'indicators.LZ-04.actual': '修订预案三项，全年无安全事故。',
  'indicators.LZ-04.judged_points': '9',
  'indicators.LZ-04.deviation': '一次演练推迟。',
  'answers.C06.LZ-05': '本区当年没有专项债券项目，批复为不适用。',
  'indicators.LZ-06.actual': '18个',
  'indicators.LZ-06.deviation': '年中追加两批社区站点，下年调高目标。',
  'indicators.GL-01.deviation': '培训和资料报送有扣分，已列入整改。',
  'indicators.GL-02.inputs.done': '3',
  'indicators.GL-02.inputs.planned': '4',
  'indicators.GL-02.deviation': '一期培训并入下年。',
  'indicators.GL-03.inputs.late': '是',
  'indicators.GL-03.inputs.errors': '1',
  'indicators.GL-03.deviation': '决算资料晚报两天。',
  'indicators.GL-04.deviation': '个别项目指标未得满分。',
  'indicators.GL-05.judged_points': '8.5',
  'indicators.GL-05.deviation': '创新做法尚未形成制度。',
};

/** The example file with one department under `everyRuleSystem`. */
export function everyRuleFile(file: RoundFile): RoundFile {
  const [assignment] = file.assignments;
  const kept = Object.entries(assignment!.cells).filter(([address]) => !address.startsWith('indicators.'));
  return {
    ...file,
    round: { ...file.round, state: 'open', approvalDeadline: { daysFromNow: 20 }, submissionDeadline: { daysFromNow: 30 } },
    assignments: [{ ...assignment!, bindings: [...BINDINGS], cells: { ...Object.fromEntries(kept), ...CELLS }, state: 'filling' }],
  };
}
