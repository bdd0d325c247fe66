import type { Role } from '~/app/domain/access/roles';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { now } from './instants';
import type { SignInOutcome } from './sign-in-attempts.server';

/** People, sessions and sign-ins belong to no bureau: here they are reached through this bureau's memberships only. */
function people(trx: TenantTransaction) {
  return trx.selectFrom('memberships').select('user_id');
}

export interface LockedAccountRecord {
  readonly userId: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly failedAttempts: number;
  readonly lockedUntil: string;
}

export async function listLockedAccounts(trx: TenantTransaction): Promise<readonly LockedAccountRecord[]> {
  const rows = await trx
    .selectFrom('users')
    .select(['id', 'account_name', 'display_name', 'failed_attempts', 'locked_until'])
    .where('locked_until', '>', now)
    .where('id', 'in', people(trx))
    .orderBy('locked_until', 'desc')
    .execute();
  return rows.map((row) => ({
    userId: row.id,
    accountName: row.account_name,
    displayName: row.display_name,
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until ?? '',
  }));
}

/** Whether the person has or had a membership in this bureau. */
export async function isPersonOfBureau(trx: TenantTransaction, userId: string): Promise<boolean> {
  return (await people(trx).where('user_id', '=', userId).limit(1).executeTakeFirst()) !== undefined;
}

export interface FailedSignInRecord {
  readonly id: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly ip: string;
  readonly outcome: SignInOutcome;
  readonly at: string;
}

/** Newest first. Names that nobody has belong to no bureau and are not among them. */
export async function listFailedSignIns(trx: TenantTransaction, limit: number): Promise<readonly FailedSignInRecord[]> {
  const rows = await trx
    .selectFrom('sign_in_attempts as a')
    .innerJoin('users as p', 'p.id', 'a.user_id')
    .select(['a.id', 'a.ip', 'a.outcome', 'a.at', 'p.account_name', 'p.display_name'])
    .where('a.outcome', '!=', 'success')
    .where('a.user_id', 'in', people(trx))
    .orderBy('a.at', 'desc')
    .orderBy('a.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ id: row.id, accountName: row.account_name, displayName: row.display_name, ip: row.ip, outcome: row.outcome as SignInOutcome, at: row.at }));
}

export interface BureauSessionRecord {
  /** The stored id: it names the session, it does not open it. */
  readonly id: string;
  readonly userId: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly ip: string;
  readonly userAgent: string;
  readonly startedAt: string;
  readonly expiresAt: string;
}

function liveSessions(trx: TenantTransaction) {
  return trx
    .selectFrom('sessions as s')
    .innerJoin('users as p', 'p.id', 's.user_id')
    .innerJoin('memberships as m', (join) => join.onRef('m.bureau_id', '=', 's.acting_bureau_id').onRef('m.id', '=', 's.acting_membership_id'))
    .select(['s.id', 's.user_id', 's.ip', 's.user_agent', 's.created_at', 's.expires_at', 'p.account_name', 'p.display_name', 'm.role'])
    .where('s.acting_bureau_id', '=', bureauOf(trx))
    .where('s.expires_at', '>', now)
    .where('s.absolute_expires_at', '>', now)
    .where('p.disabled_at', 'is', null)
    .where('m.ended_at', 'is', null);
}

function toSession(row: Awaited<ReturnType<ReturnType<typeof liveSessions>['execute']>>[number]): BureauSessionRecord {
  return {
    id: row.id,
    userId: row.user_id,
    accountName: row.account_name,
    displayName: row.display_name,
    role: row.role as Role,
    ip: row.ip,
    userAgent: row.user_agent,
    startedAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

/** Sessions that act in this bureau now, newest first. */
export async function listLiveSessionsOfBureau(trx: TenantTransaction, limit: number): Promise<readonly BureauSessionRecord[]> {
  const rows = await liveSessions(trx).orderBy('s.created_at', 'desc').limit(limit).execute();
  return rows.map(toSession);
}

export async function findLiveSessionOfBureau(trx: TenantTransaction, id: string): Promise<BureauSessionRecord | null> {
  const row = await liveSessions(trx).where('s.id', '=', id).executeTakeFirst();
  return row ? toSession(row) : null;
}
