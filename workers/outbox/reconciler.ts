import type { Kysely } from 'kysely';
import { v7 as uuidV7 } from 'uuid';
import type { Database } from '~/db/connection.server';
import { withDispatcher } from '~/db/dispatcher.server';
import { insertOutboxJobs, listNewestJobsFor, type OrderedJob } from '~/db/queries/outbox-jobs.server';
import { listBureauIds } from '~/db/queries/outbox.server';
import { listReportsToRender, listRoundsToRank, listSubmissionsToScore } from '~/db/queries/unfinished-work.server';
import { type TenantTransaction, withBureau } from '~/db/tenant.server';
import { type JobName, type JobPayload, JOBS } from '~/workers/jobs/catalog';
import type { JobQueues } from './queue-port';

export interface ReconcilerParts {
  /** Connected as app_user: each bureau is looked through in transactions of its own. */
  readonly db: Kysely<Database>;
  /** Connected as app_dispatcher, to learn which bureaus there are. */
  readonly dispatcherDb: Kysely<Database>;
  readonly queues: Pick<JobQueues, 'find'>;
  readonly engineVersion: string;
  /** Work asked for less than this ago is on its way. */
  readonly graceSeconds: number;
}

interface Debt<Name extends JobName> {
  readonly job: Name;
  /** The field of the payload that names what the job is about. */
  readonly subject: Exclude<keyof JobPayload<Name>, 'bureauId' | 'requestedBy'> & string;
  /** A job the queue gave up is not ordered again, unless the subject's own row says that it may still be tried. */
  readonly retriesFailed: boolean;
  list(trx: TenantTransaction, parts: ReconcilerParts): Promise<readonly string[]>;
  payload(bureauId: string, subjectId: string): JobPayload<Name>;
}

const scoring: Debt<'score-submission'> = {
  job: 'score-submission',
  subject: 'submissionId',
  retriesFailed: false,
  list: (trx, { engineVersion, graceSeconds }) => listSubmissionsToScore(trx, engineVersion, graceSeconds),
  payload: (bureauId, submissionId) => ({ bureauId, submissionId }),
};
const ranking: Debt<'rank-round'> = {
  job: 'rank-round',
  subject: 'roundId',
  retriesFailed: false,
  list: (trx, { graceSeconds }) => listRoundsToRank(trx, graceSeconds),
  payload: (bureauId, roundId) => ({ bureauId, roundId, requestedBy: null }),
};
const reports: Debt<'render-report'> = {
  job: 'render-report',
  subject: 'reportId',
  retriesFailed: true,
  list: (trx, { graceSeconds }) => listReportsToRender(trx, graceSeconds),
  payload: (bureauId, reportId) => ({ bureauId, reportId }),
};

async function isLost(debt: { readonly job: JobName; readonly retriesFailed: boolean }, ordered: OrderedJob | undefined, queues: ReconcilerParts['queues']): Promise<boolean> {
  if (ordered === undefined) return true;
  if (!ordered.isDispatched) return false;
  const found = await queues.find(debt.job, ordered.id);
  return found === 'absent' || (found === 'failed' && debt.retriesFailed);
}

async function settle<Name extends JobName>(debt: Debt<Name>, bureauId: string, parts: ReconcilerParts): Promise<number> {
  const { owed, newest } = await withBureau(parts.db, bureauId, async (trx) => {
    const owed = await debt.list(trx, parts);
    const newest = await listNewestJobsFor(trx, debt.job, debt.subject, owed);
    return { owed, newest: new Map(newest.map((job) => [job.subjectId, job])) };
  });
  const lost: string[] = [];
  for (const subjectId of owed) if (await isLost(debt, newest.get(subjectId), parts.queues)) lost.push(subjectId);
  if (lost.length > 0) {
    const jobs = lost.map((subjectId) => ({ id: uuidV7(), job: debt.job, payload: JOBS[debt.job].payload.parse(debt.payload(bureauId, subjectId)) }));
    await withBureau(parts.db, bureauId, (trx) => insertOutboxJobs(trx, jobs));
  }
  return lost.length;
}

/**
 * Orders again what the database says is unfinished and neither the outbox nor the queue holds: the queue may be lost as a whole and nothing
 * is. Goes bureau by bureau. Returns how many jobs it ordered.
 */
export async function reconcile(parts: ReconcilerParts): Promise<number> {
  let ordered = 0;
  for (const bureauId of await withDispatcher(parts.dispatcherDb, listBureauIds)) {
    ordered += await settle(scoring, bureauId, parts);
    ordered += await settle(ranking, bureauId, parts);
    ordered += await settle(reports, bureauId, parts);
  }
  return ordered;
}
