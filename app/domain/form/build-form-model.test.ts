import { describe, expect, it } from 'vitest';
import district32 from '~/db/seed/indicator-systems/district-32.json';
import projectForm from '~/db/seed/project-forms/project-10-50-30-10.json';
import { liwan2024 } from '../scoring/testing/liwan-2024';
import { answerAddress, isAnswerAddress, specFor } from './answers';
import { buildFormModel } from './build-form-model';
import { cellAddressSchema } from './cell-address';
import { cellCaption } from './form-model';
import { indicatorEntries } from './indicator-entry';
import { projectBindingSchema } from './project-form';
import { progressOf } from './sections';
import { slotCodes, slotWeight } from './slot-codes';
import { tableRows } from './table-rows';
import { fractionText } from '../shared/fraction-text';

const project = projectBindingSchema.parse({
  code: 'P01',
  name: '食品抽检',
  fundSource: 'general_public_budget',
  expectedGoal: '完成全年抽检任务',
  indicators: [
    { code: 'I01', primary: '产出指标', secondary: '数量指标', name: '抽检批次', kind: 'quantitative', target: '≥500批次', weight: '50', rule: { type: 'ratio' } },
    { code: 'I02', primary: '效益指标', secondary: '社会效益指标', name: '食品安全水平', kind: 'qualitative', target: '有所提升', weight: '40', rule: { type: 'tier_judgement' } },
  ],
});
const basis = { ...liwan2024(district32, projectForm), projects: [project] };
const model = buildFormModel(basis);
const spec = (address: string) => model.byAddress.get(address);

describe('form model', () => {
  it('has well-formed addresses, each once, in the order of the sections', () => {
    for (const cell of model.cells) expect(cellAddressSchema.safeParse(cell.address).success, cell.address).toBe(true);
    expect(model.byAddress.size).toBe(model.cells.length);
    expect([...new Set(model.cells.map((cell) => cell.section))]).toEqual(['basics', 'budget', 'indicators', 'projects', 'narrative']);
  });

  it.each([
    ['budget.executed', { kind: 'money', unit: '万元', label: '全年执行数', required: true }],
    ['budget.adjustments', { kind: 'money', signed: true }],
    ['budget.source.government_fund_budget', { label: '政府性基金预算财政拨款', required: false }],
    ['indicators.LZ-02.actual', { kind: 'quantity', unit: '万户', indicator: 'LZ-02', subject: '商事主体数', required: true }],
    ['indicators.LZ-05.actual', { kind: 'quantity', unit: '亿元' }],
    ['indicators.LZ-06.actual', { kind: 'long_text', label: '实际完成情况' }],
    ['indicators.LZ-06.tier', { kind: 'tier', required: true }],
    ['indicators.LZ-06.judged_points', { kind: 'points', maximum: '5' }],
    ['indicators.GL-06.inputs.results_published', { kind: 'yes_no', required: true }],
    ['indicators.GL-22.inputs.cost_prior', { kind: 'decimal', unit: '元' }],
    ['indicators.GL-01.self_score', { kind: 'points', maximum: '2', required: false }],
    ['projects.P01.funding.annual_budget', { kind: 'money', label: '年度资金总额全年预算数', project: 'P01', required: true }],
    ['projects.P01.funding.fiscal_appropriation.executed', { kind: 'money', required: false }],
    ['projects.P01.execution.self_score', { kind: 'points', maximum: '10' }],
    ['projects.P01.indicators.I01.actual', { kind: 'quantity', unit: '批次', project: 'P01', indicator: 'I01' }],
    ['projects.P01.indicators.I02.judged_points', { maximum: '40' }],
    ['projects.P01.goal_actual', { kind: 'long_text', required: true }],
    ['narrative.problems', { kind: 'long_text', required: true }],
  ])('%s', (address, expected) => expect(spec(address)).toMatchObject(expected));

  it('has no actual cell where only inputs or other cells count', () => {
    expect(spec('indicators.LZ-09.actual')).toBeUndefined();
    expect(spec('indicators.GL-01.actual')).toBeUndefined();
    expect(spec('indicators.LZ-02.tier')).toBeUndefined();
  });

  it('names a cell with its indicator', () => {
    expect(cellCaption(spec('indicators.LZ-02.actual')!)).toBe('商事主体数：实际完成值');
    expect(cellCaption(spec('budget.executed')!)).toBe('全年执行数');
  });

  it('resolves answer cells, and nothing else that is not in the form', () => {
    const address = answerAddress('C02.P01.I01');
    expect(isAnswerAddress(address)).toBe(true);
    expect(specFor(model, address)).toMatchObject({ section: 'answers', kind: 'long_text', project: 'P01' });
    expect(specFor(model, 'answers.C02.LZ-04')?.project).toBeUndefined();
    for (const wrong of ['answers.', 'answers.c02', 'answers.C02.', 'narrative.other', 'budget.source', `answers.C02.${'x'.repeat(120)}`]) {
      expect(specFor(model, wrong), wrong).toBeUndefined();
    }
  });
});

describe('slots', () => {
  it.each([
    [4, ['LZ-01', 'LZ-04'], '10/1'],
    [7, ['LZ-01', 'LZ-07'], '40/7'],
    [8, ['LZ-01', 'LZ-08'], '5/1'],
    [9, ['LZ-01', 'LZ-10'], '40/9'],
    [12, ['LZ-01', 'LZ-13'], '10/3'],
  ])('%i bindings', (count, ends, weight) => {
    const codes = slotCodes(basis.system, count);
    expect([codes[0], codes[codes.length - 1]]).toEqual(ends);
    expect(new Set([...codes, 'LZ-09']).size).toBe(count + 1);
    expect(fractionText(slotWeight(basis.system, count))).toBe(weight);
  });

  it('accepts full marks as shown although the exact weight is smaller', () => {
    const bindings = Array.from({ length: 6 }, () => basis.bindings[5]!);
    const maximum = buildFormModel({ ...basis, bindings }).byAddress.get('indicators.LZ-01.judged_points')?.maximum;
    expect(maximum).toBe('6.67');
  });
});

describe('views', () => {
  it('counts what is required, filled and unreadable per section', () => {
    const progress = progressOf(model, { ...basis.cells, 'budget.executed': '若干', 'basics.functions': '职能', 'basics.staff_in_post': '三十', 'narrative.problems': ' ' });
    expect(progress.map(({ title, required, filled, invalid }) => [title, required, filled, invalid])).toEqual([
      ['基本情况', 3, 1, 1],
      ['收支情况', 7, 6, 1],
      ['绩效指标', 45, 45, 0],
      ['项目自评', 8, 0, 0],
      ['报告正文', 3, 0, 0],
    ]);
  });

  it('merges first- and second-level cells of the official table', () => {
    const rows = tableRows(indicatorEntries(basis));
    const spans = rows.filter((row) => row.secondarySpan > 0).map((row) => [row.entry.code, row.primarySpan, row.secondarySpan]);
    expect(spans).toEqual([
      ['LZ-01', 9, 8],
      ['LZ-09', 0, 1],
      ['GL-01', 23, 1],
      ['GL-02', 0, 3],
      ['GL-05', 0, 2],
      ['GL-07', 0, 3],
      ['GL-10', 0, 6],
      ['GL-16', 0, 6],
      ['GL-22', 0, 2],
    ]);
    expect(rows.reduce((total, row) => total + row.primarySpan, 0)).toBe(32);
  });
});
