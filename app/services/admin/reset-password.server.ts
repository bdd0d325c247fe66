import type { Member } from '~/app/auth/member';
import { generateInitialPassword, hashPassword } from '~/app/auth/password.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { endSessionsOfUser } from '~/db/queries/sessions.server';
import { updateUserPassword } from '~/db/queries/users.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { readElsewhere, takeAccount, type AccountRefusal } from './account-to-change.server';
import { requirePermission } from './require-permission.server';

export type PasswordReset = { readonly ok: true; readonly initialPassword: string } | { readonly ok: false; readonly reason: AccountRefusal };

/**
 * For a forgotten password: a generated one in its place, handed out once; every session of the person ends. A lock stays:
 * lifting it is the security administrator's.
 */
export async function resetPassword(deps: Deps, member: Member, userId: string): Promise<PasswordReset> {
  await requirePermission(deps, member, 'accounts.manage');
  const elsewhere = await readElsewhere(deps, member, userId);
  const initialPassword = generateInitialPassword();
  const passwordHash = await hashPassword(initialPassword);
  return withBureau(deps.db, member.bureauId, async (trx): Promise<PasswordReset> => {
    const { refusal } = await takeAccount(trx, member, userId);
    if (refusal) return { ok: false, reason: refusal };
    if (elsewhere.isOfOtherBureau) return { ok: false, reason: 'works_elsewhere' };
    await updateUserPassword(trx, userId, passwordHash);
    await endSessionsOfUser(trx, userId);
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'account.reset_password', subjectKind: 'user', subjectId: userId });
    return { ok: true, initialPassword };
  });
}
