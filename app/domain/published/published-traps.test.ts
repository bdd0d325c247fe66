import { describe, expect, it } from 'vitest';
import type { PublishedIndicatorScore } from './score-published-table';
import { scoredTable } from './testing/tables';

const row = (id: string, index: number): PublishedIndicatorScore => scoredTable(id).indicators[index]!;
const found = (id: string, ...ids: string[]): string[] =>
  scoredTable(id)
    .findings.filter((finding) => ids.length === 0 || ids.includes(finding.id))
    .map((finding) => `${finding.id} ${finding.level} ${finding.where}`);

describe('spellings of targets and actuals', () => {
  it.each([
    ['001', 0, { comparator: 'gte', target: '50个', actual: '50个', rule: 'ratio', computedScore: '8.00', explainedBy: 'exact' }],
    ['001', 1, { comparator: 'gte', target: '100%', actual: '100%', computedScore: '8.00' }],
    ['001', 4, { comparator: 'lte', target: '90万元', actual: '90万元', rule: 'ratio_reverse', computedScore: '8.00' }],
    ['003', 1, { comparator: null, target: '100', actual: '100', rule: 'ratio', computedScore: '10.00' }],
    ['006', 1, { comparator: 'lte', target: '10次', actual: null, rule: 'ratio_reverse', computedScore: null, publishedScore: null, explainedBy: null }],
    ['008', 10, { comparator: null, target: '2021-12-31', actual: '2021-12-31', rule: 'date', computedScore: '5.00', publishedScore: '4', difference: '-1.00', explainedBy: 'met-but-reduced' }],
    ['014', 1, { target: '2400份', actual: '3200份', computedScore: '12.00', explainedBy: 'exact' }],
    ['021', 0, { comparator: 'gte', target: '98%', actual: '100%', computedScore: '25.00', publishedScore: '25' }],
    ['024', 1, { comparator: 'gte', target: '12种', actual: '14种' }],
    ['043', 3, { comparator: 'gte', target: '1500万元', actual: null }],
  ])('%s line %i', (id, index, expected) => {
    expect(row(id, index)).toMatchObject(expected);
  });

  it('an actual without a unit takes over unit and multiplier, and that is said', () => {
    expect(row('011', 1)).toMatchObject({ target: '8万亩', actual: '8万亩', computedScore: '10.00', assumptions: ['未写单位，按目标值单位“万亩”读作 8万亩'] });
    expect(row('039', 0)).toMatchObject({ target: '11个', actual: '0个' });
  });

  it('an actual that repeats the sign counts as its figure, and that is said', () => {
    expect(row('015', 0)).toMatchObject({ target: '266米', actual: '266米', computedScore: '10.00', assumptions: ['完成值带有“≥”，按 266米 计'] });
  });

  it('a target of 0 without a sign is met by 0 alone', () => {
    for (const index of [4, 14]) expect(row('026', index).assumptions).toEqual(['目标值为 0，未写比较符号，按“=0”计：完成值不超过 0 得满分，超过不得分']);
  });

  it('a letter in place of a digit is no figure', () => {
    expect(row('008', 13)).toMatchObject({ target: null, actual: '14.8万元', computedScore: null, explainedBy: 'not-computable', trace: null });
    expect(row('008', 13).assumptions[0]).toContain('M.8万元');
    expect(found('008')).toEqual(['C06 W indicators[13]']);
  });
});

describe('lower is better, known only from the name', () => {
  it.each([
    ['森林火灾受害率', 4, '0.00', '受害率'],
    ['主要林业有害生物成灾率', 5, '2.50', '成灾率'],
  ])('%s: both directions are computed, the one that gives the published score is used and asked for', (name, index, upward, word) => {
    const scored = row('011', index);
    expect(scored).toMatchObject({ name, comparator: null, rule: 'ratio_reverse', computedScore: '10.00', explainedBy: 'exact' });
    expect(scored.assumptions.at(-1)).toBe(
      `未写比较符号：越高越好得 ${upward} 分，越低越好得 10.00 分；名称含“${word}”，可能越低越好，请确认方向；只有越低越好与公布的得分相符，采用越低越好`,
    );
    expect(found('011')).toEqual([]);
  });

  it('where both give the same score it is asked all the same', () => {
    expect(row('003', 4)).toMatchObject({ rule: 'ratio', computedScore: '10.00' });
    expect(row('003', 4).assumptions).toEqual(['未写比较符号：越高越好或越低越好都得 10.00 分；名称含“成本”，可能越低越好，请确认方向']);
  });

  it('a name that says nothing is scored upwards', () => {
    expect(row('003', 0)).toMatchObject({ rule: 'ratio', computedScore: '8.62', publishedScore: '9', difference: '0.38', explainedBy: 'rounded-integer' });
  });
});

