import type { Member } from '~/app/auth/member';
import type { Action } from '~/app/domain/access/actions';
import { can } from '~/app/domain/access/can';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';

/** 三员分立 at the door of every use case of this folder: who may not is refused, and the attempt is in the audit log. */
export async function requirePermission(deps: Deps, member: Member, action: Action): Promise<void> {
  if (can(member.role, action)) return;
  await withBureau(deps.db, member.bureauId, (trx) =>
    insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'permission.refuse', subjectKind: 'action', subjectId: action, detail: { role: member.role } }),
  );
  throw forbidden();
}
