import { describe, expect, it } from 'vitest';
import { fraction, fractionText } from '../../shared/fraction-text';
import { evaluate, test } from './evaluate';
import { type Condition, type Expression, expressionSchema, namesIn } from './expression';
import { printCondition, printExpression } from './print';
import { unitOf } from './unit-of';

const n = (number: string, unit?: string): Expression => (unit === undefined ? { number } : { number, unit });
const values: Readonly<Record<string, string>> = { actual: '14.55', target: '14.6', weight: '5', 'inputs.loss': '-3' };
const known = { value: (name: string) => fraction(values[name]!) };
const show = (name: string) => ({ text: values[name]!, isNegative: values[name]!.startsWith('-') });

describe('arithmetic', () => {
  it.each<[Expression, string | null, string]>([
    ['actual', '291/20', '14.55'],
    [{ op: 'add', of: ['actual', n('1'), n('2')] }, '351/20', '14.55 + 1 + 2'],
    [{ op: 'subtract', of: [n('1'), { op: 'subtract', of: [n('2'), n('3')] }] }, '2/1', '1 −（2 − 3）'],
    [{ op: 'multiply', of: [{ op: 'divide', of: ['actual', 'target'] }, 'weight'] }, '1455/292', '14.55 ÷ 14.6 × 5'],
    [{ op: 'divide', of: [n('6'), { op: 'divide', of: [n('4'), n('2')] }] }, '3/1', '6 ÷（4 ÷ 2）'],
    [{ op: 'multiply', of: [{ op: 'add', of: [n('1'), { op: 'multiply', of: [n('2'), { op: 'add', of: [n('3'), n('4')] }] }] }, n('5')] }, '75/1', '〔1 + 2 ×（3 + 4）〕× 5'],
    [{ op: 'divide', of: [n('1'), n('0')] }, null, '1 ÷ 0'],
    [{ op: 'add', of: [n('1'), { op: 'divide', of: [n('1'), { op: 'subtract', of: [n('2'), n('2')] }] }] }, null, '1 + 1 ÷（2 − 2）'],
    [{ op: 'min', of: [n('3'), 'inputs.loss', n('2')] }, '-3/1', '取小（3，-3，2）'],
    [{ op: 'max', of: [n('3'), 'inputs.loss'] }, '3/1', '取大（3，-3）'],
    [{ op: 'abs', of: ['inputs.loss'] }, '3/1', '|-3|'],
    [{ op: 'ceiling', of: [{ op: 'divide', of: [n('6.2'), n('5')] }] }, '2/1', '进一取整（6.2 ÷ 5）'],
    [{ op: 'percent', of: [{ op: 'divide', of: [n('1'), n('8')] }] }, '25/2', '1 ÷ 8 × 100%'],
    [{ op: 'points', of: [n('96.81', '%'), n('85', '%')] }, '1181/100', '96.81 − 85'],
    [{ op: 'subtract', of: [n('1'), 'inputs.loss'] }, '4/1', '1 −（-3）'],
  ])('%j', (expression, exact, printed) => {
    const value = evaluate(expression, known);
    expect(value === null ? null : fractionText(value)).toBe(exact);
    expect(printExpression(expression, show)).toBe(printed);
  });

  it('takes the branch whose condition holds, and never divides in the other', () => {
    const guarded: Expression = { if: { is: 'eq', left: n('0'), right: n('0') }, then: n('1'), else: { op: 'divide', of: [n('1'), n('0')] } };
    expect(fractionText(evaluate(guarded, known)!)).toBe('1/1');
  });

  it.each<[Condition, boolean | null, string]>([
    [{ is: 'gte', left: 'actual', right: 'target' }, false, '14.55 ＜ 14.6'],
    [{ is: 'lt', left: 'actual', right: 'target' }, true, '14.55 ＜ 14.6'],
    [{ not: { is: 'lt', left: 'actual', right: 'target' } }, false, '14.55 ＜ 14.6'],
    [{ all: [{ is: 'gt', left: 'weight', right: n('4') }, { is: 'lte', left: 'weight', right: n('5') }] }, true, '5 ＞ 4 且 5 ≤ 5'],
    [{ any: [{ is: 'gt', left: 'weight', right: n('5') }, { is: 'eq', left: 'weight', right: n('5') }] }, true, '5 ＞ 5 或 5 = 5'],
    [{ is: 'gt', left: { op: 'divide', of: [n('1'), n('0')] }, right: n('1') }, null, '1 ÷ 0 ≤ 1'],
  ])('%j holds: %s', (condition, holds, printed) => {
    expect(test(condition, known)).toBe(holds);
    expect(printCondition(condition, show, holds === true)).toBe(printed);
  });
});

