import { describe, expect, it } from 'vitest';
import district32 from '~/db/seed/indicator-systems/district-32.json';
import type { IndicatorInput } from '../../form/indicator-system-version';
import { counterfactualOf } from '../counterfactual';
import { scoreCommon } from '../testing/score-one';
import { traceRows } from '../trace-text';

const leaf = (code: string) => {
  const found = district32.indicators.find((indicator) => indicator.code === code)!;
  return { weight: found.weight, rule: found.rule as Record<string, unknown>, inputs: found.inputs as IndicatorInput[] };
};

describe('rates of inputs', () => {
  it.each([
    ['GL-01', { assessed_new: '3', required_new: '4' }, '3/2', '75.00%', false],
    ['GL-01', { assessed_new: '4', required_new: '4' }, '2/1', '100.00%', true],
    ['GL-01', { assessed_new: '5', required_new: '4' }, '2/1', '125.00%', true],
    ['GL-01', { assessed_new: '0', required_new: '0' }, '2/1', '不适用', null],
    ['GL-01', { assessed_new: '0', required_new: '7' }, '0/1', '0.00%', false],
    ['GL-15', { sme_amount: '0.5亿元', sme_required: '10000' }, '1/2', '50.00%', false],
    ['GL-13', { on_time: '1', total: '3' }, '1/1', '33.33%', false],
  ])('%s %j scores %s', (code, inputs, exact, actual, met) => {
    expect(scoreCommon(leaf(code), inputs)).toMatchObject({ status: 'scored', exact, actual, met });
  });

  it('brings figures of different units together', () => {
    const { inputs, ...rest } = leaf('GL-15');
    const inYuan = inputs.map((input) => (input.key === 'sme_amount' ? { ...input, kind: 'decimal' as const, unit: '元' } : input));
    expect(scoreCommon({ ...rest, inputs: inYuan }, { sme_amount: '50,000', sme_required: '10' })).toMatchObject({ exact: '1/2', actual: '50.00%' });
  });

  it('explains the empty denominator', () => {
    const item = scoreCommon(leaf('GL-01'), { assessed_new: '0', required_new: '0' });
    expect(traceRows(item.trace).slice(2, 4).map((row) => `${row.label}｜${row.expression}｜${row.result}`)).toEqual([
      '应开展事前绩效评估的新增项目数｜为 0，不能作分母｜—',
      '计分｜分母为 0，不作除法，按满分计｜2 分',
    ]);
  });

  it('can exclude or zero an empty denominator', () => {
    const { rule, ...rest } = leaf('GL-01');
    const none = { assessed_new: '0', required_new: '0' };
    expect(scoreCommon({ ...rest, rule: { ...rule, onZeroDenominator: 'exclude' } }, none)).toMatchObject({ status: 'excluded' });
    expect(scoreCommon({ ...rest, rule: { ...rule, onZeroDenominator: 'zero' } }, none)).toMatchObject({ status: 'scored', exact: '0/1' });
  });
});

describe('deduction per unit', () => {
  it.each([
    // GL-02: ≤ 10 % full, −0.5 per started 5 points, both directions
    ['GL-02', '100', '10', '3/1', true],
    ['GL-02', '100', '-10', '3/1', true],
    ['GL-02', '100', '10.000001', '5/2', false],
    ['GL-02', '100', '15', '5/2', false],
    ['GL-02', '100', '-15.01', '2/1', false],
    ['GL-02', '100', '40', '0/1', false],
    ['GL-02', '100', '400', '0/1', false],
    ['GL-02', '0', '5', '3/1', null],
    // GL-03: ≤ 5 % full, −0.3 per point in proportion
    ['GL-03', '100', '5', '3/1', true],
    ['GL-03', '100', '6', '27/10', false],
    ['GL-03', '100', '5.5', '57/20', false],
    ['GL-03', '100', '15', '0/1', false],
    ['GL-03', '100', '99', '0/1', false],
    ['GL-03', '0', '1', '3/1', null],
  ])('%s of %s with %s scores %s', (code, base, figure, exact, met) => {
    const cells = { 'budget.initial_budget': base, 'budget.adjustments': figure, 'budget.annual_budget': base, 'budget.year_end_carryover': figure };
    expect(scoreCommon(leaf(code), {}, cells)).toMatchObject({ exact, met });
  });

  it.each([
    ['22000', '22000', '2/1'],
    ['21000', '22000', '2/1'],
    ['22220', '22000', '9/5'],
    ['22330', '22000', '17/10'],
    ['25000', '22000', '0/1'],
    ['22000', '0', '2/1'],
  ])('growth from %s over %s scores %s', (current, prior, exact) => {
    expect(scoreCommon(leaf('GL-22'), { cost_current: current, cost_prior: prior }).exact).toBe(exact);
  });

  it('derives the deduction', () => {
    const item = scoreCommon(leaf('GL-02'), {}, { 'budget.initial_budget': '1,000', 'budget.adjustments': '-162' });
    expect(traceRows(item.trace).map((row) => `${row.label}｜${row.expression}｜${row.result}`)).toEqual([
      '预算调整数｜填报“-162”｜-162万元',
      '年初预算数｜填报“1,000”｜1,000万元',
      '共性指标1｜|-162| ÷ 1,000 × 100%｜16.2%',
      '判断｜16.2 ＞ 10｜超出部分按档扣分',
      '超出｜16.2 − 10｜6.2 个百分点',
      '扣分档数｜进一取整（6.2 ÷ 5）｜2',
      '扣分｜2 × 0.5｜1 分',
      '计算｜3 − 1｜2 分',
      '得分｜本项不取整，总分统一四舍五入保留 2 位小数；显示时按同一方式取 2 位小数｜2.00 分',
    ]);
    expect(counterfactualOf(item).toFullMarks).toBe('“共性指标1”再减 6.2 个百分点得满分');
  });
});

