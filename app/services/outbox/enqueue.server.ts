import { v7 as uuidV7 } from 'uuid';
import { insertOutboxJobs } from '~/db/queries/outbox-jobs.server';
import { bureauOf, type TenantTransaction } from '~/db/tenant.server';
import { type JobName, type JobPayload, JOBS } from '~/workers/jobs/catalog';

/** Orders a job in the caller's transaction: the change and its job commit together or not at all. The row's id becomes the job's id. */
export async function enqueue<Name extends JobName>(trx: TenantTransaction, job: Name, payload: JobPayload<Name>): Promise<void> {
  await enqueueAll(trx, job, [payload]);
}

export async function enqueueAll<Name extends JobName>(trx: TenantTransaction, job: Name, payloads: readonly JobPayload<Name>[]): Promise<void> {
  const contract = JOBS[job];
  const bureauId = bureauOf(trx);
  const jobs = payloads.map((payload) => {
    const checked = contract.payload.parse(payload);
    if (checked.bureauId !== bureauId) throw new Error('a job belongs to the bureau of the transaction that orders it');
    return { id: uuidV7(), job, payload: checked };
  });
  await insertOutboxJobs(trx, jobs);
}
