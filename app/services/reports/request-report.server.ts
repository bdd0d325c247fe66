import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { findAssignment } from '~/db/queries/assignments.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { insertReport } from '~/db/queries/reports.server';
import { findScore } from '~/db/queries/score-sheets.server';
import { findSubmission } from '~/db/queries/submissions.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden, notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { enqueue } from '../outbox/enqueue.server';
import { SELF_EVALUATION_REPORT } from './report-document';

export type ReportRequest =
  /** `queued` is false when it is there or on its way already. */
  { readonly ok: true; readonly reportId: string; readonly queued: boolean } | { readonly ok: false; readonly reason: 'not_scored' };

/** Orders the report of one submission; one that failed or was cancelled begins anew. */
export async function requestReport(deps: Deps, member: Pick<Member, 'bureauId' | 'userId' | 'role' | 'departmentId'>, submissionId: string): Promise<ReportRequest> {
  return withBureau(
    deps.db,
    member.bureauId,
    async (trx) => {
      const submission = await findSubmission(trx, submissionId);
      const assignment = submission && (await findAssignment(trx, submission.assignmentId));
      const ownAssignment = assignment?.department.id === member.departmentId;
      if (!assignment || (member.departmentId !== undefined && !ownAssignment)) throw notFound();
      if (!can(member.role, 'report.render', { state: assignment.state, ownAssignment })) throw forbidden();
      if (!(await findScore(trx, submissionId))) return { ok: false, reason: 'not_scored' };
      const { report, queued } = await insertReport(trx, { id: deps.ids(), submissionId, ...SELF_EVALUATION_REPORT, requestedBy: member.userId });
      if (queued) {
        await enqueue(trx, 'render-report', { bureauId: member.bureauId, reportId: report.id });
        await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'report.request', subjectKind: 'submission', subjectId: submissionId });
        await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
      }
      return { ok: true, reportId: report.id, queued };
    },
    { userId: member.userId },
  );
}
