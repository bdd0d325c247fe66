import { describe, expect, it } from 'vitest';
import { replay } from '../scoring/replay';
import { scorePublishedTable } from './score-published-table';
import { funding, line, scoreLine, tableOf } from './testing/tables';

const found = (...given: Parameters<typeof tableOf>): string[] => scorePublishedTable(tableOf(...given)).findings.map(({ id, level, where }) => `${id} ${level} ${where}`);

describe('spellings of other tables', () => {
  it.each([
    ['大于等于 95 %', '96％', '10', '10', { comparator: 'gte', target: '95%', actual: '96%', rule: 'ratio', computedScore: '10.00' }],
    ['反向 5%', '6%', '10', '8', { comparator: 'lte', rule: 'ratio_reverse', computedScore: '8.00', explainedBy: 'exact' }],
    ['<=30天', '45天', '10', '5', { comparator: 'lte', computedScore: '5.00' }],
    ['≤30天', '60天', '10', '0', { computedScore: '0.00', explainedBy: 'exact' }],
    ['90-95%', '92%', '10', '10', { comparator: null, target: '90–95%', actual: '92%', rule: 'range', computedScore: '10.00' }],
    ['90%～95%', '45%', '10', '5', { rule: 'range', computedScore: '5.00' }],
    ['12月31日前', '2022年12月25日', '5', '5', { target: '2022-12-31', actual: '2022-12-25', rule: 'date', computedScore: '5.00' }],
    ['9月前', '9月', '5', '5', { target: '2022-08-31', actual: '2022-09-30', computedScore: '0.00', explainedBy: 'full-although-missed' }],
    ['=0', '1起', '5', '5', { comparator: 'eq', computedScore: '0.00', explainedBy: 'full-although-missed' }],
    ['0起', '0', '5', '5', { comparator: null, computedScore: '5.00' }],
    ['0起', '1', '5', '0', { comparator: null, computedScore: '0.00', explainedBy: 'exact' }],
    ['1.2万亩', '0.9', '10', '7.5', { target: '1.2万亩', actual: '0.9万亩', computedScore: '7.50' }],
    ['2亿元', '15000万元', '10', '7.5', { actual: '1.5亿元', computedScore: '7.50' }],
    ['1500元', '0.2万元', '22.5', '22.5', { target: '1500元', actual: '2000元', computedScore: '22.50' }],
    ['100百分比', '100', '8', '8', { target: '100%', actual: '100%', computedScore: '8.00' }],
    ['60家', '80家', '10分', '100%', { computedScore: '10.00', publishedScore: '10', difference: '0.00' }],
    ['3个', '1个', '10', '3.333', { computedScore: '3.33', publishedScore: '3.333', difference: '0.003', explainedBy: 'exact' }],
  ])('%s reached %s', (target, actual, weight, score, expected) => {
    expect(scoreLine(target, actual, weight, score)).toMatchObject(expected);
  });

  it('a figure with a deadline is scored by the figure, and that is said', () => {
    const { computedScore, assumptions } = scoreLine('11月底完成100%', '12月5日完成100%', '10', '10');
    expect(computedScore).toBe('10.00');
    expect(assumptions).toContain('目标值另有时限 2022年11月30日，没有计入得分');
    expect(assumptions).toContain('完成日期 2022年12月5日 晚于时限 2022年11月30日，没有计入得分');
  });

  it('a counting word that means the same is read as the target has it, by a derivation that computes it again', () => {
    const { actual, trace } = scoreLine('10人', '9.0名', '10', '9');
    expect(actual).toBe('9.0人');
    expect(replay(trace!)).toMatchObject({ ok: true, score: '9.00' });
  });

  it('a figure in the name that the target repeats is no other target', () => {
    expect(scoreLine('100', '100', '10', '10', { l3: '资金支付完成率100%' }).assumptions.join()).not.toContain('名称中写有');
    expect(scoreLine('20', '20', '10', '10', { l3: '建设公路32.1公里' }).assumptions).toContain('名称中写有“32.1公里”，与目标值不同，没有采用');
  });

  it('units that do not convert are no figures of one kind', () => {
    const table = [line('5公里', '5个', '10', '10')];
    expect(scorePublishedTable(tableOf(table)).indicators[0]).toMatchObject({ computedScore: null, explainedBy: 'not-computable' });
    expect(found(table, { complete: false })).toEqual(['C06 W indicators[0]']);
  });

  it('a score above its weight is an error', () => {
    expect(scoreLine('5个', '5个', '10', '99')).toMatchObject({ computedScore: '10.00', difference: '89.00', explainedBy: 'unexplained' });
    expect(found([line('5个', '5个', '10', '99')], { complete: false })).toEqual(['B04 E indicators[0]']);
  });

  it('words name the band of their score, and say where it is not the one stated', () => {
    expect(scoreLine('有效提升', '部分达成', '10', '9').assumptions.at(-1)).toBe(
      '得分 9 分，为分值 10 分的 90%，在“达成年度指标”一档（8 ≤ 得分 ≤ 10），与完成情况对应的“部分达成年度指标并具有一定效果”不符',
    );
    expect(scoreLine('有效提升', '有效提升', '10', '7').assumptions.at(-1)).toContain('在“部分达成年度指标并具有一定效果”一档（6 ≤ 得分 ＜ 8）');
    expect(scoreLine('有效提升', '有效提升', '10', '12').assumptions.at(-1)).toBe('得分 12 分，为分值 10 分的 120%，高于分值');
    expect(scoreLine('有效提升', '有效提升', '10', '-1').assumptions.at(-1)).toContain('低于 0');
  });
});

