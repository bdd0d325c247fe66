import type { Member } from '~/app/auth/member';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { endMembership } from '~/db/queries/memberships.server';
import { endSessionsOfMembership } from '~/db/queries/sessions.server';
import { withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { takeAccount, type AccountRefusal } from './account-to-change.server';
import { requirePermission } from './require-permission.server';

export type RoleEnded = { readonly ok: true } | { readonly ok: false; readonly reason: AccountRefusal };

/** A person gives up one role in this bureau; sessions that act in it end at once. What they did in it stays. */
export async function endRole(deps: Deps, member: Member, userId: string, membershipId: string): Promise<RoleEnded> {
  await requirePermission(deps, member, 'accounts.manage');
  return withBureau(deps.db, member.bureauId, async (trx): Promise<RoleEnded> => {
    const { held, refusal } = await takeAccount(trx, member, userId);
    const ending = held.find((membership) => membership.id === membershipId);
    if (!ending) throw notFound();
    if (refusal) return { ok: false, reason: refusal };
    if (ending.isEnded) return { ok: true };
    await endMembership(trx, membershipId);
    await endSessionsOfMembership(trx, member.bureauId, membershipId);
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'membership.end', subjectKind: 'user', subjectId: userId, detail: { role: ending.role, membershipId } });
    return { ok: true };
  });
}
