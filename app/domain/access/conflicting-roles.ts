import { roleSchema, type Role } from './roles';

/** 三员: system, security and audit administrator. */
export const ADMINISTRATOR_ROLES: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin'];

/** 三员分立: an administrator role goes with no other role at all, neither another administrator's nor one that sees business data. */
export function rolesConflict(one: Role, other: Role): boolean {
  return one !== other && (ADMINISTRATOR_ROLES.includes(one) || ADMINISTRATOR_ROLES.includes(other));
}

/** The pairs among a person's roles (over all bureaus) that may not be held together, each pair once, in the order of the role list. */
export function conflictingRoles(roles: readonly Role[]): ReadonlyArray<readonly [Role, Role]> {
  const held = roleSchema.options.filter((role) => roles.includes(role));
  return held.flatMap((one, index) =>
    held
      .slice(index + 1)
      .filter((other) => rolesConflict(one, other))
      .map((other) => [one, other] as const),
  );
}
