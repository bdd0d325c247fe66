import { describe, expect, it } from 'vitest';
import { scorePublishedTable } from './score-published-table';
import { funding, tableOf } from './testing/tables';

type Rows = Parameters<typeof funding>[0];
const scored = (rows: Rows, more: Record<string, string | null> = {}, unit: string | null = '万元') => scorePublishedTable(tableOf([], { unit, funding: funding(rows, more) }));
const lineOf = (...given: Parameters<typeof scored>) => scored(...given).executionLine;
const found = (...given: Parameters<typeof scored>) => scored(...given).findings.map(({ id, level, where }) => `${id} ${level} ${where}`);

describe('which figures the execution rate divides', () => {
  it('the total line, wherever it stands', () => {
    expect(lineOf([['其中：财政拨款', '40', '40', '30'], ['其他资金', '10', '10', '10'], ['合计', '50', '50', '40']])).toMatchObject({ rate: '80.00', computedScore: '8.00', assumptions: [] });
    expect(lineOf([['预算数/执行数', null, '50', '40']])).toMatchObject({ rate: '80.00', assumptions: [] });
  });

  it('the sources where the total line is 0 or there is none', () => {
    expect(lineOf([['年度资金总额', '0', '0', '0'], ['其中：财政拨款', '40', '40', '30'], ['其他资金', '10', '10', '10']])).toMatchObject({
      rate: '80.00',
      assumptions: ['总额行为 0 或空着，按各来源之和计：全年预算数 50 万元，全年执行数 40 万元'],
    });
    expect(lineOf([['财政拨款', null, '40', '30'], ['其他资金', null, '10', '10']])).toMatchObject({
      rate: '80.00',
      assumptions: ['没有总额行，按各来源之和计：全年预算数 50 万元，全年执行数 40 万元'],
    });
  });

  it('the initial budget where no other is printed', () => {
    expect(lineOf([['年度资金总额', '50', null, '40']])).toMatchObject({ rate: '80.00', assumptions: ['没有全年预算数，按年初预算数计算执行率'] });
  });

  it('the printed rate where the amounts are not legible', () => {
    expect(lineOf([['年度资金总额', null, null, null]], { execution_rate: '76%', score: '7.6' })).toMatchObject({
      rate: '76.00',
      computedScore: '7.60',
      publishedScore: '7.6',
      difference: '0.00',
      explainedBy: 'exact',
      assumptions: ['预算数和执行数看不清，按印出的执行率 76% 计算'],
    });
  });

  it('none on a budget of 0', () => {
    expect(lineOf([['年度资金总额', '0', '0', '3']], { execution_rate: '100%', score: '10' })).toMatchObject({
      rate: null,
      computedScore: null,
      explainedBy: 'not-computable',
      trace: null,
      assumptions: ['预算数为 0，执行率没有意义，本行不计算得分'],
    });
    expect(found([['年度资金总额', '0', '0', '3']], { execution_rate: '100%', score: '10' })).toEqual(['A03 E funding.execution_rate', 'A07 E funding.rows[0].executed']);
  });

  it('gives no more than the weight when more was spent than there was', () => {
    expect(lineOf([['年度资金总额', '329.77', '329.77', '338.31']], { execution_rate: '102.59%' })).toMatchObject({ rate: '102.59', computedScore: '10.00', explainedBy: null });
    expect(found([['年度资金总额', '329.77', '329.77', '338.31']], { execution_rate: '102.59%' })).toEqual(['A07 E funding.rows[0].executed']);
  });

  it('has nothing to say without a funds table', () => {
    expect(scorePublishedTable(tableOf([])).executionLine).toEqual({
      rate: null,
      computedScore: null,
      publishedScore: null,
      difference: null,
      explainedBy: null,
      assumptions: [],
      trace: null,
    });
  });
});

describe('sums of the funds table', () => {
  it('count a further 其中 as a part of a source where only so the sum comes out', () => {
    const rows: Rows = [['总额', '50', '50', '40'], ['其中：财政资金', '40', '40', '30'], ['其中：中央补助', '25', '25', '20'], ['单位资金', '10', '10', '10']];
    expect(found(rows)).toEqual([]);
    expect(found([...rows.slice(0, 3), ['其中：单位资金', '10', '10', '10']])).not.toEqual([]);
    expect(found([rows[0]!, rows[1]!, ['其中：单位资金', '10', '10', '10']])).toEqual([]);
  });

  it('are compared in 万元 whatever the heading says', () => {
    expect(found([['总额', '500000', '50万元', '400000.00'], ['其中：财政资金', '400000', '400000', '30万元'], ['其他资金', '100000', '100000', '100000']], {}, '元')).toEqual([]);
    expect(found([['总额', null, '0.005', '0.004'], ['其中：财政资金', null, '49万元', '40']], {}, '单位：亿元')).toContain('A05 E funding.rows[0].full_year_budget');
  });

  it('are left alone where a source is not legible', () => {
    expect(found([['总额', '50', '50', '50'], ['其中：财政资金', '40', '40', null], ['其他资金', '10', null, '3']])).toEqual([]);
  });
});

describe('the printed rate', () => {
  const rate = (printed: string | null, executed = '991') => {
    const rows: Rows = [['总额', null, '1000', executed]];
    return { found: found(rows, { execution_rate: printed }), assumptions: lineOf(rows, { execution_rate: printed }).assumptions };
  };

  it.each(['99.1%', '99.10％', '99%', '99.10 百分比'])('%s is right', (printed) => {
    expect(rate(printed)).toEqual({ found: [], assumptions: [] });
  });

  it('is percent without a sign, unless it is the ratio itself', () => {
    expect(rate('99.10')).toEqual({ found: [], assumptions: ['执行率“99.10”未写百分号，按 99.10% 读'] });
    expect(rate('0.991')).toEqual({ found: [], assumptions: ['执行率“0.991”按比值读，为 99.1%'] });
    expect(rate('1', '1000')).toEqual({ found: [], assumptions: ['执行率“1”按比值读，为 100%'] });
    expect(rate('0', '0').assumptions).toEqual(['执行率“0”未写百分号，按 0% 读']);
  });

  it('is an error when it is wrong, a note when it is cut off', () => {
    expect(rate('98%').found).toEqual(['A03 E funding.execution_rate']);
    expect(rate('99%', '999').found).toEqual(['A03 I funding.execution_rate']);
  });
});
