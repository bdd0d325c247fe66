import { z } from 'zod';
import { indicatorSystemVersionSchema, slotBindingSchema } from '../form/indicator-system-version';
import { projectBindingSchema, projectFormSchema } from '../form/project-form';
import { assignmentStateSchema } from './assignment-state';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '应为小写字母、数字和连字符');
const fileReference = z.strictObject({ file: z.string().min(1).describe('path relative to this file') });

/** Days counted from the database clock when the file is loaded, or an instant with offset. */
const deadline = z.union([z.strictObject({ daysFromNow: z.number().int() }), z.strictObject({ at: z.iso.datetime({ offset: true }) })]);

export const roundFileAssignmentSchema = z.strictObject({
  department: code,
  bindings: z.array(slotBindingSchema),
  projects: z.array(projectBindingSchema).default([]),
  /** Cell address → text as typed. */
  cells: z.record(z.string(), z.string()).default({}),
  /** How far the department has come; `submitted` and `accepted` carry a submission. */
  state: assignmentStateSchema.default('submitted'),
  /** For a finished round: when the department reported, days before the submission deadline (negative = late). */
  submittedDaysBeforeDeadline: z.number().optional(),
});
export type RoundFileAssignment = z.infer<typeof roundFileAssignmentSchema>;

/** A whole round in one JSON document: `npm run round -- FILE.json --out DIR` runs it, and the demo districts are such files. */
export const roundFileSchema = z.strictObject({
  format: z.literal('hengji-round/1'),
  demo: z.boolean().default(false),
  bureau: z.strictObject({ code, name: z.string().min(1), shortName: z.string().min(1) }),
  categories: z.array(z.strictObject({ code, name: z.string().min(1) })).min(1),
  departments: z
    .array(
      z.strictObject({
        code,
        name: z.string().min(1),
        category: code,
        units: z.array(z.strictObject({ code, name: z.string().min(1) })).default([]),
      }),
    )
    .min(1),
  system: z.union([indicatorSystemVersionSchema, fileReference]),
  projectForm: z.union([projectFormSchema, fileReference]),
  round: z.strictObject({
    fiscalYear: z.number().int().min(2000).max(2100),
    name: z.string().min(1),
    notice: z.string().min(1),
    approvalDeadline: deadline,
    submissionDeadline: deadline,
    state: z.enum(['open', 'finalised']).default('open'),
  }),
  assignments: z.array(roundFileAssignmentSchema).min(1),
});
export type RoundFile = z.infer<typeof roundFileSchema>;
