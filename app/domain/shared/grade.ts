import { z } from 'zod';

/** 等级 优/良/中/差 (财预〔2020〕10号: 90(含)–100, 80(含)–90, 60(含)–80, below 60). The cut-offs are a parameter of the indicator system version. */
export const gradeSchema = z.enum(['excellent', 'good', 'fair', 'poor']);
export type Grade = z.infer<typeof gradeSchema>;

export const GRADE_NAMES: Readonly<Record<Grade, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' };
