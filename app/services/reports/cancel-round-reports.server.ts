import { cancelReports, listReportIdsOfRound } from '~/db/queries/report-work.server';
import type { Deps } from '../deps.server';
import { changeRoundReports, type ReportsMember } from './change-round-reports.server';
import { SELF_EVALUATION_REPORT } from './report-document';

/** Calls off the reports of a round that are not finished yet; finished ones stay. Returns how many. */
export function cancelRoundReports(deps: Deps, member: ReportsMember, roundId: string): Promise<number> {
  return changeRoundReports(deps, member, roundId, 'reports.cancel', async (trx) =>
    cancelReports(trx, await listReportIdsOfRound(trx, roundId, SELF_EVALUATION_REPORT, ['queued', 'rendering'])),
  );
}
