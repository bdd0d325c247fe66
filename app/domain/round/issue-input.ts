import { z } from 'zod';
import { slotBindingSchema } from '../form/indicator-system-version';
import { projectBindingSchema } from '../form/project-form';
import { fiscalYearSchema } from '../shared/fiscal-year';

const instant = z.iso.datetime({ offset: true });

/** What the officer's browser sends to issue a round: everything that was previewed, so that exactly that is issued. */
export const issueInputSchema = z.strictObject({
  fiscalYear: fiscalYearSchema,
  name: z.string().trim(),
  notice: z.string().trim(),
  indicatorSystemVersionId: z.uuid(),
  projectFormId: z.uuid(),
  approvalDeadline: instant,
  submissionDeadline: instant,
  departments: z
    .array(
      z.strictObject({
        departmentId: z.uuid(),
        bindings: z.array(slotBindingSchema).max(200),
        projects: z.array(projectBindingSchema.extend({ unitId: z.uuid().nullable() })).max(999),
      }),
    )
    .max(2_000)
    .refine((departments) => new Set(departments.map((one) => one.departmentId)).size === departments.length, '同一部门出现了两次'),
});
export type IssueInput = z.infer<typeof issueInputSchema>;
