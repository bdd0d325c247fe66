import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { leasingPool } from './pool-lease';
import type { DB } from './schema.generated';
import { OUTSIDE_SCOPE } from './tenant-plugin/scopes';
import { TenantPlugin } from './tenant-plugin/tenant-plugin';
import { valueTypes } from './value-types';

/** Every table with its columns. */
export type Database = DB;

export interface ConnectionSettings {
  readonly url: string;
  /** Connections at most. */
  readonly max: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Longest run of one statement. */
  readonly statementTimeoutMs?: number;
  /** Longest pause inside a transaction; the server then closes the connection. */
  readonly idleInTransactionTimeoutMs?: number;
  /** Longest wait for a free connection. */
  readonly acquireTimeoutMs?: number;
  /** Told of connections that break while idle; the pool replaces them by itself. */
  readonly onIdleError?: (error: Error) => void;
}

export interface Connection {
  /** Reaches the tables outside any bureau only; tenant tables are reached through `withBureau` and `withUser`. */
  readonly db: Kysely<Database>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Opens a pool and Kysely over it. Nothing connects before the first query. Values: see `valueTypes`. */
export function connect(settings: ConnectionSettings): Connection {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.max,
    application_name: settings.applicationName,
    statement_timeout: settings.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: settings.idleInTransactionTimeoutMs ?? 15_000,
    connectionTimeoutMillis: settings.acquireTimeoutMs ?? 10_000,
    keepAlive: true,
    options: '-c timezone=UTC -c datestyle=ISO',
    types: valueTypes(),
  });
  // An idle connection that the server closes emits on the pool, a new one that breaks early on the client; unheard, either ends the process.
  pool.on('error', (error) => settings.onIdleError?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: leasingPool(pool) }), plugins: [new TenantPlugin(OUTSIDE_SCOPE)] });
  return { db, pool, close: () => db.destroy() };
}
