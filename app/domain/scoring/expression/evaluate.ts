import { absolute, add, ceiling, compare, div, type Exact, HUNDRED, isZero, maximum, minimum, mul, sub } from '../../shared/fraction';
import { constant } from '../../shared/fraction-text';
import type { Comparison, Condition, Expression, Operation } from './expression';

/** Knows values by name. */
export interface Values {
  /** Throws for a name it does not know. */
  value(name: string): Exact;
}

/** The exact value; null when anywhere on the way a divisor is zero, whose outcome the rule states (`onZeroDenominator`). */
export function evaluate(expression: Expression, values: Values): Exact | null {
  if (typeof expression === 'string') return values.value(expression);
  if ('op' in expression) return operate(expression.op, expression.of, values);
  if ('number' in expression) return constant(expression.number);
  const holds = test(expression.if, values);
  return holds === null ? null : evaluate(holds ? expression.then : expression.else, values);
}

function operate(op: Operation, of: readonly Expression[], values: Values): Exact | null {
  const first = evaluate(of[0]!, values);
  if (first === null) return null;
  if (op === 'abs') return absolute(first);
  if (op === 'ceiling') return ceiling(first);
  if (op === 'percent') return mul(first, HUNDRED);
  let value = first;
  for (let index = 1; index < of.length; index += 1) {
    const next = evaluate(of[index]!, values);
    if (next === null || (op === 'divide' && isZero(next))) return null;
    value = combine(op, value, next);
  }
  return value;
}

function combine(op: Exclude<Operation, 'abs' | 'ceiling' | 'percent'>, left: Exact, right: Exact): Exact {
  switch (op) {
    case 'add':
      return add(left, right);
    case 'subtract':
    case 'points':
      return sub(left, right);
    case 'multiply':
      return mul(left, right);
    case 'divide':
      return div(left, right);
    case 'min':
      return minimum(left, right);
    case 'max':
      return maximum(left, right);
  }
}

/** Whether a condition holds; null when a divisor in it is zero. */
export function test(condition: Condition, values: Values): boolean | null {
  if ('is' in condition) {
    const left = evaluate(condition.left, values);
    const right = evaluate(condition.right, values);
    return left === null || right === null ? null : holds(condition.is, compare(left, right));
  }
  if ('not' in condition) {
    const inner = test(condition.not, values);
    return inner === null ? null : !inner;
  }
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => test(part, values));
  if (parts.includes(null)) return null;
  return 'all' in condition ? parts.every(Boolean) : parts.some(Boolean);
}

function holds(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'eq':
      return order === 0;
    case 'gte':
      return order >= 0;
    case 'gt':
      return order > 0;
  }
}
