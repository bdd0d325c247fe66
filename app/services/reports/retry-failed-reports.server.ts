import { listReportIdsOfRound, requeueFailedReports } from '~/db/queries/report-work.server';
import type { Deps } from '../deps.server';
import { enqueueAll } from '../outbox/enqueue.server';
import { changeRoundReports, type ReportsMember } from './change-round-reports.server';
import { SELF_EVALUATION_REPORT } from './report-document';

/** Orders the failed reports of a round again. Returns how many. */
export function retryFailedReports(deps: Deps, member: ReportsMember, roundId: string): Promise<number> {
  return changeRoundReports(deps, member, roundId, 'reports.retry', async (trx) => {
    const failed = await listReportIdsOfRound(trx, roundId, SELF_EVALUATION_REPORT, ['failed']);
    const queued = await requeueFailedReports(trx, failed);
    await enqueueAll(
      trx,
      'render-report',
      queued.map((reportId) => ({ bureauId: member.bureauId, reportId })),
    );
    return queued.length;
  });
}
