import { describe, expect, it } from 'vitest';
import type { Expression } from '../expression/expression';
import { scoreBinding, scoreCommon } from '../testing/score-one';
import { traceRows } from '../trace-text';

const inputs = ['done', 'planned', 'late'].map((key) => ({ key, label: { done: '已完成', planned: '计划', late: '逾期' }[key]!, kind: 'decimal' as const }));
const share: Expression = {
  op: 'subtract',
  of: [{ op: 'divide', of: ['inputs.done', 'inputs.planned'] }, { op: 'multiply', of: ['inputs.late', { number: '0.1' }] }],
};
const score = (expression: Expression, cells: Record<string, string>, more = {}, weight = '10') =>
  scoreCommon({ weight, inputs, rule: { type: 'formula', expression, gives: 'share', ...more } }, cells);

describe('a formula that gives a share of the weight', () => {
  it.each([
    ['8', '10', '1', '7/1'],
    ['1', '3', '0', '10/3'],
    ['30', '10', '0', '10/1'],
    ['1', '10', '5', '0/1'],
    ['1000000000000000', '3000000000000000', '0', '10/3'],
  ])('%s of %s, %s late scores %s of 10', (done, planned, late, exact) => {
    expect(score(share, { done, planned, late })).toMatchObject({ status: 'scored', exact });
  });

  it.each([
    ['full', 'scored', '10/1'],
    ['zero', 'scored', '0/1'],
    ['exclude', 'excluded', '0/1'],
  ])('states what a zero divisor means: %s', (onZeroDenominator, status, exact) => {
    expect(score(share, { done: '1', planned: '0', late: '0' }, { onZeroDenominator })).toMatchObject({ status, exact });
  });

  it('names what is missing', () => {
    expect(score(share, { done: '1', planned: '', late: '' }).missing).toEqual(['indicators.GL-01.inputs.planned', 'indicators.GL-01.inputs.late']);
  });

  it('shows the arithmetic and says the rule in the words of its inputs', () => {
    const item = score(share, { done: '8', planned: '10', late: '1' });
    expect(item.trace.rule).toBe('公式计分法：得分=〔已完成 ÷ 计划 − 逾期 × 0.1〕×分值，在 0 与分值之间');
    expect(traceRows(item.trace).map((row) => `${row.expression}｜${row.result}`).slice(3, 5)).toEqual(['8 ÷ 10 − 1 × 0.1｜0.7', '取大（0，取小（0.7 × 10，10））｜7 分']);
  });
});

describe('conditions and points', () => {
  const stepped: Expression = {
    if: { all: [{ is: 'gte', left: 'inputs.done', right: 'inputs.planned' }, { not: { is: 'gt', left: 'inputs.late', right: { number: '0' } } }] },
    then: 'weight',
    else: { if: { any: [{ is: 'lt', left: 'inputs.done', right: { number: '1' } }, { is: 'gt', left: 'inputs.late', right: { number: '3' } }] }, then: { number: '0' }, else: { op: 'min', of: [{ number: '4' }, 'inputs.done'] } },
  };
  it.each([
    ['10', '10', '0', '10/1'],
    ['10', '10', '1', '4/1'],
    ['3', '10', '1', '3/1'],
    ['0', '10', '1', '0/1'],
    ['9', '10', '4', '0/1'],
  ])('%s of %s with %s late → %s', (done, planned, late, exact) => {
    expect(score(stepped, { done, planned, late }, { gives: 'points' }).exact).toBe(exact);
  });
});

it('may use 目标值 and 实际完成值', () => {
  const rule = { type: 'formula', gives: 'share', expression: { op: 'subtract', of: [{ number: '1' }, { op: 'divide', of: [{ op: 'abs', of: [{ op: 'subtract', of: ['actual', 'target'] }] }, 'target'] }] } };
  expect(scoreBinding({ target: '10万户', rule }, { actual: '120000户' }).exact).toBe('4/1');
  expect(scoreBinding({ target: '10万户', rule }, { actual: '' })).toMatchObject({ status: 'missing' });
});
