import { describe, expect, it } from 'vitest';
import { gradeOf } from './grade';
import type { Rounding } from './scoring-rule';
import { sheetOf, smallBasis } from './testing/score-one';
import { replayTotal, totalRows } from './total-trace';

const share = (weight: string, more: Record<string, unknown> = {}) => ({
  weight,
  inputs: [
    { key: 'done', label: '完成数', kind: 'decimal' },
    { key: 'planned', label: '计划数', kind: 'decimal' },
  ],
  rule: { type: 'ratio', measure: { kind: 'quotient', numerator: { input: 'done' }, denominator: { input: 'planned' } }, onZeroDenominator: 'exclude', ...more },
});

/** Indicators of these weights, each done/planned as given. */
function score(parts: readonly (readonly [weight: string, done: string, planned: string])[], rounding?: Rounding) {
  const cells: Record<string, string> = {};
  parts.forEach(([, done, planned], index) => {
    const prefix = `indicators.GL-${String(index + 1).padStart(2, '0')}.inputs`;
    cells[`${prefix}.done`] = done;
    cells[`${prefix}.planned`] = planned;
  });
  return sheetOf(smallBasis({ indicators: parts.map(([weight]) => share(weight)), rounding }), cells);
}

describe('total', () => {
  it('sums exactly before it rounds', () => {
    const { total } = score([
      ['33.5', '1', '3'],
      ['33.5', '1', '3'],
      ['33', '1', '3'],
    ]);
    expect(total).toMatchObject({ exact: '100/3', unrounded: '33.33333333…', score: '33.33', sumOfShownItems: '33.34', grade: 'poor' });
    expect(total.roundingNote).toContain('显示数相加为 33.34 分');
  });

  it('rounds each item when the version says so, then only adds', () => {
    const { total } = score(
      [
        ['33.5', '1', '3'],
        ['33.5', '1', '3'],
        ['33', '1', '3'],
      ],
      { scope: 'item', digits: 2, mode: 'half_up' },
    );
    expect(total).toMatchObject({ exact: '1667/50', score: '33.34', sumOfShownItems: '33.34', roundingNote: null });
  });

  it('rescales what does not apply', () => {
    const { total, scoreRate, items } = score([
      ['50', '9', '10'],
      ['30', '1', '3'],
      ['20', '0', '0'],
    ]);
    expect(items.map((item) => item.status)).toEqual(['scored', 'scored', 'excluded']);
    expect(total).toMatchObject({ exact: '275/4', score: '68.75', sumOfShownItems: '55.00' });
    expect(total.roundingNote).toBe(
      '各项得分只在显示时四舍五入保留 2 位小数，显示数相加为 55.00 分；总分按各项未取整的得分计算，相加为 55 分；1 项指标不适用，按适用分值折算：55 ÷ 80 × 100 = 68.75 分，四舍五入保留 2 位小数后为 68.75 分。',
    );
    expect(scoreRate).toBe('68.75000000');
  });

  it('is 0 and not a division by zero when nothing applies', () => {
    expect(score([['100', '0', '0']])).toMatchObject({ total: { score: '0.00', exact: '0/1', grade: 'poor' }, scoreRate: '0.00000000', missionScoreRate: '0.00000000' });
  });

  it('never exceeds the full weight', () => {
    const { total } = score([
      ['60', '1', '1'],
      ['60', '1', '1'],
    ]);
    expect(total).toMatchObject({ score: '100.00', sumOfShownItems: '120.00' });
    expect(total.roundingNote).toContain('总分不超过 100 分');
  });

  it('adds four times 22.5 to 90', () => {
    expect(score(Array.from({ length: 4 }, () => ['22.5', '1', '1'] as const)).total).toMatchObject({ score: '90.00', grade: 'excellent', roundingNote: null });
  });
});

describe('grade', () => {
  const { gradeBands } = smallBasis({}).system;
  it.each([
    ['100.00', 'excellent'],
    ['90.00', 'excellent'],
    ['89.99', 'good'],
    ['80', 'good'],
    ['79.99', 'fair'],
    ['60.0', 'fair'],
    ['59.999', 'poor'],
    ['0', 'poor'],
  ])('%s is %s', (text, grade) => expect(gradeOf(text, gradeBands)).toBe(grade));

  it.each([
    ['89995', 'half_up', '90.00', 'excellent'],
    ['89994', 'half_up', '89.99', 'good'],
    ['89999', 'truncate', '89.99', 'good'],
    ['79995', 'half_up', '80.00', 'good'],
    ['59995', 'half_even', '60.00', 'fair'],
  ] as const)('%s thousandths %s become %s, %s', (done, mode, expected, grade) => {
    expect(score([['100', done, '100000']], { scope: 'total', digits: 2, mode }).total).toMatchObject({ score: expected, grade });
  });
});

describe('执行率封顶', () => {
  const caps = [
    { rateBelow: '80', totalAtMost: '89.99' },
    { rateBelow: '60', totalAtMost: '79.99' },
  ];
  const basis = smallBasis({ indicators: [share('100')] });
  const sheet = (executed: string, done = '10') =>
    sheetOf({ ...basis, system: { ...basis.system, executionCaps: caps } }, {
      'budget.annual_budget': '100',
      'budget.executed': executed,
      'indicators.GL-01.inputs.done': done,
      'indicators.GL-01.inputs.planned': '10',
    });
  it.each([
    ['100', '10', '100.00', 'excellent'],
    ['80', '10', '100.00', 'excellent'],
    ['79.99', '10', '89.99', 'good'],
    ['60', '10', '89.99', 'good'],
    ['59.999999', '10', '79.99', 'fair'],
    ['0', '5', '50.00', 'poor'],
    ['', '10', '100.00', 'excellent'],
  ])('executed %s of 100 with %s of 10 done is %s', (executed, done, score, grade) => {
    const { total } = sheet(executed, done);
    expect(total).toMatchObject({ score, grade });
    expect(replayTotal(total.steps, () => sheet(executed, done).items[0]!.exact)).toEqual({ ok: true, score });
  });

  it('holds for the self scores too', () => {
    const cells = { 'budget.annual_budget': '100', 'budget.executed': '59', 'indicators.GL-01.inputs.done': '10', 'indicators.GL-01.inputs.planned': '10', 'indicators.GL-01.self_score': '95' };
    expect(sheetOf({ ...basis, system: { ...basis.system, executionCaps: caps } }, cells).total.selfScore).toBe('79.99');
  });

  it('says so', () => {
    const { total } = sheet('59');
    expect(total.roundingNote).toContain('预算执行率低于 60%，总分不超过 79.99 分');
    expect(totalRows(total.steps).map((row) => `${row.label}｜${row.result}`)).toEqual(['各项得分合计｜100 分', '执行率封顶｜79.99 分', '取整｜79.99 分']);
  });
});
