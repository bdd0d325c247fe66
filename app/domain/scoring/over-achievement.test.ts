import { expect, it } from 'vitest';
import { createLiveScorer } from './live-scorer';
import { replay } from './replay';
import { smallBasis } from './testing/score-one';
import { traceRows } from './trace-text';

const deduct = { factor: '0.5', cap: '0.2' };
const score = (target: string, actual: string, more: object = { deduct }, rule: object = { type: 'ratio' }) => {
  const basis = smallBasis({ bindings: [{ target, rule }], points: '10', totalWeight: '10' });
  const system = { ...basis.system, overAchievement: { warnAt: '1.2', explainAt: '1.3', suggestAt: '1.5', ...more } };
  return createLiveScorer({ ...basis, system }).score({ 'indicators.LZ-01.actual': actual }).items[0]!;
};

it.each([
  ['100', '150', '10/1', null],
  ['100', '160', '19/2', '0.5'],
  ['100', '190', '8/1', '2'],
  ['100', '900', '8/1', '2'],
  ['100', '90', '9/1', null],
  ['≤100', '10', '10/1', null],
  ['≥0', '10', '10/1', null],
])('target %s with %s: %s after %s off', (target, actual, exact, overTargetDeduction) => {
  const item = score(target, actual);
  expect(item).toMatchObject({ exact, overTargetDeduction });
  expect(replay(item.trace)).toEqual({ ok: true, exact, score: item.score });
});

it('never touches a reverse rule, whatever its sign', () => {
  expect(score('=100', '160', { deduct }, { type: 'ratio_reverse' })).toMatchObject({ exact: '4/1', overTargetDeduction: null });
});

it('is off unless the version says so', () => expect(score('100', '900', {})).toMatchObject({ exact: '10/1', overTargetDeduction: null }));

it('shows the deduction apart', () => {
  expect(traceRows(score('100', '173').trace).map((row) => `${row.label}｜${row.expression}｜${row.result}`).slice(3, 6)).toEqual([
    '判断｜173 ÷ 100 ＞ 1.5｜超额完成幅度达到扣减线，按规定扣减',
    '超额完成扣减｜10 × 取大（0，取小（0.5 ×（173 ÷ 100 − 1.5），0.2））｜1.15 分',
    '扣减后得分｜10 − 1.15｜8.85 分',
  ]);
});

it.each([
  [{ type: 'ratio', cap: '0.9' }, '100', '9/1'],
  [{ type: 'ratio', floor: '0.6' }, '10', '6/1'],
  [{ type: 'ratio', cap: '0.9', floor: '0.6' }, '70', '7/1'],
])('%j bounds %s to %s', (rule, actual, exact) => {
  const item = score('100', actual, {}, rule);
  expect(item.exact).toBe(exact);
  expect(replay(item.trace)).toMatchObject({ ok: true, exact });
});