describe('the direction', () => {
  it('of a name that suggests lower is better stays upwards where the published score does not say otherwise', () => {
    const scored = scoreLine('10次', '5次', '10', '7', { l3: '安全事故次数' });
    expect(scored).toMatchObject({ rule: 'ratio', computedScore: '5.00', explainedBy: 'unexplained' });
    expect(scored.assumptions).toEqual(['未写比较符号：越高越好得 5.00 分，越低越好得 10.00 分；名称含“事故”，可能越低越好，请确认方向；采用越高越好']);
    expect(scoreLine('10次', '5次', '10', null, { l3: '安全事故次数' })).toMatchObject({ rule: 'ratio', computedScore: '5.00', explainedBy: null });
  });

  it('that has to be asked lets nothing be held against the target', () => {
    expect(found([line('10次', '5次', '10', '7', { l3: '安全事故次数' })], { complete: false })).toEqual([]);
    expect(found([line('10次', '5次', '10', '7', { l3: '安全检查次数' })], { complete: false })).toEqual(['C01 E indicators[0]']);
  });

  it('stays upwards where that gives the published score as well', () => {
    expect(scoreLine('100%', '99.96%', '10', '10', { l3: '成本控制率' })).toMatchObject({ rule: 'ratio', computedScore: '10.00', explainedBy: 'exact' });
  });

  it('of a written sign is not doubted', () => {
    expect(scoreLine('≥10次', '5次', '10', '10', { l3: '安全事故次数' })).toMatchObject({ comparator: 'gte', rule: 'ratio', computedScore: '5.00', assumptions: [] });
  });

  it('is not taken from full marks alone', () => {
    expect(scoreLine('10次', '5次', '10', '10', { l3: '安全检查次数' })).toMatchObject({ rule: 'ratio', computedScore: '5.00', explainedBy: 'full-although-missed' });
  });
});

describe('a remark', () => {
  it.each([['因疫情推迟', []], ['', ['C01 E indicators[0]']], ['0', ['C01 E indicators[0]']], ['/', ['C01 E indicators[0]']], [null, ['C01 E indicators[0]']]])('%j', (remark, findings) => {
    expect(found([line('10个', '5个', '10', '5', { remark })], { complete: false })).toEqual(findings);
  });
});

