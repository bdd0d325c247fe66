import { convertUnit, parseUnit } from '../../form/units';
import { fraction } from '../../shared/fraction-text';
import type { Condition, Expression } from './expression';

/** The unit an expression yields ("" for a plain number), or why its units do not go together, in Chinese. */
export type UnitVerdict = { readonly ok: true; readonly unit: string } | { readonly ok: false; readonly reason: string };

/** Unit of a name; null for a name the rule cannot read. */
export type UnitOfName = (name: string) => string | null;

const PLAIN: UnitVerdict = { ok: true, unit: '' };

/**
 * Checks the units of a formula before it is ever used: what is added or compared has one unit — not merely a convertible one, for a formula computes with
 * figures as they stand —, what is multiplied has at most one unit, a quotient of equals is a plain number.
 */
export function unitOf(expression: Expression, unitOfName: UnitOfName): UnitVerdict {
  if (typeof expression === 'string') {
    const unit = unitOfName(expression);
    return unit === null ? refuse(`公式引用的“${expression}”不存在`) : { ok: true, unit };
  }
  if ('number' in expression) return { ok: true, unit: expression.unit ?? '' };
  if ('if' in expression) {
    const condition = conditionProblem(expression.if, unitOfName);
    return condition === null ? sameUnit([expression.then, expression.else], unitOfName, '“若…则…否则…”的两个结果') : refuse(condition);
  }
  const { op, of } = expression;
  switch (op) {
    case 'add':
    case 'subtract':
      return sameUnit(of, unitOfName, '相加减的各项');
    case 'min':
    case 'max':
      return sameUnit(of, unitOfName, '比较大小的各项');
    case 'abs':
    case 'ceiling':
      return unitOf(of[0]!, unitOfName);
    case 'percent': {
      const inner = unitOf(of[0]!, unitOfName);
      return inner.ok && inner.unit !== '' ? refuse(`只有比率才能化为百分数，“${inner.unit}”不是比率`) : inner.ok ? { ok: true, unit: '%' } : inner;
    }
    case 'points': {
      const both = sameUnit(of, unitOfName, '相差百分点的两项');
      if (!both.ok) return both;
      return both.unit === '%' ? { ok: true, unit: '百分点' } : refuse(`只有两个百分数才能相差百分点，“${both.unit}”不是百分数`);
    }
    case 'multiply':
      return product(of, unitOfName);
    case 'divide':
      return quotient(of[0]!, of[1]!, unitOfName);
  }
}

/** Why a condition's units do not go together; null when they do. */
function conditionProblem(condition: Condition, unitOfName: UnitOfName): string | null {
  if ('is' in condition) {
    const verdict = sameUnit([condition.left, condition.right], unitOfName, '相比较的两项');
    return verdict.ok ? null : verdict.reason;
  }
  if ('not' in condition) return conditionProblem(condition.not, unitOfName);
  for (const part of 'all' in condition ? condition.all : condition.any) {
    const problem = conditionProblem(part, unitOfName);
    if (problem !== null) return problem;
  }
  return null;
}

function sameUnit(of: readonly Expression[], unitOfName: UnitOfName, what: string): UnitVerdict {
  let unit: string | null = null;
  for (const part of of) {
    const verdict = unitOf(part, unitOfName);
    if (!verdict.ok) return verdict;
    // A plain 0 fits every unit: "0 万元" need not be written out.
    if (isPlainZero(part)) continue;
    if (unit !== null && unit !== verdict.unit) return refuse(`${what}单位不同：“${unit}”与“${verdict.unit}”${isConvertible(unit, verdict.unit) ? '（请先换算）' : ''}`);
    unit = verdict.unit;
  }
  return { ok: true, unit: unit ?? '' };
}

function product(of: readonly Expression[], unitOfName: UnitOfName): UnitVerdict {
  let unit = '';
  for (const part of of) {
    const verdict = unitOf(part, unitOfName);
    if (!verdict.ok) return verdict;
    if (verdict.unit !== '' && unit !== '') return refuse(`“${unit}”与“${verdict.unit}”不能相乘`);
    if (verdict.unit !== '') unit = verdict.unit;
  }
  return { ok: true, unit };
}

function quotient(left: Expression, right: Expression, unitOfName: UnitOfName): UnitVerdict {
  const top = unitOf(left, unitOfName);
  if (!top.ok) return top;
  const bottom = unitOf(right, unitOfName);
  if (!bottom.ok) return bottom;
  if (top.unit === bottom.unit) return PLAIN;
  return bottom.unit === '' ? top : refuse(`“${top.unit}”除以“${bottom.unit}”没有意义`);
}

function isPlainZero(expression: Expression): boolean {
  return typeof expression === 'object' && 'number' in expression && /^0(\.0+)?$/.test(expression.number) && expression.unit === undefined;
}

function isConvertible(left: string, right: string): boolean {
  return left !== '' && right !== '' && convertUnit(fraction('1'), parseUnit(left), parseUnit(right)) !== null;
}

function refuse(reason: string): UnitVerdict {
  return { ok: false, reason };
}
