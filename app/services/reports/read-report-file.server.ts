import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { findAssignment } from '~/db/queries/assignments.server';
import { findReport } from '~/db/queries/reports.server';
import { findReviewerGrant } from '~/db/queries/reviewer-grants.server';
import { findSubmission } from '~/db/queries/submissions.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden, notFound } from '../app-error';
import type { Deps } from '../deps.server';

export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** What a browser saves it as: department, year and document, in Chinese. */
  readonly fileName: string;
  readonly sha256: string;
}

/** Reserved in file names by Windows or by our own naming; departments' names hold them by mistake only. */
const UNFIT = /[\\/:*?"<>|\p{C}]/gu;

/**
 * A finished report for somebody who may read it. `bureauId` is another bureau than the member's own only for a reviewer it has granted
 * access. The bytes are compared with what was recorded when they were stored.
 */
export async function readReportFile(
  deps: Deps,
  member: Pick<Member, 'bureauId' | 'userId' | 'role' | 'departmentId'>,
  input: { readonly reportId: string; readonly bureauId?: string },
): Promise<ReportFile> {
  const bureauId = input.bureauId ?? member.bureauId;
  if (bureauId !== member.bureauId && member.role !== 'reviewer') throw notFound();
  const { report, assignment } = await withBureau(
    deps.db,
    bureauId,
    async (trx) => {
      const report = await findReport(trx, input.reportId);
      const submission = report && (await findSubmission(trx, report.submissionId));
      const assignment = submission && (await findAssignment(trx, submission.assignmentId));
      if (!report || !assignment) throw notFound();
      const ownAssignment = assignment.department.id === member.departmentId;
      const granted = member.role === 'reviewer' && (await findReviewerGrant(trx, member.userId, assignment.round.fiscalYear)) !== undefined;
      if ((member.departmentId !== undefined && !ownAssignment) || (member.role === 'reviewer' && !granted)) throw notFound();
      if (!can(member.role, 'report.view', { state: assignment.state, ownAssignment, granted })) throw forbidden();
      return { report, assignment };
    },
    { userId: member.userId },
  );
  if (report.state !== 'done' || report.storageKey === null || report.sha256 === null) throw notFound();
  const bytes = await buffer(await deps.storage.get(report.storageKey));
  if (createHash('sha256').update(bytes).digest('hex') !== report.sha256) throw new Error(`the stored file of report ${report.id} is not the one that was written`);
  return {
    bytes,
    contentType: 'application/pdf',
    fileName: `${assignment.department.name}${assignment.round.fiscalYear}年度部门整体支出绩效自评报告.pdf`.replace(UNFIT, ' '),
    sha256: report.sha256,
  };
}
