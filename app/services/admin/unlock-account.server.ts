import type { Member } from '~/app/auth/member';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { isPersonOfBureau } from '~/db/queries/security.server';
import { clearFailures } from '~/db/queries/sign-in-attempts.server';
import { withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { requirePermission } from './require-permission.server';

/** Lifts a lock before its time and starts the count of failures anew. */
export async function unlockAccount(deps: Deps, member: Member, userId: string): Promise<void> {
  await requirePermission(deps, member, 'permissions.manage');
  await withBureau(deps.db, member.bureauId, async (trx) => {
    if (!(await isPersonOfBureau(trx, userId))) throw notFound();
    await clearFailures(trx, userId);
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'account.unlock', subjectKind: 'user', subjectId: userId });
  });
}
