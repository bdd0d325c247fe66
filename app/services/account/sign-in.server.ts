import { createHash } from 'node:crypto';
import { limitConcurrency } from '~/app/auth/limit-concurrency';
import { homeOf } from '~/app/auth/member';
import { MAX_PASSWORD_LENGTH } from '~/app/auth/password-policy';
import { hashPassword, verifyPassword } from '~/app/auth/password.server';
import { clearOldSessions, endSessionOfRequest, startSession } from '~/app/auth/session.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import type { MembershipRecord } from '~/db/queries/memberships.server';
import { findLastUsedMembership } from '~/db/queries/sessions.server';
import {
  clearFailures,
  findAddressLock,
  findSignInUser,
  insertSignInAttempt,
  reserveSignInAttempt,
  reserveUnknownAttempt,
  type SignInOutcome,
  type SignInUser,
} from '~/db/queries/sign-in-attempts.server';
import { updateUserPassword } from '~/db/queries/users.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { listMemberships } from './list-memberships.server';
import { SIGN_IN_POLICY } from './sign-in-policy';

export interface SignInInput {
  readonly accountNameOrEmail: string;
  readonly password: string;
  readonly ip: string;
  readonly userAgent: string;
  /** Whether the request came over https: decides the cookie's name and Secure. */
  readonly isHttps: boolean;
  /** The sign-in request itself: a session it still carries ends when the new one starts. */
  readonly request?: Request;
}

export type SignInResult =
  /** `sessionCookie` is a Set-Cookie value. */
  | { readonly ok: true; readonly sessionCookie: string; readonly home: string }
  | { readonly ok: false; readonly reason: 'wrong_credentials' }
  /** `of`: this account, or everybody at this network address. */
  | { readonly ok: false; readonly reason: 'locked'; readonly lockedUntil: string; readonly of: 'account' | 'address' };

/** Fewer than the failures that lock an account, so that people who sign in at the same moment with the right password never lock it. */
const inTurn = limitConcurrency(SIGN_IN_POLICY.account.failures - 1);

const MAX_NAME = 200;

/** Stands for a typed name that nobody has: people type passwords into the wrong box, and logs must not keep them. */
const fingerprint = (name: string): string => `unknown:${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;

async function refuse(deps: Deps, user: SignInUser | null, input: SignInInput, name: string, outcome: SignInOutcome): Promise<void> {
  await insertSignInAttempt(deps.db, { id: deps.ids(), accountName: user?.accountName ?? fingerprint(name), userId: user?.id ?? null, ip: input.ip, outcome });
}

/** The lock is an event of every bureau the person works in. */
async function auditLock(deps: Deps, user: SignInUser, lockedUntil: string, ip: string): Promise<void> {
  const memberships = await listMemberships(deps, user.id);
  for (const bureauId of new Set(memberships.map((membership) => membership.bureau.id))) {
    await withBureau(deps.db, bureauId, (trx) =>
      insertAuditEvent(trx, { id: deps.ids(), actorUserId: null, action: 'account.lock', subjectKind: 'user', subjectId: user.id, detail: { lockedUntil, ip } }),
    );
  }
}

async function chooseMembership(deps: Deps, userId: string): Promise<MembershipRecord | undefined> {
  const held = await listMemberships(deps, userId);
  if (held.length < 2) return held[0];
  const last = await findLastUsedMembership(deps.db, userId);
  return held.find((membership) => membership.id === last?.membershipId) ?? held[0];
}

async function attempt(deps: Deps, input: SignInInput): Promise<SignInResult> {
  const name = input.accountNameOrEmail.trim().toLowerCase().slice(0, MAX_NAME);
  const addressLock = await findAddressLock(deps.db, input.ip, SIGN_IN_POLICY.address);
  const user = await findSignInUser(deps.db, name);
  if (addressLock) {
    await refuse(deps, user, input, name, 'locked');
    return { ok: false, reason: 'locked', lockedUntil: addressLock, of: 'address' };
  }
  const reservation = user
    ? await reserveSignInAttempt(deps.db, user.id, SIGN_IN_POLICY.account)
    : await reserveUnknownAttempt(deps.db, { id: deps.ids(), name: fingerprint(name), ip: input.ip }, SIGN_IN_POLICY.account);
  if (!reservation.isOpen) {
    if (user) await refuse(deps, user, input, name, 'locked');
    return { ok: false, reason: 'locked', lockedUntil: reservation.lockedUntil, of: 'account' };
  }
  const isTooLong = input.password.length > MAX_PASSWORD_LENGTH;
  const { isRight, isOutdated } = await verifyPassword(user && !isTooLong ? user.passwordHash : null, isTooLong ? '' : input.password);
  const isBarred = user !== null && (user.isDisabled || (user.isDemo && !deps.settings.demo));
  // Nothing but the decoy may differ between a wrong password and an unknown name: what only members have is looked up afterwards.
  const membership = user && isRight && !isBarred ? await chooseMembership(deps, user.id) : undefined;
  if (!user || !membership) {
    if (user) await refuse(deps, user, input, name, isRight ? 'disabled' : 'wrong_credentials');
    const { lockStarts } = reservation;
    if (lockStarts === null) return { ok: false, reason: 'wrong_credentials' };
    if (user) await auditLock(deps, user, lockStarts, input.ip);
    return { ok: false, reason: 'locked', lockedUntil: lockStarts, of: 'account' };
  }
  await clearFailures(deps.db, user.id);
  if (isOutdated) await updateUserPassword(deps.db, user.id, await hashPassword(input.password));
  await insertSignInAttempt(deps.db, { id: deps.ids(), accountName: user.accountName, userId: user.id, ip: input.ip, outcome: 'success' });
  await withBureau(deps.db, membership.bureau.id, (trx) =>
    insertAuditEvent(trx, { id: deps.ids(), actorUserId: user.id, action: 'session.start', subjectKind: 'user', subjectId: user.id, detail: { role: membership.role, ip: input.ip } }),
  );
  const sessionCookie = await startSession(
    deps,
    user.id,
    { actingBureauId: membership.bureau.id, actingMembershipId: membership.id, ip: input.ip, userAgent: input.userAgent.slice(0, 300) },
    input.isHttps,
  );
  if (input.request) await endSessionOfRequest(deps, input.request);
  await clearOldSessions(deps);
  return { ok: true, sessionCookie, home: homeOf(membership.role) };
}

/**
 * Name and password for a new session, which begins under a new id as the person's only, last used or first membership. Every attempt is
 * logged. A disabled account, one without memberships, and a demo account outside demo mode answer like a wrong password.
 */
export function signIn(deps: Deps, input: SignInInput): Promise<SignInResult> {
  return inTurn(() => attempt(deps, input));
}
