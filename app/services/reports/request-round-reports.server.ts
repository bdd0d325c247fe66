import { listSubmissionsWithoutReport } from '~/db/queries/report-work.server';
import type { Deps } from '../deps.server';
import { changeRoundReports, type ReportsMember } from './change-round-reports.server';
import { orderReports } from './order-reports.server';
import { SELF_EVALUATION_REPORT } from './report-document';

/** Orders the report of every department that has reported and has none; a cancelled one is ordered again. Returns how many. */
export function requestRoundReports(deps: Deps, member: ReportsMember, roundId: string): Promise<number> {
  return changeRoundReports(deps, member, roundId, 'reports.request', async (trx) => {
    const submissions = await listSubmissionsWithoutReport(trx, roundId, SELF_EVALUATION_REPORT);
    return orderReports(deps, trx, submissions, member.userId);
  });
}
