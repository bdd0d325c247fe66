import { z } from 'zod';

/**
 * The address of a cell: dotted path, e.g. `budget.executed`, `indicators.LZ-03.actual`, `indicators.GL-01.inputs.assessed_new`,
 * `projects.P07.funding.annual_budget`, `narrative.problems`, `answers.C02.LZ-04`.
 */
export const cellAddressSchema = z
  .string()
  .max(120)
  .regex(/^[a-z]+(\.[A-Za-z0-9_-]+)+$/)
  .brand<'CellAddress'>();
export type CellAddress = z.infer<typeof cellAddressSchema>;

export function cellAddress(text: string): CellAddress {
  return cellAddressSchema.parse(text);
}
