import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { type Snapshot, snapshotSchema } from '~/app/domain/form/snapshot';
import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import type { LiveScoreSheet } from '~/app/domain/scoring/score-sheet';
import { listReportsOfSubmission, type ReportState } from '~/db/queries/reports.server';
import { findLatestSubmission } from '~/db/queries/submissions.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import { rowId } from '../row-id';
import { readScores } from '../scoring/read-scores.server';
import { findOwnAssignment, readForm, snapshotOf } from '../workspace/read-form.server';
import { SELF_EVALUATION_REPORT } from './report-document';

/** What a report is printed from, as it stands now. */
export interface ReportPreview {
  readonly snapshot: Snapshot;
  readonly sheet: LiveScoreSheet;
  /** Null for a draft. */
  readonly submittedAt: string | null;
  readonly submissionNumber: number | null;
  /** The form can still change: 草稿 is laid over every page. */
  readonly isDraft: boolean;
  /** The official document of what was reported; null while there is none. */
  readonly official: { readonly id: string; readonly state: ReportState; readonly pages: number | null } | null;
}

/** While the department works on the form, the live cells as a draft; once it is reported, the frozen submission. */
export async function previewReport(deps: Deps, member: Member, assignmentId: string): Promise<ReportPreview> {
  const id = rowId(assignmentId);
  return withBureau(
    deps.db,
    member.bureauId,
    async (trx) => {
      const assignment = await findOwnAssignment(trx, member, id);
      const ownAssignment = assignment.department.id === member.departmentId;
      if (!can(member.role, 'report.view', { state: assignment.state, ownAssignment })) throw forbidden();
      const isReported = assignment.state === 'submitted' || assignment.state === 'accepted';
      const submission = isReported ? await findLatestSubmission(trx, id) : undefined;
      if (!submission) {
        const snapshot = snapshotOf(await readForm(trx, assignment));
        return { snapshot, sheet: scored(snapshot), submittedAt: null, submissionNumber: null, isDraft: true, official: null };
      }
      const snapshot = snapshotSchema.parse(submission.snapshot);
      const scores = await readScores(trx, submission.id, snapshot);
      const reports = await listReportsOfSubmission(trx, submission.id);
      const official = reports.find(({ kind, format, templateVersion }) => kind === SELF_EVALUATION_REPORT.kind && format === SELF_EVALUATION_REPORT.format && templateVersion === SELF_EVALUATION_REPORT.templateVersion);
      return {
        snapshot,
        sheet: scores?.sheet ?? scored(snapshot),
        submittedAt: submission.submittedAt,
        submissionNumber: submission.number,
        isDraft: false,
        official: official ? { id: official.id, state: official.state, pages: official.pages } : null,
      };
    },
    { userId: member.userId },
  );
}

function scored(snapshot: Snapshot): LiveScoreSheet {
  return createLiveScorer(snapshot).score(snapshot.cells);
}
