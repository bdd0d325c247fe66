import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { migrations } from './migrations/migrations';
import { prepareQueueSchema } from './migrations/queue-schema';

export interface MigrationOptions {
  /** Queues the workers serve: their PostgreSQL tables are prepared here, because app_user may not create anything. */
  readonly queueNames: readonly string[];
  /** One call per finished step, in order. */
  readonly onProgress?: (step: { readonly name: string; readonly done: number; readonly total: number }) => void;
}

/**
 * Brings the database up to date, connected as its owner (app_owner). Every migration is its own transaction, so what finished stays when a later one fails;
 * an advisory lock lets several processes start at once. Returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl: string, options: MigrationOptions): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const ran: string[] = [];
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
    const waiting = (await migrator.getMigrations()).filter((migration) => migration.executedAt === undefined);
    const total = waiting.length + 1;
    while (ran.length < waiting.length) {
      const { results, error } = await migrator.migrateUp();
      if (error) throw error instanceof Error ? error : new Error(String(error));
      // Nothing left: another process has been faster.
      if (!results || results.length === 0) break;
      for (const result of results) {
        ran.push(result.migrationName);
        options.onProgress?.({ name: result.migrationName, done: ran.length, total });
      }
    }
    await prepareQueueSchema(ownerUrl, options.queueNames);
    options.onProgress?.({ name: 'queue', done: total, total });
    return ran;
  } finally {
    await db.destroy();
  }
}
