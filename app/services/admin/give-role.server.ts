import type { Member } from '~/app/auth/member';
import type { Role } from '~/app/domain/access/roles';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { withBureau } from '~/db/tenant.server';
import { giveMembership, type MembershipRefusal, type MembershipWish } from '../account/give-membership.server';
import type { Deps } from '../deps.server';
import { readElsewhere, takeAccount } from './account-to-change.server';
import { requirePermission } from './require-permission.server';

export type RoleGiven = { readonly ok: true } | { readonly ok: false; readonly reason: MembershipRefusal | 'own_account'; readonly conflict?: readonly [Role, Role] | undefined };

/** One more role for a person of this bureau. A pair of roles that may not be held together is refused, and the attempt is in the audit log. */
export async function giveRole(deps: Deps, member: Member, userId: string, wish: MembershipWish): Promise<RoleGiven> {
  await requirePermission(deps, member, 'accounts.manage');
  const elsewhere = await readElsewhere(deps, member, userId);
  return withBureau(deps.db, member.bureauId, async (trx): Promise<RoleGiven> => {
    const { refusal } = await takeAccount(trx, member, userId);
    if (refusal === 'own_account') return { ok: false, reason: refusal };
    const given = await giveMembership(trx, deps.ids, userId, wish, elsewhere.roles);
    const event = { id: deps.ids(), actorUserId: member.userId, subjectKind: 'user', subjectId: userId };
    if (!given.ok) {
      if (given.reason === 'conflicting_roles') await insertAuditEvent(trx, { ...event, action: 'membership.refuse', detail: { role: wish.role, conflict: given.conflict } });
      return given;
    }
    if (given.isNew) await insertAuditEvent(trx, { ...event, action: 'membership.give', detail: { role: wish.role, membershipId: given.membershipId } });
    return { ok: true };
  });
}
