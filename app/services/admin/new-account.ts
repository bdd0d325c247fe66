import { z } from 'zod';
import { placeOfRole } from '~/app/domain/access/role-place';
import { roleSchema } from '~/app/domain/access/roles';

const optionalId = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))
  .pipe(z.uuid('请从列表中选择').nullable())
  .default(null);

/** A role with the department or unit it is held in. */
export const membershipFormSchema = z
  .object({ role: z.enum(roleSchema.options, { error: '请选择岗位' }), departmentId: optionalId, unitId: optionalId })
  .superRefine((form, context) => {
    const place = placeOfRole(form.role);
    if (place !== 'bureau' && form.departmentId === null) context.addIssue({ code: 'custom', path: ['departmentId'], message: '该岗位属于部门，请选择部门' });
    if (place === 'unit' && form.unitId === null) context.addIssue({ code: 'custom', path: ['unitId'], message: '该岗位属于下属单位，请选择单位' });
  });

/** What the system administrator types for a new account. */
export const newAccountSchema = z
  .object({
    displayName: z.string().trim().min(2, '请填写姓名（至少 2 个字）').max(40, '姓名最多 40 个字'),
    accountName: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z][a-z0-9._-]{1,59}$/, '账号名以字母开头，由 2 至 60 个小写字母、数字、点、横线组成'),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .transform((text) => (text === '' ? null : text))
      .pipe(z.email('电子邮箱的格式不正确').max(200, '电子邮箱过长').nullable())
      .default(null),
  })
  .and(membershipFormSchema);

export type NewAccount = z.output<typeof newAccountSchema>;
