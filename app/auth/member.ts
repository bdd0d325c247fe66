import type { Role } from '~/app/domain/access/roles';

/** The signed-in person as the membership this session acts as. Every bureau id used in a request comes from here. */
export interface Member {
  readonly userId: string;
  readonly displayName: string;
  readonly bureauId: string;
  readonly bureauName: string;
  readonly membershipId: string;
  readonly role: Role;
  readonly departmentId?: string;
  readonly departmentName?: string;
  readonly unitId?: string;
  readonly unitName?: string;
  /** The stored id (a hash) of the session: good for naming it, useless for signing in. */
  readonly sessionId: string;
}

const HOMES: Readonly<Record<Role, string>> = {
  bureau_officer: '/bureau',
  bureau_admin: '/bureau',
  department_editor: '/department',
  department_approver: '/department',
  unit_editor: '/department',
  reviewer: '/reviewer',
  system_admin: '/admin/accounts',
  security_admin: '/admin/security',
  audit_admin: '/admin/audit',
};

/** Where a person with this role begins. */
export function homeOf(role: Role): string {
  return HOMES[role];
}
