import { z } from 'zod';

/** 预算年度: the evaluated year N. The task itself runs in N+1 (domain.md §1.5). */
export const fiscalYearSchema = z.number().int().min(2000).max(2100);
export type FiscalYear = z.infer<typeof fiscalYearSchema>;
