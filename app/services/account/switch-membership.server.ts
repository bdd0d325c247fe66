import { homeOf, type Member } from '~/app/auth/member';
import { endSessionOfRequest, isHttpsRequest, startSession } from '~/app/auth/session.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { listMemberships } from './list-memberships.server';

/**
 * Goes on as another of the person's own memberships, under a new session id with the old one's absolute limit. What is not theirs, or
 * has ended, is not found.
 */
export async function switchMembership(
  deps: Deps,
  member: Member,
  input: { readonly membershipId: string; readonly request: Request; readonly ip: string },
): Promise<{ sessionCookie: string; home: string }> {
  const held = await listMemberships(deps, member.userId);
  const next = held.find((membership) => membership.id === input.membershipId);
  if (!next) throw notFound();
  const sessionCookie = await startSession(
    deps,
    member.userId,
    {
      actingBureauId: next.bureau.id,
      actingMembershipId: next.id,
      ip: input.ip,
      userAgent: (input.request.headers.get('User-Agent') ?? '').slice(0, 300),
      continuesId: member.sessionId,
    },
    isHttpsRequest(input.request),
  );
  await endSessionOfRequest(deps, input.request);
  await withBureau(deps.db, next.bureau.id, (trx) =>
    insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'session.switch', subjectKind: 'user', subjectId: member.userId, detail: { role: next.role, ip: input.ip } }),
  );
  return { sessionCookie, home: homeOf(next.role) };
}
