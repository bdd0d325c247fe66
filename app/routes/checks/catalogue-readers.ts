import type { Role } from '~/app/domain/access/roles';

/** Everybody whose work the checks concern: bureau, departments and their units, reviewers. */
export const CATALOGUE_READERS: readonly Role[] = ['bureau_officer', 'bureau_admin', 'department_editor', 'department_approver', 'unit_editor', 'reviewer'];