describe('bands, lists and conditions', () => {
  it.each([
    ['90', '2/1'],
    ['89.999999', '7/5'],
    ['75', '7/5'],
    ['74.9', '4/5'],
    ['60', '4/5'],
    ['59.99', '0/1'],
    ['0', '0/1'],
    ['101', '2/1'],
  ])('GL-21 at %s %% scores %s', (used, exact) => expect(scoreCommon(leaf('GL-21'), { in_use: used, total: '100' }).exact).toBe(exact));

  it('GL-21 without fixed assets is full', () => expect(scoreCommon(leaf('GL-21'), { in_use: '0', total: '0' }).exact).toBe('2/1'));

  it.each([
    ['GL-08', { late: '1', returned: '2', review_gaps: '1' }, '3/1'],
    ['GL-08', { late: '9', returned: '0', review_gaps: '0' }, '0/1'],
    ['GL-08', { late: '0', returned: '0', review_gaps: '0' }, '7/1'],
    ['GL-07', { missing_parts: '1' }, '9/4'],
    ['GL-07', { missing_parts: '4' }, '0/1'],
    ['GL-05', { disclosure_defects: '3' }, '1/2'],
    ['GL-06', { objectives_published: '是', results_published: '有' }, '1/1'],
    ['GL-06', { objectives_published: '是', results_published: '否' }, '0/1'],
    ['GL-23', { actual: '80', budget: '80' }, '1/1'],
    ['GL-23', { actual: '80.000001', budget: '80' }, '0/1'],
    ['GL-23', { actual: '0', budget: '0' }, '1/1'],
    ['GL-23', { actual: '900,000元', budget: '80' }, '0/1'],
  ])('%s %j scores %s', (code, inputs, exact) => expect(scoreCommon(leaf(code), inputs as Record<string, string>)).toMatchObject({ status: 'scored', exact }));

  it('describes each rule with its parameters', () => {
    const rule = (code: string) => scoreCommon(leaf(code), {}).trace.rule;
    expect(rule('GL-02')).toBe('按幅度扣分法：不超过 10% 得满分；每超过 5 个百分点扣 0.5 分（不足一档按一档计），扣完为止');
    expect(rule('GL-08')).toBe('逐项扣分法：迟报次数每次扣 1 分；被退回修改次数每次扣 0.5 分；自评与复核得分相差超过 5 分的次数每次扣 2 分；扣完为止');
    expect(rule('GL-21')).toBe('分档赋分法：≥90% 得 2 分；≥75% 得 1.4 分；≥60% 得 0.8 分；其余得 0 分');
  });
});

it('names every empty input', () => {
  expect(scoreCommon(leaf('GL-08'), { returned: '1' }).missing).toEqual(['indicators.GL-01.inputs.late', 'indicators.GL-01.inputs.review_gaps']);
  expect(scoreCommon(leaf('GL-06'), { objectives_published: '也许' }).missing).toHaveLength(2);
  expect(scoreCommon(leaf('GL-03'), {}, { 'budget.annual_budget': '9' }).missing).toEqual(['budget.year_end_carryover']);
});
