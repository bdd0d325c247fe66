import { z } from 'zod';
import { conflictingRoles } from './conflicting-roles';
import { placeOfRole } from './role-place';
import { ROLE_NAMES, roleSchema } from './roles';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '应为小写字母、数字和连字符');

/** One role in one bureau; department and unit are codes of the round file of that bureau. */
const demoMembershipSchema = z
  .strictObject({ bureau: code, role: roleSchema, department: code.optional(), unit: code.optional() })
  .superRefine((membership, context) => {
    const place = placeOfRole(membership.role);
    if ((membership.department !== undefined) !== (place !== 'bureau') || (membership.unit !== undefined) !== (place === 'unit')) {
      context.addIssue({ code: 'custom', message: `${ROLE_NAMES[membership.role]}的部门或单位填写不当` });
    }
  });

const demoAccountSchema = z
  .strictObject({
    accountName: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/),
    displayName: z.string().min(1),
    /** What this person sees first, in one line. */
    sees: z.string().min(1),
    memberships: z.array(demoMembershipSchema).min(1),
    /** Bureaus a reviewer may read; without a year, every year. */
    reviewerGrants: z.array(z.strictObject({ bureau: code, fiscalYear: z.number().int().optional() })).default([]),
  })
  .superRefine((account, context) => {
    for (const [one, other] of conflictingRoles(account.memberships.map(({ role }) => role))) {
      context.addIssue({ code: 'custom', message: `${ROLE_NAMES[one]}与${ROLE_NAMES[other]}不能由一人兼任` });
    }
  });
export type DemoAccount = z.infer<typeof demoAccountSchema>;

/** The accounts of demo mode (`db/seed/demo-accounts.json`). They share one password, which is not in the file. */
export const demoAccountsSchema = z.strictObject({ format: z.literal('hengji-demo-accounts/1'), accounts: z.array(demoAccountSchema).min(1) });
export type DemoAccounts = z.infer<typeof demoAccountsSchema>;
