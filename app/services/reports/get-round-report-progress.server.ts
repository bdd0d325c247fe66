import { can } from '~/app/domain/access/can';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { countReportsOfRound, listFailedReportsOfRound, listReportFinishTimes } from '~/db/queries/report-work.server';
import { findRound } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden, notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { rowId } from '../row-id';
import type { ReportsMember } from './change-round-reports.server';
import { SELF_EVALUATION_REPORT } from './report-document';
import { estimateSecondsLeft, type ReportCounts } from './report-progress';

export interface RoundReportProgress {
  readonly counts: ReportCounts;
  /** Departments that have reported and whose report nobody has asked for. */
  readonly missing: number;
  readonly secondsLeft: number | null;
  readonly failures: readonly { readonly id: string; readonly name: string; readonly cause: string }[];
}

/** Reports whose finishing tells the pace. */
const PACE_SAMPLE = 20;

/** Where the reports of a round stand, counted in the database: it survives every restart. Fits the progress panel. */
export async function getRoundReportProgress(deps: Deps, member: ReportsMember, roundId: string): Promise<RoundReportProgress> {
  if (!can(member.role, 'report.view')) throw forbidden();
  return withBureau(
    deps.db,
    member.bureauId,
    async (trx) => {
      if (!(await findRound(trx, rowId(roundId)))) throw notFound();
      const { queued, rendering, done, failed, cancelled, missing } = await countReportsOfRound(trx, roundId, SELF_EVALUATION_REPORT);
      const failures = failed === 0 ? [] : await listFailedReportsOfRound(trx, roundId, SELF_EVALUATION_REPORT);
      const remaining = queued + rendering;
      const finishTimes = remaining === 0 ? [] : await listReportFinishTimes(trx, roundId, SELF_EVALUATION_REPORT, PACE_SAMPLE);
      return {
        counts: { waiting: queued, running: rendering, done, failed, cancelled },
        missing,
        secondsLeft: remaining === 0 ? null : estimateSecondsLeft(finishTimes, remaining, await getDatabaseTime(trx)),
        failures: failures.map(({ reportId, departmentName, cause }) => ({ id: reportId, name: departmentName, cause })),
      };
    },
    { userId: member.userId },
  );
}
