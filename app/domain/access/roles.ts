import { z } from 'zod';

/** What a membership lets a person be. One person may hold several memberships, in several bureaus; one session acts as one of them. */
export const roleSchema = z.enum([
  'bureau_officer',
  'bureau_admin',
  'department_editor',
  'department_approver',
  'unit_editor',
  'reviewer',
  'system_admin',
  'security_admin',
  'audit_admin',
]);
export type Role = z.infer<typeof roleSchema>;

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  bureau_officer: '绩效科经办',
  bureau_admin: '绩效科负责人',
  department_editor: '部门填报人',
  department_approver: '部门审核人',
  unit_editor: '下属单位填报人',
  reviewer: '复核人',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
};