describe('units', () => {
  const units: Readonly<Record<string, string>> = { 'budget.executed': '万元', 'budget.annual_budget': '万元', 'inputs.done': '个', 'inputs.rate': '%', 'inputs.last': '%', weight: '分' };
  const check = (expression: Expression) => unitOf(expression, (name) => units[name] ?? null);
  it.each<[Expression, string]>([
    [{ op: 'divide', of: ['budget.executed', 'budget.annual_budget'] }, ''],
    [{ op: 'percent', of: [{ op: 'divide', of: ['budget.executed', 'budget.annual_budget'] }] }, '%'],
    [{ op: 'points', of: ['inputs.rate', 'inputs.last'] }, '百分点'],
    [{ op: 'multiply', of: ['weight', n('0.5')] }, '分'],
    [{ op: 'max', of: ['budget.executed', n('0')] }, '万元'],
    [{ op: 'divide', of: ['budget.executed', n('2')] }, '万元'],
    [{ if: { is: 'gt', left: 'inputs.rate', right: n('80', '%') }, then: 'weight', else: n('0') }, '分'],
  ])('%j yields “%s”', (expression, unit) => expect(check(expression)).toEqual({ ok: true, unit }));

  it.each<[Expression, string]>([
    [{ op: 'add', of: ['budget.executed', 'inputs.done'] }, '相加减的各项单位不同：“万元”与“个”'],
    [{ op: 'add', of: ['budget.executed', n('1', '元')] }, '相加减的各项单位不同：“万元”与“元”（请先换算）'],
    [{ op: 'multiply', of: ['budget.executed', 'inputs.done'] }, '“万元”与“个”不能相乘'],
    [{ op: 'divide', of: ['budget.executed', 'inputs.done'] }, '“万元”除以“个”没有意义'],
    [{ op: 'percent', of: ['budget.executed'] }, '只有比率才能化为百分数，“万元”不是比率'],
    [{ op: 'points', of: ['weight', 'weight'] }, '只有两个百分数才能相差百分点，“分”不是百分数'],
    [{ if: { is: 'gt', left: 'inputs.rate', right: n('80') }, then: n('1'), else: n('0') }, '相比较的两项单位不同：“%”与“”'],
    ['inputs.other', '公式引用的“inputs.other”不存在'],
  ])('%j is refused: %s', (expression, reason) => expect(check(expression)).toEqual({ ok: false, reason }));
});

describe('what may be stored as a formula', () => {
  const nested = (depth: number): Expression => (depth === 0 ? n('1') : { op: 'abs', of: [nested(depth - 1)] });
  it.each<[unknown, boolean]>([
    ['actual', true],
    ['inputs.assessed_new', true],
    ['budget.executed', true],
    [{ op: 'divide', of: ['actual', 'target'] }, true],
    [nested(11), true],
    [nested(12), false],
    ['process', false],
    ['constructor.constructor("x")', false],
    [{ op: 'divide', of: ['actual'] }, false],
    [{ op: 'power', of: ['actual', 'target'] }, false],
    [{ op: 'add', of: [] }, false],
    [{ number: '1e5' }, false],
    [{ number: 1 }, false],
    [{ op: 'abs', of: ['actual'], extra: 1 }, false],
  ])('%j: %s', (value, accepted) => expect(expressionSchema.safeParse(value).success).toBe(accepted));

  it('names what it reads, each once', () => {
    expect(namesIn({ if: { is: 'gt', left: 'actual', right: 'inputs.a' }, then: { op: 'add', of: ['inputs.a', 'weight'] }, else: 'target' })).toEqual(['actual', 'inputs.a', 'weight', 'target']);
  });
});
