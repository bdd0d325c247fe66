import { z } from 'zod';

/** 预算年度: the evaluated year N. The task itself runs in N+1 (domain.md §1.5). */
export const fiscalYearSchema = z.number().int().min(2000).max(2100);
export type FiscalYear = z.infer<typeof fiscalYearSchema>;

/** The year in which the self-evaluation of `fiscalYear` is carried out. */
export function taskYearOf(fiscalYear: FiscalYear): number {
  return fiscalYear + 1;
}

/** "2024年度", as titles print it. */
export function fiscalYearName(fiscalYear: FiscalYear): string {
  return `${fiscalYear}年度`;
}
