import { createHash } from 'node:crypto';
import { runMigrations } from 'bullmq';
import pg from 'pg';

/** The schema BullMQ's PostgreSQL backend lives in. */
export const QUEUE_SCHEMA = 'bullmq';

const statements = [
  `grant usage on schema ${QUEUE_SCHEMA} to app_user`,
  `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to app_user`,
  `grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to app_user`,
  `revoke insert, update, delete on ${QUEUE_SCHEMA}.migration from app_user`,
  `grant execute on all functions in schema ${QUEUE_SCHEMA} to app_user`,
];

/**
 * Prepares BullMQ's tables, one sequence of job ids per queue, and what app_user may do with them. May run any number of times.
 * BullMQ would create a missing sequence as the caller, which app_user is not allowed to.
 */
export async function prepareQueueSchema(ownerUrl: string, queueNames: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    for (const name of queueNames) {
      const sequence = `bullmq_jid_${createHash('md5').update(name).digest('hex')}`;
      await client.query(`create sequence if not exists ${QUEUE_SCHEMA}.${sequence}`);
    }
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
