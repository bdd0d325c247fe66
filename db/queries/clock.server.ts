import type { Kysely } from 'kysely';
import type { Database } from '../connection.server';
import { now } from './instants';

/** The database's clock: it decides every deadline, whatever the clock of the machine that asks. ISO instant. */
export async function getDatabaseTime(db: Kysely<Database>): Promise<string> {
  const row = await db.selectNoFrom(now.as('now')).executeTakeFirstOrThrow();
  return row.now;
}