describe('what is no target', () => {
  it('009: points typed where the targets belong are not taken for them, nor is the length in the name', () => {
    const { indicators, total, executionLine } = scoredTable('009');
    for (const scored of indicators) expect(scored).toMatchObject({ target: null, actual: null, computedScore: null, explainedBy: null });
    expect(indicators[0]!.assumptions).toEqual(['名称中写有“32.1公里”，没有采用', '本表没有分值，指标值一栏各行相加为 100，填的像是分值，没有作为目标值采用']);
    expect(found('009')).toEqual(indicators.map((_, index) => `C06 W indicators[${index}]`));
    expect(total).toEqual({ computed: null, published: null, sumOfPublished: null });
    expect(executionLine).toMatchObject({ rate: '100.00', computedScore: null });
  });

  it('029 and 032: a target that only the name holds is reported, not used', () => {
    expect(row('029', 3)).toMatchObject({ target: null, rule: null, computedScore: null, explainedBy: 'not-computable', assumptions: ['没有填写目标值', '名称中写有“100%”，没有采用', '没有填写完成值'] });
    expect(found('029', 'C06')).toEqual(['C06 W indicators[3]']);
    expect(found('029', 'C07')).toEqual([2, 3, 4, 5, 6, 8].map((index) => `C07 E indicators[${index}]`));
    expect(row('032', 0)).toMatchObject({ target: null, actual: '达成预期指标', explainedBy: 'not-computable' });
    expect(row('032', 0).assumptions).toContain('名称中写有“不超过20%”，没有采用');
    expect(found('032')).toEqual(['C06 W indicators[0]']);
  });

  it('“/” and 无 are not 0', () => {
    expect(row('029', 7)).toMatchObject({ target: null, actual: null, computedScore: null, explainedBy: null, assumptions: ['目标值写明不适用，本项不计分'] });
    expect(row('026', 10)).toMatchObject({ target: '100%', actual: null, computedScore: null, assumptions: ['完成值写“无”，不是 0，按不适用处理，不计分'] });
    expect(found('026')).toEqual([]);
  });

  it('034: points and figures on different lines give nothing to compute and nothing to report', () => {
    for (const index of [0, 2, 7]) expect(row('034', index)).toMatchObject({ computedScore: null, publishedScore: '10', explainedBy: 'not-computable', assumptions: ['分值在本行，目标值和完成值在其下各行，本行无从计算'] });
    for (const index of [1, 3, 11]) expect(row('034', index)).toMatchObject({ computedScore: null, publishedScore: null, explainedBy: null });
    expect(row('034', 1)).toMatchObject({ target: '5.5亩', actual: '5.5亩' });
    expect(found('034')).toEqual([]);
    expect(scoredTable('034').total).toEqual({ computed: null, published: null, sumOfPublished: '40' });
  });

  it('words are held against the three official bands, not computed', () => {
    expect(row('001', 2)).toMatchObject({ rule: 'tier_judgement', target: '严格执行相关制度规定', actual: '达成预期指标', computedScore: null, explainedBy: 'not-computable' });
    expect(row('001', 2).assumptions.at(-1)).toBe('得分 8 分，为分值 8 分的 100%，在“达成年度指标”一档（6.4 ≤ 得分 ≤ 8）');
    expect(row('004', 0)).toMatchObject({ comparator: 'lte', target: '30万元', actual: '完成', explainedBy: 'not-computable' });
    expect(row('004', 0).assumptions.at(-1)).toContain('在“达成年度指标”一档（72 ≤ 得分 ≤ 90）');
    expect(row('008', 14).assumptions.at(-1)).toContain('为分值 15 分的 86.67%，在“达成年度指标”一档');
    expect(row('019', 1)).toMatchObject({ target: '定性 好坏', actual: '好坏', explainedBy: 'not-computable' });
  });
});

