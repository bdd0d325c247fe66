import type { DispatcherTransaction } from '../dispatcher.server';
import { secondsAgo } from './instants';

/** One job that waits to be handed to the queue. The payload holds ids only. */
export interface OutboxRecord {
  readonly bureauId: string;
  readonly id: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

/** Removes rows that were handed over more than `seconds` ago. */
export async function deleteDispatchedOutboxJobs(trx: DispatcherTransaction, seconds: number): Promise<void> {
  await trx
    .deleteFrom('outbox')
    .where('dispatched_at', '<', secondsAgo(seconds))
    .execute();
}

/** All bureaus, for the reconciler: it then goes through them one by one with `withBureau`. */
export async function listBureauIds(trx: DispatcherTransaction): Promise<readonly string[]> {
  const rows = await trx.selectFrom('bureaus').select('bureau_id').orderBy('bureau_id').execute();
  return rows.map((row) => row.bureau_id);
}
