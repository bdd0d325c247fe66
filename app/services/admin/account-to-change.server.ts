import type { Member } from '~/app/auth/member';
import { ADMINISTRATOR_ROLES } from '~/app/domain/access/conflicting-roles';
import type { Role } from '~/app/domain/access/roles';
import { listMembershipsOfUser, lockUser, type HeldMembership } from '~/db/queries/accounts.server';
import type { TenantTransaction } from '~/db/tenant.server';
import { notFound } from '../app-error';
import { listMemberships } from '../account/list-memberships.server';
import type { Deps } from '../deps.server';

/**
 * Why the system administrator may not do it. `own_account`: nobody changes their own. `administrator_account`: who could reset the
 * password of another administrator, or silence them, would hold both jobs. `works_elsewhere`: the account is also another bureau's.
 */
export type AccountRefusal = 'own_account' | 'administrator_account' | 'works_elsewhere';

export interface Elsewhere {
  readonly roles: readonly Role[];
  readonly isOfOtherBureau: boolean;
}

/** What a person holds in other bureaus; read before the change's own transaction, which sees one bureau only. */
export async function readElsewhere(deps: Deps, member: Member, userId: string): Promise<Elsewhere> {
  const others = (await listMemberships(deps, userId)).filter((membership) => membership.bureau.id !== member.bureauId);
  return { roles: others.map((membership) => membership.role), isOfOtherBureau: others.length > 0 };
}

/** Locks an account of this bureau for a change; one that has never had a membership here is not found. */
export async function takeAccount(
  trx: TenantTransaction,
  member: Member,
  userId: string,
): Promise<{ readonly isDisabled: boolean; readonly held: readonly HeldMembership[]; readonly refusal: AccountRefusal | null }> {
  const user = await lockUser(trx, userId);
  const held = user ? await listMembershipsOfUser(trx, userId) : [];
  if (!user || held.length === 0) throw notFound();
  const isAdministrator = held.some((membership) => !membership.isEnded && ADMINISTRATOR_ROLES.includes(membership.role));
  const refusal = userId === member.userId ? 'own_account' : isAdministrator ? 'administrator_account' : null;
  return { isDisabled: user.isDisabled, held, refusal };
}
