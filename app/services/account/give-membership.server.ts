import { conflictingRoles } from '~/app/domain/access/conflicting-roles';
import { placeOfRole } from '~/app/domain/access/role-place';
import type { Role } from '~/app/domain/access/roles';
import { listMembershipsOfUser, lockUser, resumeMembership } from '~/db/queries/accounts.server';
import { findDepartment, listUnits } from '~/db/queries/departments.server';
import { insertMembership } from '~/db/queries/memberships.server';
import type { TenantTransaction } from '~/db/tenant.server';
import { notFound } from '../app-error';

export interface MembershipWish {
  readonly role: Role;
  readonly departmentId?: string | null | undefined;
  readonly unitId?: string | null | undefined;
}

/** `conflicting_roles`: 三员分立. `place_missing`: the role is one of a department or unit and none was named. */
export type MembershipRefusal = 'conflicting_roles' | 'place_missing';

export type GivenMembership =
  | { readonly ok: true; readonly membershipId: string; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: MembershipRefusal; readonly conflict?: readonly [Role, Role] | undefined };

type Place = { readonly departmentId: string | null; readonly unitId: string | null };

/** The ids the role asks for, all of this bureau; what it does not ask for is left out. */
async function placeOf(trx: TenantTransaction, wish: MembershipWish): Promise<Place | 'place_missing'> {
  const kind = placeOfRole(wish.role);
  if (kind === 'bureau') return { departmentId: null, unitId: null };
  const departmentId = wish.departmentId ?? '';
  const unitId = kind === 'unit' ? (wish.unitId ?? '') : null;
  if (departmentId === '' || unitId === '') return 'place_missing';
  if (!(await findDepartment(trx, departmentId))) throw notFound();
  if (unitId !== null && !(await listUnits(trx, departmentId)).some((unit) => unit.id === unitId)) throw notFound();
  return { departmentId, unitId };
}

/**
 * Gives a person one more role in the transaction's bureau; giving what is held already changes nothing. `rolesElsewhere` are the person's
 * roles over all bureaus, read before: the separation of administrators does not end at a bureau's border.
 */
export async function giveMembership(
  trx: TenantTransaction,
  ids: () => string,
  userId: string,
  wish: MembershipWish,
  rolesElsewhere: readonly Role[],
): Promise<GivenMembership> {
  // Lock first: two administrators may give one person two roles at once.
  if (!(await lockUser(trx, userId))) throw notFound();
  const place = await placeOf(trx, wish);
  if (place === 'place_missing') return { ok: false, reason: 'place_missing' };
  const held = await listMembershipsOfUser(trx, userId);
  const inForce = held.filter((membership) => !membership.isEnded);
  const conflict = conflictingRoles([...rolesElsewhere, ...inForce.map((membership) => membership.role), wish.role]).find((pair) => pair.includes(wish.role));
  if (conflict) return { ok: false, reason: 'conflicting_roles', conflict };
  const same = held.find((membership) => membership.role === wish.role && membership.departmentId === place.departmentId && membership.unitId === place.unitId);
  if (same) {
    if (same.isEnded) await resumeMembership(trx, same.id);
    return { ok: true, membershipId: same.id, isNew: same.isEnded };
  }
  const membershipId = ids();
  await insertMembership(trx, { id: membershipId, userId, role: wish.role, ...place });
  return { ok: true, membershipId, isNew: true };
}
