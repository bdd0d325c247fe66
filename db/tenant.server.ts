import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from './connection.server';
import { bureauScope, userScope } from './tenant-plugin/scopes';
import { sealTransaction } from './tenant-plugin/sealed-transaction';

declare const brand: unique symbol;

/** A transaction that sees one bureau and nothing else. Only `withBureau` makes one; every query function of a tenant table takes it first. */
export type TenantTransaction = Transaction<Database> & { readonly [brand]: 'bureau' };

/** A transaction that sees one person's own memberships, reviewer grants and the names of what they lead to; it writes no tenant table. */
export type UserTransaction = Transaction<Database> & { readonly [brand]: 'user' };

export interface BureauOptions {
  /** The person on whose behalf the transaction runs. */
  readonly userId?: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const bureaus = new WeakMap<object, string>();
const users = new WeakMap<object, string>();

/** Ids come from sessions and URLs: only a plain lower-case uuid gets near the setting that row-level security stands on. */
function requireUuid(what: string, id: string): string {
  if (typeof id !== 'string' || !uuid.test(id)) throw new TypeError(`${what} is not a uuid in lower case`);
  return id;
}

/** Both settings are always written, so that none is ever inherited. No parameters: the statement travels with BEGIN (see pool-lease). */
function settings(bureauId: string, userId: string): string {
  return `select set_config('app.bureau_id', '${bureauId}', true), set_config('app.user_id', '${userId}', true)`;
}

/**
 * Runs `run` in one transaction that belongs to one bureau: row-level security lets it see and change that bureau's rows only, and
 * the tenant plugin narrows every statement to them by itself. Commits when
 * `run` returns, rolls back when it throws. The handle is dead afterwards: using it throws.
 */
export async function withBureau<T>(
  db: Kysely<Database>,
  bureauId: string,
  run: (trx: TenantTransaction) => Promise<T>,
  options: BureauOptions = {},
): Promise<T> {
  requireUuid('the bureau id', bureauId);
  const userId = options.userId === undefined ? '' : requireUuid('the user id', options.userId);
  return db.transaction().execute(async (base) => {
    await sql.raw(settings(bureauId, userId)).execute(base.withoutPlugins());
    const trx = sealTransaction(base, bureauScope(bureauId)) as TenantTransaction;
    bureaus.set(trx, bureauId);
    return run(trx);
  });
}

/** Runs `run` in one transaction before a bureau is known, to read what one person may enter: own memberships and reviewer grants. */
export async function withUser<T>(db: Kysely<Database>, userId: string, run: (trx: UserTransaction) => Promise<T>): Promise<T> {
  requireUuid('the user id', userId);
  return db.transaction().execute(async (base) => {
    await sql.raw(settings('', userId)).execute(base.withoutPlugins());
    const trx = sealTransaction(base, userScope(userId)) as UserTransaction;
    users.set(trx, userId);
    return run(trx);
  });
}

/** The bureau a transaction belongs to. */
export function bureauOf(trx: TenantTransaction): string {
  const bureauId = bureaus.get(trx);
  if (bureauId === undefined) throw new Error('this transaction was not opened by withBureau');
  return bureauId;
}

/** The person a transaction reads for. */
export function userOf(trx: UserTransaction): string {
  const userId = users.get(trx);
  if (userId === undefined) throw new Error('this transaction was not opened by withUser');
  return userId;
}
