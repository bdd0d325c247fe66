import { z } from 'zod';
import { decimalText } from '../shared/decimal-text';
import { fundSourceSchema } from '../shared/fund-source';
import { roundingSchema, scoringRuleSchema } from '../scoring/scoring-rule';
import { comparatorSchema, executionCapsSchema, gradeBandsSchema, indicatorKindSchema, overAchievementSchema } from './indicator-system-version';

/** 项目支出绩效自评表 (财预〔2020〕10号 附件): 预算执行率 10, 产出 50, 效益 30, 满意度 10 unless the bureau sets other weights. */
export const projectFormSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  version: z.number().int().positive(),
  executionWeight: decimalText,
  primaries: z.array(z.strictObject({ name: z.string().min(1), weight: decimalText, secondaries: z.array(z.string().min(1)).min(1) })).min(1),
  rounding: roundingSchema,
  gradeBands: gradeBandsSchema,
  overAchievement: overAchievementSchema.optional(),
  executionCaps: executionCapsSchema.optional(),
  source: z.string().min(1),
});
export type ProjectForm = z.infer<typeof projectFormSchema>;

/** One approved indicator of one project; its target is locked during self-evaluation. */
export const projectIndicatorSchema = z.strictObject({
  code: z.string().regex(/^I\d{2}$/),
  primary: z.string().min(1),
  secondary: z.string().min(1),
  name: z.string().min(1),
  kind: indicatorKindSchema,
  unit: z.string().default(''),
  comparator: comparatorSchema.default('gte'),
  target: z.string().min(1),
  weight: decimalText,
  rule: scoringRuleSchema,
});
export type ProjectIndicator = z.infer<typeof projectIndicatorSchema>;

/** What the bureau binds to a department's project when the round is issued. `code` (P01 …) is the project's place in cell addresses. */
export const projectBindingSchema = z.strictObject({
  code: z.string().regex(/^P\d{2,3}$/),
  name: z.string().min(1),
  fundSource: fundSourceSchema,
  /** 实施单位: null when the department itself implements. */
  implementingUnit: z.string().min(1).nullable().default(null),
  expectedGoal: z.string().min(1),
  indicators: z.array(projectIndicatorSchema).min(1),
});
export type ProjectBinding = z.infer<typeof projectBindingSchema>;
