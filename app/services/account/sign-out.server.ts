import type { Member } from '~/app/auth/member';
import { endSessionOfRequest, forgetSessionCookie, isHttpsRequest } from '~/app/auth/session.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';

/** Ends the session of this request for good; `member` is null when it was dead already. Returns the Set-Cookie value that forgets it. */
export async function signOut(deps: Deps, request: Request, member: Member | null): Promise<{ sessionCookie: string }> {
  await endSessionOfRequest(deps, request);
  if (member) {
    await withBureau(deps.db, member.bureauId, (trx) =>
      insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'session.end', subjectKind: 'user', subjectId: member.userId, detail: { role: member.role } }),
    );
  }
  return { sessionCookie: forgetSessionCookie(isHttpsRequest(request)) };
}
