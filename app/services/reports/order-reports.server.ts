import { insertReports } from '~/db/queries/report-work.server';
import { bureauOf, type TenantTransaction } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { enqueueAll } from '../outbox/enqueue.server';
import { SELF_EVALUATION_REPORT } from './report-document';

/** Orders the report of each submission that has none, in the caller's transaction. Returns how many now wait because of this call. */
export async function orderReports(deps: Pick<Deps, 'ids'>, trx: TenantTransaction, submissionIds: readonly string[], requestedBy: string | null): Promise<number> {
  const reports = submissionIds.map((submissionId) => ({ id: deps.ids(), submissionId }));
  const queued = await insertReports(trx, SELF_EVALUATION_REPORT, reports, requestedBy);
  await enqueueAll(
    trx,
    'render-report',
    queued.map((reportId) => ({ bureauId: bureauOf(trx), reportId })),
  );
  return queued.length;
}
