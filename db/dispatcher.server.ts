import type { Kysely, Transaction } from 'kysely';
import type { Database } from './connection.server';
import { DISPATCHER_SCOPE } from './tenant-plugin/scopes';
import { sealTransaction } from './tenant-plugin/sealed-transaction';

declare const brand: unique symbol;

/** A transaction of app_dispatcher: it reaches the outbox of every bureau and the bureaus' ids, nothing else. */
export type DispatcherTransaction = Transaction<Database> & { readonly [brand]: 'dispatcher' };

/** Runs `run` in one transaction on the dispatcher's own connection (DATABASE_DISPATCHER_URL). */
export async function withDispatcher<T>(db: Kysely<Database>, run: (trx: DispatcherTransaction) => Promise<T>): Promise<T> {
  return db.transaction().execute((base) => run(sealTransaction(base, DISPATCHER_SCOPE) as DispatcherTransaction));
}
