import type { Member } from '~/app/auth/member';
import { updateUserDisabled } from '~/db/queries/accounts.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { readElsewhere, takeAccount } from './account-to-change.server';
import type { AccountChange } from './disable-account.server';
import { requirePermission } from './require-permission.server';

/** The person can sign in again, with the password and the memberships they had. */
export async function enableAccount(deps: Deps, member: Member, userId: string): Promise<AccountChange> {
  await requirePermission(deps, member, 'accounts.manage');
  const elsewhere = await readElsewhere(deps, member, userId);
  return withBureau(deps.db, member.bureauId, async (trx): Promise<AccountChange> => {
    const account = await takeAccount(trx, member, userId);
    if (account.refusal) return { ok: false, reason: account.refusal };
    if (elsewhere.isOfOtherBureau) return { ok: false, reason: 'works_elsewhere' };
    if (!account.isDisabled) return { ok: true };
    await updateUserDisabled(trx, userId, false);
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'account.enable', subjectKind: 'user', subjectId: userId });
    return { ok: true };
  });
}
