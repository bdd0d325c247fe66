import { z } from 'zod';
import { cellAddressSchema } from './cell-address';
import { indicatorSystemVersionSchema, slotBindingSchema } from './indicator-system-version';
import { projectBindingSchema, projectFormSchema } from './project-form';

/** A supporting file (佐证材料) attached to a cell. `documentDate` is the day the document bears (ISO), not the day of the upload; null when none is recorded. */
export const evidenceFileSchema = z.strictObject({
  address: cellAddressSchema,
  name: z.string().min(1),
  documentDate: z.iso.date().nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

/**
 * Everything one department's self-evaluation stands on: scoring, checking and printing are pure functions of it.
 * A submission is its canonical JSON, frozen. `cells` maps cell addresses to the text as typed; an absent address is an empty cell.
 */
export const snapshotSchema = z.strictObject({
  schema: z.literal(1),
  bureau: z.strictObject({ name: z.string().min(1) }),
  department: z.strictObject({ code: z.string().min(1), name: z.string().min(1), category: z.string().min(1) }),
  round: z.strictObject({ name: z.string().min(1), fiscalYear: z.number().int() }),
  system: indicatorSystemVersionSchema,
  projectForm: projectFormSchema,
  bindings: z.array(slotBindingSchema),
  projects: z.array(projectBindingSchema),
  cells: z.record(z.string(), z.string()),
  evidence: z.array(evidenceFileSchema).optional(),
  /** 演示数据: printed on every output. */
  demo: z.boolean(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
