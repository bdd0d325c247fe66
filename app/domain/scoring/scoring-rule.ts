import { z } from 'zod';
import { decimalText } from '../shared/decimal-text';

/** Where a rule reads a figure: an input of its own indicator (`indicators.<code>.inputs.<key>`) or another cell of the form by its address. */
export const operandSchema = z.union([
  z.strictObject({ input: z.string().min(1) }),
  z.strictObject({ cell: z.string().min(1) }),
]);
export type Operand = z.infer<typeof operandSchema>;

/**
 * What a rule measures. `target_actual` compares the approved 目标值 with 实际完成值; `quotient` divides two operands (a rate; 1 = 100 %);
 * `growth` is (current − prior) ÷ prior, a rate too; `value` takes one operand as it is.
 */
export const measureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('target_actual') }),
  z.strictObject({
    kind: z.literal('quotient'),
    numerator: operandSchema,
    denominator: operandSchema,
    /** Take |numerator|: 预算调整 counts in both directions. */
    absoluteNumerator: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('growth'), current: operandSchema, prior: operandSchema }),
  z.strictObject({ kind: z.literal('value'), operand: operandSchema }),
]);
export type Measure = z.infer<typeof measureSchema>;

const onMissing = z.enum(['block_submit', 'zero', 'exclude']).default('block_submit');
const onZeroDenominator = z.enum(['full', 'exclude', 'zero']).default('full');

const ratio = z.strictObject({
  type: z.literal('ratio'),
  measure: measureSchema.default({ kind: 'target_actual' }),
  onMissing,
  onZeroDenominator,
});

/** `linear`: 1 − (a − t)/t, zero from 2t on; `simple`: t/a. Both give full marks up to the target. */
const ratioReverse = z.strictObject({
  type: z.literal('ratio_reverse'),
  variant: z.enum(['linear', 'simple']).default('linear'),
  onMissing,
});

/** 评判等级: the filler picks one of the three official tiers, then judges points inside its interval (财预〔2020〕10号). */
const tierJudgement = z.strictObject({ type: z.literal('tier_judgement'), onMissing });

const direct = z.strictObject({
  type: z.literal('direct'),
  condition: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all_yes'), inputs: z.array(z.string().min(1)).min(1) }),
    z.strictObject({ kind: z.literal('at_most'), left: operandSchema, right: operandSchema }),
  ]),
  onMissing,
});

/** `atLeast` is in percent for a quotient or growth, in the operand's own unit otherwise; `points` are points of the weight. First matching band wins. */
const bandTable = z.strictObject({
  type: z.literal('band_table'),
  measure: measureSchema,
  bands: z.array(z.strictObject({ atLeast: decimalText, points: decimalText })).min(1),
  otherwise: decimalText,
  onMissing,
  onZeroDenominator,
});

/**
 * “每超过 x 扣 y 分，扣完为止”: full marks while the measure is at most `fullUpTo`; beyond, `pointsPerStep` for each `step`.
 * `fullUpTo` and `step` are percentage points for a quotient or growth, the operand's own unit otherwise. `started` counts a begun step whole.
 */
const deductionPerUnit = z.strictObject({
  type: z.literal('deduction_per_unit'),
  measure: measureSchema,
  fullUpTo: decimalText,
  step: decimalText,
  pointsPerStep: decimalText,
  stepMode: z.enum(['started', 'continuous']),
  onMissing,
  onZeroDenominator,
});

/** Points off for each counted thing (审计发现问题数, 缺少制度项数 …), never below zero. */
const deductionList = z.strictObject({
  type: z.literal('deduction_list'),
  items: z.array(z.strictObject({ input: z.string().min(1), pointsEach: decimalText })).min(1),
  onMissing,
});

/** One scoring rule (评分规则) of a leaf indicator: domain.md §3.4. */
export const scoringRuleSchema = z.discriminatedUnion('type', [
  ratio,
  ratioReverse,
  tierJudgement,
  direct,
  bandTable,
  deductionPerUnit,
  deductionList,
]);
export type ScoringRule = z.infer<typeof scoringRuleSchema>;
export type ScoringRuleType = ScoringRule['type'];

/** Rounding happens once: each item after its floor (`item`) or the total only (`total`). Grade and rank use the rounded total. */
export const roundingSchema = z.strictObject({
  scope: z.enum(['total', 'item']),
  digits: z.number().int().min(0).max(6),
  mode: z.enum(['half_up', 'half_even', 'truncate']),
});
export type Rounding = z.infer<typeof roundingSchema>;
