import type { Role } from './roles';

/** What a membership must name besides the bureau: a department, or a department and one of its units. */
export type RolePlace = 'bureau' | 'department' | 'unit';

export function placeOfRole(role: Role): RolePlace {
  if (role === 'unit_editor') return 'unit';
  return role === 'department_editor' || role === 'department_approver' ? 'department' : 'bureau';
}
