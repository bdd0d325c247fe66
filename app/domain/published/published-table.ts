import { z } from 'zod';

/** A printed cell: the text as published; null where it is not legible or was not transcribed. */
const cell = z
  .string({ error: '应为文本、数字或 null' })
  .nullish()
  .transform((text) => text ?? null);

const missing = (otherwise: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? '缺少这一项' : otherwise),
});

/** One line of the funds table: a total or a source of money. */
export const fundingRowSchema = z.object({ label: cell, initial_budget: cell, full_year_budget: cell, executed: cell }, missing('应为一行资金（JSON 对象）'));

const fundingSchema = z.object(
  {
    rows: z.array(fundingRowSchema, missing('应为列表')).nullish().transform((rows) => rows ?? []),
    weight: cell,
    execution_rate: cell,
    score: cell,
  },
  missing('应为资金表（JSON 对象）或 null'),
);

/** One line of the indicator table. */
export const indicatorRowSchema = z.object(
  { l1: cell, l2: cell, l3: cell, target_text: cell, actual_text: cell, weight: cell, score: cell, remark: cell },
  missing('应为一行指标（JSON 对象）'),
);

/**
 * A self-evaluation table as a public body printed it (项目支出或部门整体支出绩效自评表). Every figure is the text as printed; keys that are not listed here are
 * ignored, and any cell may be null or absent. `id` and `indicators` must be there: without them it is a file of another kind.
 */
export const publishedTableSchema = z.object(
  {
    id: z.string(missing('应为文本')).min(1, '不能为空'),
    title: cell,
    /** The evaluated year: "2022". */
    year: cell,
    /** Unit of the amounts: "万元". */
    unit: cell,
    /** Whether the whole table is visible. */
    complete: z.boolean({ error: '应为 true 或 false' }).nullish().transform((complete) => complete ?? false),
    funding: fundingSchema.nullish().transform((funding) => funding ?? null),
    indicators: z.array(indicatorRowSchema, missing('应为列表')).nullable().transform((rows) => rows ?? []),
    total_score: cell,
    grade: cell,
    /** "reconstructed" where cells ran together in the source: an empty cell then says nothing. */
    transcription: cell,
  },
  { error: '应为一张公布的自评表（JSON 对象）' },
);

export type PublishedTable = z.output<typeof publishedTableSchema>;
export type PublishedFunding = z.output<typeof fundingSchema>;
export type PublishedFundingRow = z.output<typeof fundingRowSchema>;
export type PublishedIndicator = z.output<typeof indicatorRowSchema>;
