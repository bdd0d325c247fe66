import type { Member } from '~/app/auth/member';
import { findPasswordProblem, type PasswordProblem } from '~/app/auth/password-policy';
import { hashPassword, verifyPassword } from '~/app/auth/password.server';
import { endAllSessions, isHttpsRequest, startSession } from '~/app/auth/session.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { clearFailures, findSignInUserById, insertSignInAttempt, reserveSignInAttempt } from '~/db/queries/sign-in-attempts.server';
import { updateUserPassword } from '~/db/queries/users.server';
import { withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { SIGN_IN_POLICY } from './sign-in-policy';

export type PasswordChange =
  /** Every session of the person has ended; this Set-Cookie value carries the one that goes on. */
  | { readonly ok: true; readonly sessionCookie: string }
  | { readonly ok: false; readonly reason: PasswordProblem | 'wrong_password' | 'same_password' | 'demo_account' }
  | { readonly ok: false; readonly reason: 'locked'; readonly lockedUntil: string };

/**
 * A new password for oneself. The present one is asked for, and guessing it counts like guessing at sign-in: an unattended desk is no way
 * round the lock.
 */
export async function changePassword(
  deps: Deps,
  member: Member,
  input: { readonly current: string; readonly next: string; readonly request: Request; readonly ip: string },
): Promise<PasswordChange> {
  const user = await findSignInUserById(deps.db, member.userId);
  if (!user) throw notFound();
  // Everybody who tries the demo shares its accounts.
  if (user.isDemo) return { ok: false, reason: 'demo_account' };
  const names = [user.accountName, member.displayName, member.bureauName, member.departmentName ?? '', member.unitName ?? ''];
  const problem = findPasswordProblem(input.next, names);
  if (problem) return { ok: false, reason: problem };
  const reservation = await reserveSignInAttempt(deps.db, user.id, SIGN_IN_POLICY.account);
  if (!reservation.isOpen) return { ok: false, reason: 'locked', lockedUntil: reservation.lockedUntil };
  const { isRight } = await verifyPassword(user.passwordHash, input.current);
  if (!isRight) {
    await insertSignInAttempt(deps.db, { id: deps.ids(), accountName: user.accountName, userId: user.id, ip: input.ip, outcome: 'wrong_credentials' });
    return reservation.lockStarts === null ? { ok: false, reason: 'wrong_password' } : { ok: false, reason: 'locked', lockedUntil: reservation.lockStarts };
  }
  await clearFailures(deps.db, user.id);
  if (input.next === input.current) return { ok: false, reason: 'same_password' };
  await updateUserPassword(deps.db, user.id, await hashPassword(input.next));
  await withBureau(deps.db, member.bureauId, (trx) =>
    insertAuditEvent(trx, { id: deps.ids(), actorUserId: user.id, action: 'account.change_password', subjectKind: 'user', subjectId: user.id, detail: { ip: input.ip } }),
  );
  const facts = {
    actingBureauId: member.bureauId,
    actingMembershipId: member.membershipId,
    ip: input.ip,
    userAgent: (input.request.headers.get('User-Agent') ?? '').slice(0, 300),
    continuesId: member.sessionId,
  };
  // Ended before the next one starts: the absolute limit is read from the ended row.
  await endAllSessions(deps, user.id);
  return { ok: true, sessionCookie: await startSession(deps, user.id, facts, isHttpsRequest(input.request)) };
}