describe('totals and grades', () => {
  const lines = [line('10个', '10个', '45', '45', { l3: '新建数量' }), line('10个', '5个', '45', '22.5', { l3: '改建数量', remark: '说明' })];
  const money = funding([['年度资金总额', '50', '50', '50']], { score: '10', execution_rate: '100%' });

  it('a whole table has a computed total and grade', () => {
    const { total, grade, findings } = scorePublishedTable(tableOf(lines, { funding: money, total_score: '77.5', grade: '中' }));
    expect(total).toEqual({ computed: '77.50', published: '77.5', sumOfPublished: '77.5' });
    expect(grade).toEqual({ computed: '中', published: '中' });
    expect(findings).toEqual([]);
  });

  it('a cut-off table has none', () => {
    expect(scorePublishedTable(tableOf(lines.slice(0, 1), { funding: money, complete: false })).total).toEqual({ computed: null, published: null, sumOfPublished: '55' });
  });

  it('合计 among the indicators is the published total and no indicator', () => {
    const sums = [...lines, line(null, null, '90', '67.5', { l3: '小计' }), line(null, null, '100', '77.5', { l3: null, l2: null, l1: '合计' })];
    const { total, indicators, findings } = scorePublishedTable(tableOf(sums, { funding: money }));
    expect(total).toEqual({ computed: '77.50', published: '77.5', sumOfPublished: '77.5' });
    expect(indicators.slice(2)).toEqual([
      expect.objectContaining({ index: 2, rule: null, computedScore: null, publishedScore: '67.5', explainedBy: null, assumptions: ['小计行，不作为指标计分'] }),
      expect.objectContaining({ index: 3, name: null, publishedScore: '77.5', explainedBy: null, assumptions: ['合计行，不作为指标计分'] }),
    ]);
    expect(findings).toEqual([]);
  });

  it('points of 其中 are inside those of the line above, and have to add up to them', () => {
    const parts = (first: string) => [
      line('10个', '10个', '90', '90', { l3: '新建数量' }),
      line('6个', '6个', first, first, { l3: '其中：城区' }),
      line('4个', '4个', '40', '40', { l3: '其中：镇区' }),
    ];
    const scored = scorePublishedTable(tableOf(parts('50'), { funding: money, total_score: '100' }));
    expect(scored.total).toEqual({ computed: '100.00', published: '100', sumOfPublished: '100' });
    expect(scored.findings).toEqual([]);
    expect(found(parts('45'), { funding: money, total_score: '100' })).toEqual(['B04 E indicators[0]']);
  });

  it.each([
    ['84.47', '优', ['B03 E grade']],
    ['84.47', '良好', []],
    ['90', '优秀', []],
    ['89.99', '“优秀”等次', ['B03 E grade']],
    ['98', '优秀', []],
    ['79.9', '合格', []],
    ['60', '中等', []],
    ['59.99', '差', []],
    ['75', '不合格', ['B03 E grade']],
    ['75', '低', []],
    ['75', 'A', []],
  ])('%s printed as %s', (score, grade, findings) => {
    expect(found([], { total_score: score, grade })).toEqual(findings);
  });

  it('a grade is that of the printed total where none is computed', () => {
    expect(scorePublishedTable(tableOf([], { total_score: '84.47分', grade: '优' })).grade).toEqual({ computed: '良', published: '优' });
    expect(scorePublishedTable(tableOf([])).grade).toEqual({ computed: null, published: null });
  });

  it('the execution rate among the indicators is counted once', () => {
    const rate = line('100%', null, '10', '10', { l3: '预算执行率' });
    const scored = scorePublishedTable(tableOf([rate, line('10个', '10个', '90', '90')], { funding: money, total_score: '100', transcription: 'reconstructed' }));
    expect(scored.total).toEqual({ computed: '100.00', published: '100', sumOfPublished: '100' });
    expect(scored.findings).toEqual([]);
  });

  it('weights that are not legible are not added up', () => {
    expect(found([line('10个', '10个', '40', '40'), line('8个', '8个', null, '50', { l3: '改建' })], { funding: money })).toEqual([]);
  });

  it('a line that does not apply keeps no other from being compared', () => {
    const half = funding([['年度资金总额', '50', '50', '45']], { score: '9' });
    const lines = [line('10个', '10个', '45', '45'), line('8个', '无', '45', null, { l3: '改建' })];
    expect(found(lines, { funding: half })).toEqual(['B05 W funding.rows[0].executed']);
  });

  it('weights that do not add up beside the execution line are an error', () => {
    expect(found([line('10个', '10个', '100', '100')], { funding: money })).toEqual(['B04 E indicators']);
    expect(found([line('10个', '10个', '100', '100')], { funding: null })).toEqual([]);
    expect(found([line('10个', '10个', '90', '90')], { funding: { ...money, weight: null, score: null } })).toEqual([]);
    expect(found([line('10个', '10个', '85', '85')], { funding: { ...money, weight: null, score: null } })).toEqual(['B04 E indicators']);
  });
});

describe('cells that are not there', () => {
  it('a score without an actual is an error in a clean table, not in a reconstructed one', () => {
    const lines = [line('10个', null, '10', '10'), line('制度健全', null, '10', '10', { l3: '制度' })];
    expect(found(lines, { complete: false })).toEqual(['C03 E indicators[1]', 'C07 E indicators[0]', 'C07 E indicators[1]']);
    expect(found(lines, { complete: false, transcription: 'reconstructed' })).toEqual([]);
  });

  it('a line that is cut off is not reported', () => {
    expect(found([line('制度健全', null, null, null)], { complete: false })).toEqual([]);
    expect(found([line('制度健全', null, null, null)])).toEqual(['C03 E indicators[0]']);
  });

  it('names that are not legible are not the same name', () => {
    const lines = [line('1个', '1个', '50', '50', { l3: null }), line('1个', '1个', '50', '50', { l3: null })];
    expect(found(lines)).toEqual([]);
    expect(found(lines.map((one) => ({ ...one, l3: '里程' })))).toEqual(['C05 W indicators[1]']);
  });
});
