import { z } from 'zod';
import { decimalText } from '../shared/decimal-text';
import { gradeSchema } from '../shared/grade';
import { roundingSchema, scoringRuleSchema } from '../scoring/scoring-rule';

/** 计算符号. Strict signs are kept for display and scored as ≥ / ≤ (domain.md §2.4). */
export const comparatorSchema = z.enum(['gt', 'gte', 'eq', 'lt', 'lte']);
export type Comparator = z.infer<typeof comparatorSchema>;
export const COMPARATOR_SIGNS: Readonly<Record<Comparator, string>> = { gt: '＞', gte: '≥', eq: '=', lt: '＜', lte: '≤' };

export const indicatorKindSchema = z.enum(['quantitative', 'qualitative']);
export type IndicatorKind = z.infer<typeof indicatorKindSchema>;

/** A figure an indicator asks the department for, apart from 目标值 and 实际完成值. */
export const indicatorInputSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(1),
  kind: z.enum(['count', 'money', 'percent', 'decimal', 'yes_no']),
  unit: z.string().optional(),
  help: z.string().optional(),
});
export type IndicatorInput = z.infer<typeof indicatorInputSchema>;

/** A common leaf indicator (共性指标): the same for every department. */
export const commonIndicatorSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}-\d{2}$/),
  primary: z.string().min(1),
  secondary: z.string().min(1),
  name: z.string().min(1),
  definition: z.string().min(1),
  criteria: z.string().min(1).describe('评分标准 as printed'),
  weight: decimalText,
  inputs: z.array(indicatorInputSchema).default([]),
  rule: scoringRuleSchema,
  /** Code of the aggregate leaf this one counts into; it then has no points of its own in the total. */
  partOf: z.string().min(1).optional(),
  source: z.string().min(1).describe('the document the rule stands on'),
});
export type CommonIndicator = z.infer<typeof commonIndicatorSchema>;

/** 个性指标槽位: the version fixes how many and their points; what stands in them is bound per department when the round is issued. */
export const slotsSchema = z.strictObject({
  codePrefix: z.string().regex(/^[A-Z]{2}$/),
  primary: z.string().min(1),
  secondary: z.string().min(1),
  points: decimalText,
  count: z.number().int().positive(),
  min: z.number().int().positive(),
  max: z.number().int().positive(),
  /** Code of the aggregate leaf the bound indicators count into; their points then only share out its score. */
  partOf: z.string().min(1).optional(),
});

/** What a slot holds for one department. `target` is the approved 目标值 as typed; it is locked during self-evaluation. */
export const slotBindingSchema = z.strictObject({
  name: z.string().min(1),
  definition: z.string().min(1),
  kind: indicatorKindSchema,
  unit: z.string().default(''),
  comparator: comparatorSchema.default('gte'),
  target: z.string().min(1),
  rule: scoringRuleSchema,
  aliases: z.array(z.string().min(1)).default([]),
});
export type SlotBinding = z.infer<typeof slotBindingSchema>;

/** Grade cut-offs, inclusive lower bounds, best first; the last one is 0. */
export const gradeBandsSchema = z.array(z.strictObject({ grade: gradeSchema, atLeast: decimalText })).min(1);
export type GradeBands = z.infer<typeof gradeBandsSchema>;

const ratioToTarget = decimalText.refine((text) => /^[1-9]\d*(\.\d+)?$/.test(text), '应为不小于 1 的倍数');

/**
 * Far above the target (domain.md §2.4), as multiples of it: from `warnAt` a note, from `explainAt` an explanation, from `suggestAt` the target itself is
 * doubted. `deduct` is off unless given: weight × clamp(factor × (a/t − suggestAt), 0, cap) comes off and is shown apart from the score.
 */
export const overAchievementSchema = z.strictObject({
  warnAt: ratioToTarget,
  explainAt: ratioToTarget,
  suggestAt: ratioToTarget,
  deduct: z.strictObject({ factor: decimalText, cap: decimalText }).optional(),
});
export type OverAchievement = z.infer<typeof overAchievementSchema>;

/** 执行率封顶: below an execution rate (percent) the total is at most so many points. The lowest line reached counts. */
export const executionCapsSchema = z.array(z.strictObject({ rateBelow: decimalText, totalAtMost: decimalText }));
export type ExecutionCaps = z.infer<typeof executionCapsSchema>;

/** 执行率预警: an execution rate (percent) below `yellow` is explained, one below `red` is named as such; 80 and 60 where a version says nothing. */
export const executionAlertsSchema = z.strictObject({ yellow: decimalText, red: decimalText });

/**
 * The content of one published 指标体系版本: tree, weights that sum to `totalWeight`, one scoring rule per leaf, rounding and grades.
 * Immutable once published; a submission carries it whole.
 */
export const indicatorSystemVersionSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  version: z.number().int().positive(),
  totalWeight: decimalText,
  slots: slotsSchema,
  indicators: z.array(commonIndicatorSchema).min(1),
  rounding: roundingSchema,
  gradeBands: gradeBandsSchema,
  overAchievement: overAchievementSchema.optional(),
  executionCaps: executionCapsSchema.optional(),
  executionAlerts: executionAlertsSchema.optional(),
});
export type IndicatorSystemVersion = z.infer<typeof indicatorSystemVersionSchema>;
