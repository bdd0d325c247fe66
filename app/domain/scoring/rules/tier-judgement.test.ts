import { expect, it } from 'vitest';
import { scoreBinding } from '../testing/score-one';
import { traceRows } from '../trace-text';

const [ACHIEVED, PARTLY, MISSED] = ['达成年度指标', '部分达成年度指标并具有一定效果', '未达成年度指标且效果较差'] as const;
const judge = (tier: string, points: string, weight = '5') =>
  scoreBinding({ kind: 'qualitative', target: '有效提升', rule: { type: 'tier_judgement' } }, { tier, judged_points: points }, weight);

it.each([
  [ACHIEVED, '5', '5/1', true],
  [ACHIEVED, '4', '4/1', true],
  ['达成', '4.5', '9/2', true],
  [PARTLY, '3.99', '399/100', false],
  [PARTLY, '3', '3/1', false],
  [MISSED, '2.99', '299/100', false],
  [MISSED, '0', '0/1', false],
])('%s with %s points scores %s of 5', (tier, points, exact, met) => {
  expect(judge(tier, points)).toMatchObject({ status: 'scored', exact, met });
});

it.each([
  [ACHIEVED, '3.99', '4 ≤ 得分 ≤ 5'],
  [PARTLY, '4', '3 ≤ 得分 ＜ 4'],
  [PARTLY, '2.99', '3 ≤ 得分 ＜ 4'],
  [MISSED, '3', '0 ≤ 得分 ＜ 3'],
])('%s refuses %s and shows %s', (tier, points, interval) => {
  const item = judge(tier, points);
  expect(item).toMatchObject({ status: 'missing', missing: ['indicators.LZ-01.judged_points'], score: '0.00' });
  expect(traceRows(item.trace).map((row) => row.expression).join()).toContain(interval);
});

it('refuses more than the weight', () => expect(judge(ACHIEVED, '5.01').status).toBe('missing'));

it('takes the weight as shown for full marks', () => {
  expect(judge(ACHIEVED, '6.67', '6.6666666666666666')).toMatchObject({ status: 'scored', score: '6.67' });
});

it('names both cells when nothing was judged', () => {
  expect(judge('', '').missing).toEqual(['indicators.LZ-01.tier', 'indicators.LZ-01.judged_points']);
  expect(judge(ACHIEVED, '').missing).toEqual(['indicators.LZ-01.judged_points']);
  expect(judge('很好', '5').missing).toEqual(['indicators.LZ-01.tier']);
});
