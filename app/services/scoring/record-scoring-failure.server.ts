import { ENGINE_VERSION } from '~/app/domain/scoring/engine-version';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { findSubmission } from '~/db/queries/submissions.server';
import { withBureau } from '~/db/tenant.server';
import type { JobPayload } from '~/workers/jobs/catalog';
import type { Deps } from '../deps.server';

/** Action of the audit event that a submission could not be scored; its detail holds `cause` (Chinese) and `engineVersion`. */
export const SCORING_FAILED = 'submission.scoring_failed';

/** Makes it visible in the bureau that a submission could not be scored, and why. */
export async function recordScoringFailure(deps: Deps, { bureauId, submissionId }: JobPayload<'score-submission'>, cause: string): Promise<void> {
  await withBureau(deps.db, bureauId, async (trx) => {
    const submission = await findSubmission(trx, submissionId);
    if (!submission) return;
    await insertAuditEvent(trx, {
      id: deps.ids(),
      actorUserId: null,
      action: SCORING_FAILED,
      subjectKind: 'submission',
      subjectId: submissionId,
      detail: { cause, engineVersion: ENGINE_VERSION },
    });
    await notifyProgress(trx, { kind: 'assignment', id: submission.assignmentId });
  });
}
