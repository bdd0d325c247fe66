import { sql, type Kysely } from 'kysely';
import type { Database } from '../connection.server';
import { now } from './instants';

/** `id` is the SHA-256 of what the cookie carries, in hex. All times are the database's. */
export interface LiveSession {
  readonly id: string;
  readonly userId: string;
  readonly displayName: string;
  readonly isDemo: boolean;
  readonly actingBureauId: string | null;
  readonly actingMembershipId: string | null;
  /** Until the session dies of idleness. */
  readonly remainingMs: number;
  /** Whether activity can still lengthen it: false when the absolute limit is the nearer one. */
  readonly canBeExtended: boolean;
}

const minutes = (count: number) => sql<string>`make_interval(mins => ${count})`;

/** The session when it is neither ended, idle too long nor too old, and its person not disabled. */
export async function findLiveSession(db: Kysely<Database>, id: string): Promise<LiveSession | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select([
      'sessions.id',
      'sessions.user_id',
      'sessions.acting_bureau_id',
      'sessions.acting_membership_id',
      'users.display_name',
      'users.is_demo',
      sql<number>`(extract(epoch from sessions.expires_at - clock_timestamp()) * 1000)::integer`.as('remaining_ms'),
      sql<boolean>`sessions.expires_at < sessions.absolute_expires_at`.as('can_be_extended'),
    ])
    .where('sessions.id', '=', id)
    .where('sessions.expires_at', '>', now)
    .where('sessions.absolute_expires_at', '>', now)
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    userId: row.user_id,
    displayName: row.display_name,
    isDemo: row.is_demo,
    actingBureauId: row.acting_bureau_id,
    actingMembershipId: row.acting_membership_id,
    remainingMs: row.remaining_ms,
    canBeExtended: row.can_be_extended,
  };
}

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly actingBureauId: string;
  readonly actingMembershipId: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
  /** The session this one takes over from: it inherits that one's absolute limit. */
  readonly continuesId?: string | undefined;
}

export async function insertSession(db: Kysely<Database>, session: NewSession): Promise<void> {
  const inherited = session.continuesId ?? '';
  const absolute = sql<string>`coalesce((select absolute_expires_at from sessions where id = ${inherited}), clock_timestamp() + ${minutes(session.absoluteMinutes)})`;
  await db
    .insertInto('sessions')
    .values({
      id: session.id,
      user_id: session.userId,
      acting_bureau_id: session.actingBureauId,
      acting_membership_id: session.actingMembershipId,
      ip: session.ip,
      user_agent: session.userAgent,
      expires_at: sql<string>`least(clock_timestamp() + ${minutes(session.idleMinutes)}, ${absolute})`,
      absolute_expires_at: absolute,
    })
    .execute();
}

/** Activity: the idle limit starts anew, never past the absolute one. An ended session stays ended. */
export async function extendSession(db: Kysely<Database>, id: string, idleMinutes: number): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ expires_at: sql<string>`least(clock_timestamp() + ${minutes(idleMinutes)}, absolute_expires_at)` })
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .execute();
}

/** Ended sessions stay as rows: the newest one remembers which membership a person used last. */
export async function endSession(db: Kysely<Database>, id: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ expires_at: now })
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .execute();
}

export async function endSessionsOfUser(db: Kysely<Database>, userId: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ expires_at: now })
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .execute();
}

export async function endSessionsOfMembership(db: Kysely<Database>, bureauId: string, membershipId: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ expires_at: now })
    .where('acting_bureau_id', '=', bureauId)
    .where('acting_membership_id', '=', membershipId)
    .where('expires_at', '>', now)
    .execute();
}

/** Live sessions of one person, newest first; ids are the stored ones. */
export async function listLiveSessionsOfUser(db: Kysely<Database>, userId: string): Promise<readonly { id: string; remainingMs: number }[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', sql<number>`(extract(epoch from expires_at - clock_timestamp()) * 1000)::integer`.as('remaining_ms')])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, remainingMs: row.remaining_ms }));
}

/** The membership the person's newest session, live or ended, acts as. */
export async function findLastUsedMembership(db: Kysely<Database>, userId: string): Promise<{ bureauId: string; membershipId: string } | null> {
  const row = await db
    .selectFrom('sessions')
    .select(['acting_bureau_id', 'acting_membership_id'])
    .where('user_id', '=', userId)
    .where('acting_membership_id', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.acting_bureau_id && row.acting_membership_id ? { bureauId: row.acting_bureau_id, membershipId: row.acting_membership_id } : null;
}

/** Drops rows that can never be live again and are older than `days`. */
export async function deleteOldSessions(db: Kysely<Database>, days: number): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('absolute_expires_at', '<', sql<string>`clock_timestamp() - make_interval(days => ${days})`)
    .execute();
}
