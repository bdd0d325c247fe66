import type { DispatcherTransaction } from '../dispatcher.server';
import { OUTBOX_CHANNEL } from '../outbox-channel.server';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { now } from './instants';
import { jsonText } from './json-text';
import type { OutboxRecord } from './outbox.server';

export interface NewOutboxJob {
  readonly id: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Written in the transaction of the change that asks for the jobs, and announced when it commits. */
export async function insertOutboxJobs(trx: TenantTransaction, jobs: readonly NewOutboxJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const bureauId = bureauOf(trx);
  await trx
    .insertInto('outbox')
    .values(jobs.map((job) => ({ bureau_id: bureauId, id: job.id, job: job.job, payload: jsonText(job.payload) })))
    .execute();
  await trx.selectNoFrom((eb) => eb.fn('pg_notify', [eb.val(OUTBOX_CHANNEL), eb.val('')]).as('notified')).execute();
}

/** Kinds of jobs that wait to be handed to the queue. */
export async function listWaitingJobNames(trx: DispatcherTransaction): Promise<readonly string[]> {
  const rows = await trx.selectFrom('outbox').select('job').distinct().where('dispatched_at', 'is', null).execute();
  return rows.map((row) => row.job);
}

/**
 * Takes up to `limit` waiting jobs of one kind, bureau by bureau in turn: everybody's oldest first, then everybody's second. Rows another
 * dispatcher holds are passed over. Held until the transaction ends.
 */
export async function claimOutboxTurns(trx: DispatcherTransaction, job: string, limit: number): Promise<readonly OutboxRecord[]> {
  const rows = await trx
    .selectFrom('outbox as o')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('outbox')
          .select(['bureau_id', 'id'])
          .select((inner) => inner.fn.agg<string>('row_number').over((over) => over.partitionBy('bureau_id').orderBy('created_at').orderBy('id')).as('turn'))
          .where('dispatched_at', 'is', null)
          .where('job', '=', job)
          .as('w'),
      (join) => join.onRef('w.bureau_id', '=', 'o.bureau_id').onRef('w.id', '=', 'o.id'),
    )
    .select(['o.bureau_id', 'o.id', 'o.job', 'o.payload', 'o.created_at'])
    .where('o.dispatched_at', 'is', null)
    .orderBy('w.turn')
    .orderBy('o.created_at')
    .limit(limit)
    .forUpdate('o')
    .skipLocked()
    .execute();
  return rows.map((row) => ({ bureauId: row.bureau_id, id: row.id, job: row.job, payload: row.payload as OutboxRecord['payload'], createdAt: row.created_at }));
}

/** The rows the dispatcher holds have been handed over. Ids are unique over all bureaus; the waiting rows are few and have an index of their own. */
export async function markJobsDispatched(trx: DispatcherTransaction, jobs: readonly OutboxRecord[]): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ dispatched_at: now })
    .where('dispatched_at', 'is', null)
    .where('id', 'in', jobs.map((job) => job.id))
    .execute();
}

export interface OrderedJob {
  readonly id: string;
  /** The id in the payload it was found by. */
  readonly subjectId: string;
  readonly isDispatched: boolean;
}

/** The newest outbox row for each of these subjects, where `key` is the payload field that names the subject. */
export async function listNewestJobsFor(trx: TenantTransaction, job: string, key: string, subjectIds: readonly string[]): Promise<readonly OrderedJob[]> {
  if (subjectIds.length === 0) return [];
  const rows = await trx
    .selectFrom('outbox')
    .select(['id', 'dispatched_at', 'payload'])
    .where('job', '=', job)
    .where((eb) => eb(eb.cast<string>(eb.ref('payload', '->>').key(key as never), 'text'), 'in', [...subjectIds]))
    .orderBy('created_at')
    .execute();
  const newest = new Map<string, OrderedJob>();
  for (const row of rows) {
    const subjectId = String((row.payload as Record<string, unknown>)[key]);
    newest.set(subjectId, { id: row.id, subjectId, isDispatched: row.dispatched_at !== null });
  }
  return [...newest.values()];
}
