import type { Member } from '~/app/auth/member';
import { updateUserDisabled } from '~/db/queries/accounts.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { endSessionsOfUser } from '~/db/queries/sessions.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { readElsewhere, takeAccount, type AccountRefusal } from './account-to-change.server';
import { requirePermission } from './require-permission.server';

export type AccountChange = { readonly ok: true } | { readonly ok: false; readonly reason: AccountRefusal };

/** The person can no longer sign in, and is out at once wherever they are signed in. */
export async function disableAccount(deps: Deps, member: Member, userId: string): Promise<AccountChange> {
  await requirePermission(deps, member, 'accounts.manage');
  const elsewhere = await readElsewhere(deps, member, userId);
  return withBureau(deps.db, member.bureauId, async (trx): Promise<AccountChange> => {
    const account = await takeAccount(trx, member, userId);
    if (account.refusal) return { ok: false, reason: account.refusal };
    if (elsewhere.isOfOtherBureau) return { ok: false, reason: 'works_elsewhere' };
    if (account.isDisabled) return { ok: true };
    await updateUserDisabled(trx, userId, true);
    await endSessionsOfUser(trx, userId);
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'account.disable', subjectKind: 'user', subjectId: userId });
    return { ok: true };
  });
}
