import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { failReport, lockReport } from '~/db/queries/reports.server';
import { findSubmission } from '~/db/queries/submissions.server';
import { withBureau } from '~/db/tenant.server';
import type { JobPayload } from '~/workers/jobs/catalog';
import type { Deps } from '../deps.server';

/** The queue has given up the job: the report must not wait for ever. */
export async function giveUpReport(deps: Deps, { bureauId, reportId }: JobPayload<'render-report'>, cause: string): Promise<void> {
  await withBureau(deps.db, bureauId, async (trx) => {
    const report = await lockReport(trx, reportId);
    const submission = report && (await findSubmission(trx, report.submissionId));
    await failReport(trx, reportId, cause);
    if (submission) await notifyProgress(trx, { kind: 'assignment', id: submission.assignmentId });
  });
}
