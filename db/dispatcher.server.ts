import type { Kysely, Transaction } from 'kysely';
import type { Database } from './connection.server';

declare const brand: unique symbol;

/** A transaction of app_dispatcher: it reaches the outbox of every bureau and the bureaus' ids, nothing else. */
export type DispatcherTransaction = Transaction<Database> & { readonly [brand]: 'dispatcher' };

/** Runs `run` in one transaction on the dispatcher's own connection (DATABASE_DISPATCHER_URL). */
export async function withDispatcher<T>(db: Kysely<Database>, run: (trx: DispatcherTransaction) => Promise<T>): Promise<T> {
  return db.transaction().execute((base) => run(base as DispatcherTransaction));
}
