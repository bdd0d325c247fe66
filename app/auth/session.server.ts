import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '~/db/connection.server';
import {
  deleteOldSessions,
  endSession,
  endSessionsOfUser,
  extendSession,
  findLiveSession,
  insertSession,
  listLiveSessionsOfUser,
  type LiveSession,
} from '~/db/queries/sessions.server';

/** What this folder needs of the services' Deps. */
export interface SessionDeps {
  readonly db: Kysely<Database>;
  readonly settings: { readonly demo: boolean; readonly sessionIdleMinutes: number; readonly sessionAbsoluteMinutes: number };
}

interface NewSessionFacts {
  readonly actingBureauId: string;
  readonly actingMembershipId: string;
  readonly ip: string;
  readonly userAgent: string;
  /** Stored id of the session this one takes over from; its absolute limit stays. */
  readonly continuesId?: string | undefined;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ live: LiveSession | null }>;
    DatabaseSessionAttributes: { readonly live: LiveSession | null; readonly started: NewSessionFacts | null };
  }
}

const DAYS_KEPT = 180;
const RAW_ID = /^[a-z2-7]{40}$/;

/** What the database stores and pages may know; the cookie's own value never leaves the cookie. */
const storedId = (rawId: string): string => createHash('sha256').update(rawId).digest('hex');

/** The library compares instants with this process's clock; the remaining time comes from the database's, so a wrong clock here does no harm. */
const inMilliseconds = (remaining: number): Date => new Date(Date.now() + remaining);

function adapter({ db, settings }: SessionDeps): Adapter {
  return {
    async getSessionAndUser(rawId) {
      const live = await findLiveSession(db, storedId(rawId));
      if (!live || (live.isDemo && !settings.demo)) return [null, null];
      const session: DatabaseSession = { id: rawId, userId: live.userId, expiresAt: inMilliseconds(live.remainingMs), attributes: { live, started: null } };
      return [session, { id: live.userId, attributes: {} }];
    },
    async getUserSessions(userId) {
      const rows = await listLiveSessionsOfUser(db, userId);
      return rows.map((row) => ({ id: row.id, userId, expiresAt: inMilliseconds(row.remainingMs), attributes: { live: null, started: null } }));
    },
    async setSession({ id, userId, attributes }) {
      if (!attributes.started) throw new Error('a session starts as a membership');
      await insertSession(db, { ...attributes.started, id: storedId(id), userId, idleMinutes: settings.sessionIdleMinutes, absoluteMinutes: settings.sessionAbsoluteMinutes });
    },
    updateSessionExpiration: (rawId) => extendSession(db, storedId(rawId), settings.sessionIdleMinutes),
    deleteSession: (rawId) => endSession(db, storedId(rawId)),
    deleteUserSessions: (userId) => endSessionsOfUser(db, userId),
    deleteExpiredSessions: () => deleteOldSessions(db, DAYS_KEPT),
  };
}

function sessions(deps: SessionDeps) {
  return new Lucia(adapter(deps), {
    sessionExpiresIn: new TimeSpan(deps.settings.sessionIdleMinutes, 'm'),
    getSessionAttributes: ({ live }) => ({ live }),
  });
}

/** `__Host-` ties the cookie to this very host and https; browsers refuse it over plain http, where the short name stands in. */
const cookieName = (isHttps: boolean): string => (isHttps ? '__Host-hengji' : 'hengji');

/** No lifetime: the browser forgets it when it closes, the database decides until then. */
function cookie(value: string, isHttps: boolean, more = ''): string {
  return `${cookieName(isHttps)}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}${more}`;
}

export const isHttpsRequest = (request: Request): boolean => new URL(request.url).protocol === 'https:';

/**
 * The cookie's value when it has the form of an id. Names are compared as sent, never decoded: `%5F%5FHost-hengji` is a name that a page
 * of another host under the same domain may set.
 */
function readRawId(cookieHeader: string | null, isHttps: boolean): string | null {
  const prefix = `${cookieName(isHttps)}=`;
  const values = (cookieHeader ?? '').split(';').map((part) => part.trim()).filter((part) => part.startsWith(prefix)).map((part) => part.slice(prefix.length));
  const [value] = values;
  return values.length === 1 && value !== undefined && RAW_ID.test(value) ? value : null;
}

/** Starts a session under a new id, and returns the Set-Cookie value that carries it. */
export async function startSession(deps: SessionDeps, userId: string, facts: NewSessionFacts, isHttps: boolean): Promise<string> {
  const session = await sessions(deps).createSession(userId, { live: null, started: facts });
  return cookie(session.id, isHttps);
}

/** The live session of a request, lengthened by this activity; null when there is none. One write a minute at most. */
export async function readSession(deps: SessionDeps, request: Request): Promise<LiveSession | null> {
  const rawId = readRawId(request.headers.get('Cookie'), isHttpsRequest(request));
  if (rawId === null) return null;
  const { session } = await sessions(deps).validateSession(rawId);
  const live = session?.live;
  if (!session || !live) return null;
  const idleMs = deps.settings.sessionIdleMinutes * 60_000;
  if (!session.fresh && live.canBeExtended && live.remainingMs < idleMs - 60_000) await extendSession(deps.db, live.id, deps.settings.sessionIdleMinutes);
  return live;
}

/** Ends the session a request came with, if any; used when another takes its place. */
export async function endSessionOfRequest(deps: SessionDeps, request: Request): Promise<void> {
  const rawId = readRawId(request.headers.get('Cookie'), isHttpsRequest(request));
  if (rawId !== null) await sessions(deps).invalidateSession(rawId);
}

/** The Set-Cookie value that makes the browser forget the session. */
export function forgetSessionCookie(isHttps: boolean): string {
  return cookie('', isHttps, '; Max-Age=0');
}

export async function endAllSessions(deps: SessionDeps, userId: string): Promise<void> {
  await sessions(deps).invalidateUserSessions(userId);
}

/** Rows of sessions long over; called at sign-in, so that the table stays small. */
export async function clearOldSessions(deps: SessionDeps): Promise<void> {
  await sessions(deps).deleteExpiredSessions();
}
