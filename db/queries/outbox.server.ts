import type { DispatcherTransaction } from '../dispatcher.server';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { jsonText } from './json-text';
import { now, secondsAgo } from './instants';

/** One job that waits to be handed to the queue. The payload holds ids only. */
export interface OutboxRecord {
  readonly bureauId: string;
  readonly id: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

/** Written in the transaction of the change that asks for the job: both happen or neither. */
export async function insertOutboxJob(
  trx: TenantTransaction,
  job: { readonly id: string; readonly job: string; readonly payload: Readonly<Record<string, unknown>> },
): Promise<void> {
  await trx.insertInto('outbox').values({ bureau_id: bureauOf(trx), id: job.id, job: job.job, payload: jsonText(job.payload) }).execute();
}

/** Takes up to `limit` waiting jobs, oldest first; rows another dispatcher holds are passed over. Held until the transaction ends. */
export async function claimOutboxJobs(trx: DispatcherTransaction, limit: number): Promise<readonly OutboxRecord[]> {
  const rows = await trx
    .selectFrom('outbox')
    .select(['bureau_id', 'id', 'job', 'payload', 'created_at'])
    .where('dispatched_at', 'is', null)
    .orderBy('created_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({
    bureauId: row.bureau_id,
    id: row.id,
    job: row.job,
    payload: row.payload as Readonly<Record<string, unknown>>,
    createdAt: row.created_at,
  }));
}

export async function markOutboxDispatched(trx: DispatcherTransaction, jobs: readonly OutboxRecord[]): Promise<void> {
  if (jobs.length === 0) return;
  await trx
    .updateTable('outbox')
    .set({ dispatched_at: now })
    .where((eb) => eb(eb.refTuple('bureau_id', 'id'), 'in', jobs.map((job) => eb.tuple(job.bureauId, job.id))))
    .execute();
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
