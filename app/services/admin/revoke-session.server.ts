import type { Member } from '~/app/auth/member';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { findLiveSessionOfBureau } from '~/db/queries/security.server';
import { endSession } from '~/db/queries/sessions.server';
import { withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { requirePermission } from './require-permission.server';

/** Ends a session that acts in this bureau; its next request is a stranger's. */
export async function revokeSession(deps: Deps, member: Member, sessionId: string): Promise<void> {
  await requirePermission(deps, member, 'permissions.manage');
  await withBureau(deps.db, member.bureauId, async (trx) => {
    const session = await findLiveSessionOfBureau(trx, sessionId);
    if (!session) throw notFound();
    await endSession(trx, sessionId);
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'session.revoke', subjectKind: 'user', subjectId: session.userId, detail: { ip: session.ip, startedAt: session.startedAt } });
  });
}
