import { z } from 'zod';
import { decimalText } from '../shared/decimal-text';
import { expressionSchema } from './expression/expression';

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

/** A share of the weight, 0 … 1. */
const share = decimalText.refine((text) => /^(0(\.\d+)?|1(\.0+)?)$/.test(text), '应在 0 与 1 之间');

/** When a written explanation (偏差原因) is asked for; without this a rule asks when points are lost. `measure_above` is in the measure's unit. */
export const explainWhenSchema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('loses_points') }),
    z.strictObject({ kind: z.literal('over_target'), from: decimalText }),
    z.strictObject({ kind: z.literal('measure_above'), value: decimalText }),
  ]),
);
export type ExplainWhen = z.infer<typeof explainWhenSchema>[number];

/**
 * Parameters every rule takes. `cap` and `floor` bound the score as shares of the weight (1 and 0 when absent); `evidence` says whether 佐证材料
 * must be attached. Absent parameters stay absent, so that a version published before a parameter existed keeps its bytes.
 */
const common = {
  onMissing,
  cap: share.optional(),
  floor: share.optional(),
  explainWhen: explainWhenSchema.optional(),
  evidence: z.enum(['required', 'optional']).optional(),
};

/** 完成比例: a/t × weight, full from the target on (财预〔2020〕10号). A range or a date as target is scored as `range` and `date` do. */
const ratio = z.strictObject({
  type: z.literal('ratio'),
  measure: measureSchema.default({ kind: 'target_actual' }),
  ...common,
  onZeroDenominator,
});

/** `linear`: 1 − (a − t)/t, zero from 2t on; `simple`: t/a. Both give full marks up to the target. */
const ratioReverse = z.strictObject({
  type: z.literal('ratio_reverse'),
  variant: z.enum(['linear', 'simple']).default('linear'),
  ...common,
});

/** Exactly the target: full marks, anything else none. `tolerance` is a distance in the target's unit that still counts as equal. */
const equal = z.strictObject({ type: z.literal('equal'), tolerance: decimalText.optional(), ...common });

/** Inside the two bounds full marks; outside none (`zero`), or in proportion to the nearer bound: a/low below, 1 − (a − high)/high above (`proportional`). */
const range = z.strictObject({ type: z.literal('range'), outside: z.enum(['zero', 'proportional']).default('zero'), ...common });

/** A deadline: on time full marks. Late: none, or `pointsEach` off for each begun day or month. */
const date = z.strictObject({
  type: z.literal('date'),
  late: z
    .union([z.literal('zero'), z.strictObject({ per: z.enum(['day', 'month']), pointsEach: decimalText })])
    .default('zero'),
  ...common,
});

/** 评判等级: the filler picks one of the three official tiers, then judges points inside its interval (财预〔2020〕10号). */
const tierJudgement = z.strictObject({ type: z.literal('tier_judgement'), ...common });

/** 人工评分: a person judges points between 0 and the weight. */
const manual = z.strictObject({ type: z.literal('manual'), ...common });

const direct = z.strictObject({
  type: z.literal('direct'),
  condition: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all_yes'), inputs: z.array(z.string().min(1)).min(1) }),
    z.strictObject({ kind: z.literal('at_most'), left: operandSchema, right: operandSchema }),
    /** 完成值 meets 目标值 (直接赋分: met is full, not met is nothing). */
    z.strictObject({ kind: z.literal('target_met') }),
  ]),
  ...common,
});

/** `atLeast` is in percent for a quotient or growth, in the operand's own unit otherwise; `points` are points of the weight. First matching band wins. */
const bandTable = z.strictObject({
  type: z.literal('band_table'),
  measure: measureSchema,
  bands: z.array(z.strictObject({ atLeast: decimalText, points: decimalText })).min(1),
  otherwise: decimalText,
  ...common,
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
  step: decimalText.refine((text) => /[1-9]/.test(text) && !text.startsWith('-'), '应大于 0'),
  pointsPerStep: decimalText,
  stepMode: z.enum(['started', 'continuous']),
  ...common,
  onZeroDenominator,
});

/** Points off for each counted thing (审计发现问题数, 缺少制度项数 …) and for each yes (or, with `when: 'no'`, each no), never below zero. */
const deductionList = z.strictObject({
  type: z.literal('deduction_list'),
  items: z.array(z.strictObject({ input: z.string().min(1), pointsEach: decimalText, when: z.enum(['yes', 'no']).optional() })).min(1),
  ...common,
});

/** A formula over the leaf's own inputs, cells of the form, 目标值 and 实际完成值. It yields points, or a share of the weight. */
const formula = z.strictObject({
  type: z.literal('formula'),
  expression: expressionSchema,
  gives: z.enum(['points', 'share']),
  ...common,
  onZeroDenominator,
});

/**
 * A score made of other scores: of the leaves that are `partOf` this one, or of the department's projects. `mean` averages score rates, `by_weight` adds points
 * over weights, `by_budget` weights projects by their annual budget. What does not apply is left out; with nothing left, `onZeroDenominator` decides.
 */
const aggregate = z.strictObject({
  type: z.literal('aggregate'),
  of: z.enum(['children', 'projects']),
  method: z.enum(['mean', 'by_weight', 'by_budget']),
  ...common,
  onZeroDenominator,
});

/** One scoring rule (评分规则) of a leaf indicator: domain.md §3.4. */
export const scoringRuleSchema = z.discriminatedUnion('type', [
  ratio,
  ratioReverse,
  equal,
  range,
  date,
  tierJudgement,
  manual,
  direct,
  bandTable,
  deductionPerUnit,
  deductionList,
  formula,
  aggregate,
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