describe('scores that follow from the rule, and scores that do not', () => {
  it.each([
    ['024', 0, '2.92', '3', 'rounded-integer'],
    ['024', 7, '1.95', '1.9', 'rounded-1dp'],
    ['024', 11, '1.90', '1.8', 'floored'],
    ['024', 13, '1.15', '1', 'rounded-integer'],
    ['024', 14, '1.43', '1.4', 'rounded-1dp'],
    ['024', 15, '1.69', '1.9', 'unexplained'],
    ['024', 19, '1.97', '1.8', 'unexplained'],
    ['024', 22, '1.25', '1.8', 'unexplained'],
    ['025', 0, '14.86', '13', 'unexplained'],
    ['025', 4, '30.00', '27', 'met-but-reduced'],
    ['025', 5, '10.00', '9', 'met-but-reduced'],
  ])('%s line %i: %s computed, %s published, %s', (id, index, computedScore, publishedScore, explainedBy) => {
    expect(row(id, index)).toMatchObject({ computedScore, publishedScore, explainedBy });
  });

  it('a miss is an error where nothing explains it', () => {
    expect(found('024', 'C01')).toHaveLength(14);
    expect(found('025', 'C01')).toEqual([]);
  });

  it('far above the target is noted', () => {
    expect(found('024', 'C02')).toEqual(['C02 W indicators[2]', 'C02 W indicators[4]', 'C02 W indicators[5]', 'C02 I indicators[3]']);
  });
});

describe('execution lines', () => {
  it.each([
    ['001', { rate: '100.00', computedScore: '10.00', publishedScore: '0', difference: '-10.00', explainedBy: 'met-but-reduced' }],
    ['003', { rate: '86.20', computedScore: '8.62', publishedScore: '9', difference: '0.38', explainedBy: 'rounded-integer' }],
    ['004', { rate: null, computedScore: null, publishedScore: null, difference: null, explainedBy: null }],
    ['005', { rate: '100.00', computedScore: '10.00', explainedBy: 'exact' }],
    ['007', { rate: '100.00', computedScore: '10.00', publishedScore: null, difference: null, explainedBy: null }],
    ['008', { rate: '100.00', computedScore: '10.00', publishedScore: '9', explainedBy: 'met-but-reduced' }],
    ['011', { rate: '79.27', computedScore: '7.93', publishedScore: '7.93', difference: '0.00', explainedBy: 'exact' }],
    ['023', { rate: '100.00', computedScore: '10.00', publishedScore: '99', difference: '89.00', explainedBy: 'unexplained' }],
    ['024', { rate: null, computedScore: null, publishedScore: '10', difference: null, explainedBy: 'not-computable' }],
    ['025', { rate: '99.10', computedScore: '9.91', publishedScore: '9', difference: '-0.91', explainedBy: 'floored' }],
    ['037', { rate: '99.99', computedScore: null, publishedScore: null }],
    ['039', { rate: '0.00', computedScore: null }],
    ['042', { rate: '58.33' }],
  ])('%s', (id, expected) => {
    expect(scoredTable(id).executionLine).toMatchObject(expected);
  });

  it('001: a total line of 0 over sources that are not is said, and reported three times', () => {
    expect(scoredTable('001').executionLine.assumptions[0]).toBe('总额行为 0 或空着，按各来源之和计：全年预算数 89.974 万元，全年执行数 89.974 万元');
    expect(found('001', 'A03', 'A05')).toEqual([
      'A03 E funding.execution_rate',
      'A05 E funding.rows[0].initial_budget',
      'A05 E funding.rows[0].full_year_budget',
      'A05 E funding.rows[0].executed',
    ]);
  });

  it.each([
    ['023', 'B04 E funding.score'],
    ['024', 'A03 E funding.execution_rate'],
    ['024', 'A07 E funding.rows[0].executed'],
    ['037', 'A03 I funding.execution_rate'],
    ['039', 'A08 W funding.rows[0].executed'],
    ['042', 'A08 W funding.rows[0].executed'],
    ['003', 'B05 W funding.rows[0].executed'],
  ])('%s: %s', (id, finding) => {
    expect(found(id)).toContain(finding);
  });

  it('008: as one of the indicators it is counted once', () => {
    expect(row('008', 4).assumptions[0]).toBe('与资金表中的预算执行率是同一行，只计一次');
    expect(scoredTable('008').total.sumOfPublished).toBe('84');
  });
});

describe('totals', () => {
  it.each([
    ['003', { computed: '97.24', published: null, sumOfPublished: '98' }, []],
    ['008', { computed: null, published: '98', sumOfPublished: '84' }, []],
    ['011', { computed: null, published: '97.93', sumOfPublished: '67.93' }, []],
    ['015', { computed: null, published: '100', sumOfPublished: '110' }, ['B04 E indicators', 'B04 E total_score']],
    ['024', { computed: null, published: null, sumOfPublished: '51.8' }, []],
    ['025', { computed: '99.77', published: '94', sumOfPublished: '93' }, ['B04 E total_score']],
    ['029', { computed: null, published: '100', sumOfPublished: '100' }, []],
    ['037', { computed: null, published: '99.8', sumOfPublished: null }, []],
  ])('%s', (id, total, findings) => {
    expect(scoredTable(id).total).toEqual(total);
    expect(found(id, 'B04')).toEqual(findings);
  });
});
