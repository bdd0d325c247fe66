import { sql, type Kysely } from 'kysely';
import type { Database } from '../connection.server';
import { now } from './instants';

export type SignInOutcome = 'success' | 'wrong_credentials' | 'locked' | 'disabled';

export interface SignInUser {
  readonly id: string;
  readonly accountName: string;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
  readonly isDemo: boolean;
}

function users(db: Kysely<Database>) {
  return db.selectFrom('users').select(['id', 'account_name', 'password_hash', 'disabled_at', 'is_demo']);
}

function toSignInUser(row: Awaited<ReturnType<ReturnType<typeof users>['execute']>>[number]): SignInUser {
  return { id: row.id, accountName: row.account_name, passwordHash: row.password_hash, isDisabled: row.disabled_at !== null, isDemo: row.is_demo };
}

export async function findSignInUserById(db: Kysely<Database>, id: string): Promise<SignInUser | null> {
  const row = await users(db).where('id', '=', id).executeTakeFirst();
  return row ? toSignInUser(row) : null;
}

/** By account name or e-mail, both in lower case. */
export async function findSignInUser(db: Kysely<Database>, nameOrEmail: string): Promise<SignInUser | null> {
  const row = await users(db)
    .where((eb) => eb.or([eb('account_name', '=', nameOrEmail), eb('email', '=', nameOrEmail)]))
    // One person's account name may be another's e-mail: the account name wins.
    .orderBy((eb) => eb('account_name', '=', nameOrEmail), 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toSignInUser(row) : null;
}

/** When and for how long an account closes: after every `failures` failures in a row, `minutes` at first and twice as long each time. */
export interface LockPolicy {
  readonly failures: number;
  readonly minutes: number;
  readonly maxMinutes: number;
}

/** The length of the lock that the `count`-th failure starts, as SQL over a counting expression. */
const lockFor = (policy: LockPolicy, count: ReturnType<typeof sql<number>>) =>
  sql<string>`make_interval(mins => least(${policy.maxMinutes}::integer, (${policy.minutes} * power(2, least(${count} / ${policy.failures}::integer - 1, 20)))::integer))`;

/** Either a place to try the password, or the instant until which nobody may. `lockStarts`: failing this attempt leaves the account locked until then. */
export type Reservation = { readonly isOpen: true; readonly lockStarts: string | null } | { readonly isOpen: false; readonly lockedUntil: string };

/**
 * Counts the attempt as failed before the password is looked at, in one statement: of any number of attempts at the same moment, no more
 * than the policy's failures get an open reservation. A right password takes the count back (`clearFailures`). The commit does not wait
 * for the disk: the line in the log that follows does, as it does for a name nobody has, and so both take the same time.
 */
export async function reserveSignInAttempt(db: Kysely<Database>, userId: string, policy: LockPolicy): Promise<Reservation> {
  const next = sql<number>`(failed_attempts + 1)`;
  const reservation = await db.transaction().execute(async (trx): Promise<Reservation | null> => {
    await sql`set local synchronous_commit to off`.execute(trx);
    const reserved = await trx
      .updateTable('users')
      .set({
        failed_attempts: sql<number>`failed_attempts + 1`,
        locked_until: sql<string | null>`case when ${next} % ${policy.failures}::integer = 0 then clock_timestamp() + ${lockFor(policy, next)} end`,
      })
      .where('id', '=', userId)
      .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now)]))
      .returning('locked_until')
      .executeTakeFirst();
    if (reserved) return { isOpen: true, lockStarts: reserved.locked_until };
    const locked = await trx.selectFrom('users').select('locked_until').where('id', '=', userId).executeTakeFirst();
    return locked?.locked_until ? { isOpen: false, lockedUntil: locked.locked_until } : null;
  });
  // Neither: the lock was lifted between the two statements.
  return reservation ?? reserveSignInAttempt(db, userId, policy);
}

export async function clearFailures(db: Kysely<Database>, userId: string): Promise<void> {
  await db.updateTable('users').set({ failed_attempts: 0, locked_until: null }).where('id', '=', userId).execute();
}

/**
 * The same answer for a name nobody has, from its failures of the last day, and the failure written at once: a stranger must not learn
 * from a missing lock that an account does not exist. Attempts on one name take turns, as they do on a user's row.
 */
export async function reserveUnknownAttempt(db: Kysely<Database>, attempt: { id: string; name: string; ip: string }, policy: LockPolicy): Promise<Reservation> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${attempt.name}, 0))`.execute(trx);
    const count = sql<number>`f.count`;
    const next = sql<number>`(f.count + 1)`;
    const until = sql<string>`(f.latest + ${lockFor(policy, count)})`;
    const row = await trx
      .selectFrom((eb) =>
        eb
          .selectFrom('sign_in_attempts')
          .select([sql<number>`count(*)::integer`.as('count'), sql<string | null>`max(at)`.as('latest')])
          .where('account_name', '=', attempt.name)
          .where('outcome', '=', 'wrong_credentials')
          .where('at', '>', sql<string>`clock_timestamp() - interval '24 hours'`)
          .as('f'),
      )
      .select([
        sql<string | null>`case when f.count > 0 and f.count % ${policy.failures}::integer = 0 and ${until} > clock_timestamp() then ${until} end`.as('locked_until'),
        sql<string | null>`case when ${next} % ${policy.failures}::integer = 0 then clock_timestamp() + ${lockFor(policy, next)} end`.as('lock_starts'),
      ])
      .executeTakeFirstOrThrow();
    await insertSignInAttempt(trx, { ...attempt, userId: null, accountName: attempt.name, outcome: row.locked_until ? 'locked' : 'wrong_credentials' });
    return row.locked_until ? { isOpen: false, lockedUntil: row.locked_until } : { isOpen: true, lockStarts: row.lock_starts };
  });
}

export interface SignInAttempt {
  readonly id: string;
  /** The account's name; for a name nobody has, a fingerprint of it (people type passwords into the wrong box). */
  readonly accountName: string;
  readonly userId: string | null;
  readonly ip: string;
  readonly outcome: SignInOutcome;
}

export async function insertSignInAttempt(db: Kysely<Database>, attempt: SignInAttempt): Promise<void> {
  await db
    .insertInto('sign_in_attempts')
    .values({ id: attempt.id, account_name: attempt.accountName, user_id: attempt.userId, ip: attempt.ip, outcome: attempt.outcome })
    .execute();
}

/** Until when an address has failed too often: `failures` within `minutes`, whatever the accounts were. */
export async function findAddressLock(db: Kysely<Database>, ip: string, policy: { readonly failures: number; readonly minutes: number }): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in_attempts')
    .select(sql<string>`at + make_interval(mins => ${policy.minutes}::integer)`.as('until'))
    .where('ip', '=', ip)
    .where('outcome', 'in', ['wrong_credentials', 'disabled'])
    .where('at', '>', sql<string>`clock_timestamp() - make_interval(mins => ${policy.minutes}::integer)`)
    .orderBy('at', 'desc')
    .offset(policy.failures - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.until ?? null;
}
