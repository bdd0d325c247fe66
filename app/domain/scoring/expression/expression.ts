import { z } from 'zod';
import { decimalText, type DecimalText } from '../../shared/decimal-text';

/**
 * Arithmetic as data: what a formula rule computes, and what a step of a derivation did. A text is the name of a value (`actual`, `weight`,
 * `inputs.assessed_new`, `budget.executed`, or the result of an earlier step); a number carries its unit when it has one.
 */
export type Expression =
  | string
  | { readonly number: DecimalText; readonly unit?: string }
  | { readonly op: Operation; readonly of: readonly Expression[] }
  | { readonly if: Condition; readonly then: Expression; readonly else: Expression };

/**
 * `percent`: a ratio as percent (× 100%). `points`: the difference of two percentages in percentage points (百分点), which is not a percentage.
 * `ceiling`: the next whole number, for steps that count once begun.
 */
export type Operation = keyof typeof ARITY;

export type Condition =
  | { readonly is: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type Comparison = 'lt' | 'lte' | 'eq' | 'gte' | 'gt';

/** How many operands an operation takes: at least, at most. */
export const ARITY = {
  add: [2, Infinity],
  subtract: [2, 2],
  multiply: [2, Infinity],
  divide: [2, 2],
  min: [2, Infinity],
  max: [2, Infinity],
  abs: [1, 1],
  ceiling: [1, 1],
  percent: [1, 1],
  points: [2, 2],
} as const satisfies Record<string, readonly [number, number]>;

const OPERATIONS = Object.keys(ARITY) as [Operation, ...Operation[]];

/** Deeper formulas are no scoring rule any clerk could check; the limit also bounds the work of checking one. */
const MAX_DEPTH = 12;

const name = z
  .string()
  .max(80)
  .regex(/^(target|actual|weight|[a-z]+(\.[A-Za-z0-9_-]+)+)$/, '应为 target、actual、weight、inputs.<填报项> 或表中单元格的地址');

const expressionShape: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    name,
    z.strictObject({ number: decimalText, unit: z.string().optional() }),
    z
      .strictObject({ op: z.enum(OPERATIONS), of: z.array(expressionShape).min(1).max(40) })
      .refine(({ op, of }) => of.length >= ARITY[op][0] && of.length <= ARITY[op][1], '运算的项数不对'),
    z.strictObject({ if: conditionShape, then: expressionShape, else: expressionShape }),
  ]),
);

const conditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.enum(['lt', 'lte', 'eq', 'gte', 'gt']), left: expressionShape, right: expressionShape }),
    z.strictObject({ all: z.array(conditionShape).min(1).max(10) }),
    z.strictObject({ any: z.array(conditionShape).min(1).max(10) }),
    z.strictObject({ not: conditionShape }),
  ]),
);

export const expressionSchema = expressionShape.refine((expression) => depthOf(expression) <= MAX_DEPTH, `公式嵌套超过 ${MAX_DEPTH} 层`);

function depthOf(expression: Expression): number {
  return 1 + Math.max(0, ...partsOf(expression).map(depthOf));
}

function partsOf(expression: Expression): readonly Expression[] {
  if (typeof expression === 'string' || 'number' in expression) return [];
  if ('op' in expression) return expression.of;
  return [...sidesOf(expression.if), expression.then, expression.else];
}

function sidesOf(condition: Condition): readonly Expression[] {
  if ('is' in condition) return [condition.left, condition.right];
  if ('not' in condition) return sidesOf(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(sidesOf);
}

/** Every name an expression reads, each once, in the order of first use. */
export function namesIn(expression: Expression): readonly string[] {
  if (typeof expression === 'string') return [expression];
  return [...new Set(partsOf(expression).flatMap(namesIn))];
}
