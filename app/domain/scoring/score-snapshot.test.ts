import { describe, expect, it } from 'vitest';
import district32 from '~/db/seed/indicator-systems/district-32.json';
import projectForm from '~/db/seed/project-forms/project-10-50-30-10.json';
import { canonicalJson } from '../form/canonical-json';
import { expandFraction, fraction } from '../shared/fraction-text';
import { counterfactualOf } from './counterfactual';
import { scoreSnapshot } from './score-snapshot';
import type { Rounding } from './scoring-rule';
import { liwan2024 } from './testing/liwan-2024';
import { traceRows } from './trace-text';

const snapshot = () => liwan2024(district32, projectForm);
const roundedBy = (rounding: Rounding) => {
  const base = snapshot();
  return scoreSnapshot({ ...base, system: { ...base.system, rounding } }).total;
};

describe('the published 2024 report under district-32', () => {
  const sheet = scoreSnapshot(snapshot());
  const item = (code: string) => sheet.items.find((candidate) => candidate.code === code)!;

  it('has 32 items and nothing missing', () => {
    expect(sheet.items).toHaveLength(32);
    expect(sheet.missing).toEqual([]);
    expect(sheet.items.every(({ status }) => status === 'scored')).toBe(true);
  });

  it('totals 94.97505641… exactly, 94.98 rounded, grade 优', () => {
    expect(sheet.total.unrounded).toBe('94.97505641…');
    // 80 points are full, 商事主体数 adds 1455/292 and 支出率 23740110/2375869: summed with Python's fractions.
    expect(sheet.total.exact).toBe('65889301355/693753748');
    expect(sheet.total).toMatchObject({ score: '94.98', sumOfShownItems: '94.97', grade: 'excellent', selfScore: null });
    expect(sheet.total.roundingNote).toBe(
      '各项得分只在显示时四舍五入保留 2 位小数，显示数相加为 94.97 分；总分按各项未取整的得分计算，相加为 94.97505641… 分，四舍五入保留 2 位小数后为 94.98 分。',
    );
  });

  it('rounds the total by the mode of the version', () => {
    expect(roundedBy({ scope: 'total', digits: 1, mode: 'truncate' }).score).toBe('94.9');
    expect(roundedBy({ scope: 'total', digits: 1, mode: 'half_up' }).score).toBe('95.0');
    expect(roundedBy({ scope: 'total', digits: 2, mode: 'half_even' }).score).toBe('94.98');
    expect(roundedBy({ scope: 'item', digits: 2, mode: 'half_up' })).toMatchObject({ score: '94.97', exact: '9497/100', roundingNote: null });
  });

  it.each([
    ['LZ-01', '5/1', '≥85%', '96.81%', '113.89', true],
    ['LZ-02', '1455/292', '≥14.6万户', '14.55万户', '99.66', false],
    ['LZ-03', '5/1', '=0起', '0起', null, true],
    ['LZ-04', '5/1', '≥10亿元', '17.3亿元', '173.00', true],
    ['LZ-05', '0/1', '≥2亿元', '0亿元', '0.00', false],
    ['LZ-06', '5/1', '有效提升', '达成年度指标', null, true],
    ['LZ-08', '5/1', '≥90%', '96.49%', '107.21', true],
    ['LZ-09', '23740110/2375869', '100%', '99.92%', '99.92', false],
    ['GL-01', '2/1', '100%', '不适用', null, null],
    ['GL-02', '3/1', '≤10%', '0.00%', null, true],
    ['GL-03', '3/1', '≤5%', '2.47%', null, true],
    ['GL-21', '2/1', '≥90%', '93.00%', null, true],
    ['GL-22', '2/1', '≤0%', '-0.68%', null, true],
    ['GL-23', '1/1', '≤80万元', '61.2万元', null, true],
  ])('%s scores %s', (code, exact, target, actual, completionRate, met) => {
    expect(item(code)).toMatchObject({ exact, target, actual, completionRate, met });
  });

  it('derives 商事主体数 and 支出率 step by step', () => {
    expect(expandFraction(fraction(item('LZ-02').exact), 9)).toBe('4.982876712…');
    expect(expandFraction(fraction(item('LZ-09').exact), 9)).toBe('9.992179703…');
    expect(traceRows(item('LZ-02').trace).map((row) => `${row.label}｜${row.expression}｜${row.result}`)).toEqual([
      '目标值｜批复“14.6万户”｜≥14.6万户',
      '实际完成值｜填报“14.55万户”｜14.55万户',
      '判断｜14.55 ＜ 14.6｜未达到目标值，按完成比例计分',
      '计算｜14.55 ÷ 14.6 × 5｜4.98287671… 分',
      '得分｜本项不取整，总分统一四舍五入保留 2 位小数；显示时按同一方式取 2 位小数｜4.98 分',
    ]);
    expect(counterfactualOf(item('LZ-02')).toFullMarks).toBe('再增 0.05 万户得满分');
    expect(counterfactualOf(item('LZ-09')).toFullMarks).toBe('“全年执行数”再增 18.58 万元得满分');
  });

  it('gives the rates of the tie chain', () => {
    expect(sheet).toMatchObject({ scoreRate: '94.97505641', missionScoreRate: '89.95011283', executionRate: '99.92179703' });
  });

  it('is the same to the byte whatever the order of the cells', () => {
    const base = snapshot();
    const reversed = { ...base, cells: Object.fromEntries(Object.entries(base.cells).reverse()) };
    expect(canonicalJson(scoreSnapshot(reversed))).toBe(canonicalJson(sheet));
    expect(JSON.stringify(scoreSnapshot(reversed))).toBe(JSON.stringify(sheet));
  });

  it('names what is missing, counts it 0 and keeps the rest', () => {
    const base = snapshot();
    const { ['indicators.LZ-01.actual']: _dropped, ...cells } = base.cells;
    const partial = scoreSnapshot({ ...base, cells: { ...cells, 'indicators.LZ-04.actual': '十七亿' } });
    expect(partial.missing).toEqual(['indicators.LZ-01.actual', 'indicators.LZ-04.actual']);
    expect(partial.total.score).toBe('84.98');
    expect(partial.items[0]).toMatchObject({ status: 'missing', score: '0.00', met: null });
    expect(partial.snapshotHash).not.toBe(sheet.snapshotHash);
  });
});
