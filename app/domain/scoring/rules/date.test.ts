import { describe, expect, it } from 'vitest';
import { lateSteps } from '../late-steps';
import { scoreBinding } from '../testing/score-one';
import { traceRows } from '../trace-text';

const byMonth = { type: 'date', late: { per: 'month', pointsEach: '1' } };
const byDay = { type: 'date', late: { per: 'day', pointsEach: '0.5' } };

describe('a deadline of 2024-06-30 → points of 5', () => {
  it.each([
    ['2024-06-30', '5/1', '5/1', '5/1', true],
    ['2024年5月1日', '5/1', '5/1', '5/1', true],
    ['2024-07-01', '0/1', '4/1', '9/2', false],
    ['2024-07-30', '0/1', '4/1', '0/1', false],
    ['2024-07-31', '0/1', '3/1', '0/1', false],
    ['2025-01-15', '0/1', '0/1', '0/1', false],
  ])('%s scores %s, by month %s, by day %s', (actual, strict, months, days, met) => {
    const target = '2024年6月30日前';
    expect(scoreBinding({ target, rule: { type: 'date' } }, { actual })).toMatchObject({ exact: strict, met });
    expect(scoreBinding({ target, rule: { type: 'ratio' } }, { actual })).toMatchObject({ exact: strict, met });
    expect(scoreBinding({ target, rule: byMonth }, { actual }).exact).toBe(months);
    expect(scoreBinding({ target, rule: byDay }, { actual }).exact).toBe(days);
  });

  it('derives the delay', () => {
    const item = scoreBinding({ target: '2024-06-30', rule: byMonth }, { actual: '2024-08-01' });
    expect(traceRows(item.trace).map((row) => `${row.label}｜${row.expression}｜${row.result}`).slice(2, 6)).toEqual([
      '逾期时间｜2024-06-30 至 2024-08-01，不足 1 个月按 1 个月计｜2 个月',
      '判断｜2 ＞ 0｜逾期，按逾期时间扣分',
      '扣分｜2 × 1｜2 分',
      '判断｜2 ＜ 5｜按项扣分',
    ]);
  });

  it('asks for a day', () => {
    expect(scoreBinding({ target: '2024-06-30', rule: byMonth }, { actual: '' })).toMatchObject({ status: 'missing', missing: ['indicators.LZ-01.actual'] });
  });
});

it.each([
  ['2024-01-31', '2024-02-29', 'month', '1'],
  ['2024-01-31', '2024-03-01', 'month', '2'],
  ['2024-01-15', '2024-02-15', 'month', '1'],
  ['2024-01-15', '2024-02-16', 'month', '2'],
  ['2023-12-31', '2024-01-01', 'month', '1'],
  ['2024-02-28', '2024-03-01', 'day', '2'],
  ['2023-02-28', '2023-03-01', 'day', '1'],
  ['2023-12-31', '2025-01-01', 'day', '367'],
  ['2024-06-30', '2024-06-30', 'day', '0'],
  ['2024-06-30', '2023-06-30', 'month', '0'],
] as const)('from %s to %s are %s steps: %s', (due, done, per, count) => expect(lateSteps(due, done, per).text).toBe(count));
