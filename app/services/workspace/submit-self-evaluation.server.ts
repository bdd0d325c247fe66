import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { canonicalJson, hashOf } from '~/app/domain/form/canonical-json';
import { submit as verdictOf, TRANSITION_REFUSALS } from '~/app/domain/round/transitions';
import { updateAssignment } from '~/db/queries/assignments.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { findLatestSubmission, insertSubmission } from '~/db/queries/submissions.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import { enqueue } from '../outbox/enqueue.server';
import { blockingMessages, checkForm } from './check-form.server';
import type { MoveResult } from './move-result';
import { findOwnAssignment, readForm, snapshotOf } from './read-form.server';

export interface SubmitInput {
  readonly assignmentId: string;
  /** When the department reported, for a finished round that is loaded from a file; otherwise the database clock decides. */
  readonly submittedAt?: string;
}

/** 报送: freezes the form as a submission and orders its scoring, in one transaction. The database clock decides whether it is late. */
export async function submitSelfEvaluation(deps: Deps, member: Member, input: SubmitInput): Promise<MoveResult> {
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const assignment = await findOwnAssignment(trx, member, input.assignmentId, { lock: true });
    if (!can(member.role, 'assignment.submit', { state: 'in_approval', ownAssignment: true })) throw forbidden();
    const snapshot = snapshotOf(await readForm(trx, assignment));
    const snapshotHash = hashOf(canonicalJson(snapshot));
    const { checks } = checkForm(snapshot);
    const previous = await findLatestSubmission(trx, assignment.id);
    const verdict = verdictOf(
      { state: assignment.state, roundState: assignment.round.state },
      {
        checksBlock: checks.blocksSubmission,
        snapshotHash,
        previousSnapshotHash: previous?.snapshotHash ?? null,
        submissionDeadline: new Date(assignment.deadline),
        now: new Date(input.submittedAt ?? (await getDatabaseTime(trx))),
      },
    );
    if (!verdict.ok) {
      return { ok: false, reasons: [TRANSITION_REFUSALS[verdict.reason], ...(verdict.reason === 'checks_block' ? blockingMessages(checks) : [])] };
    }
    const submission = await insertSubmission(trx, {
      id: deps.ids(),
      assignmentId: assignment.id,
      snapshot,
      snapshotHash,
      submittedBy: member.userId,
      late: verdict.late,
      ...(input.submittedAt === undefined ? {} : { submittedAt: input.submittedAt }),
    });
    await updateAssignment(trx, assignment.id, { state: verdict.state, returned: null });
    await enqueue(trx, 'score-submission', { bureauId: member.bureauId, submissionId: submission.id });
    await insertAuditEvent(trx, {
      id: deps.ids(),
      actorUserId: member.userId,
      action: 'assignment.submit',
      subjectKind: 'assignment',
      subjectId: assignment.id,
      detail: { submissionId: submission.id, number: submission.number, snapshotHash, late: verdict.late },
    });
    await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
    return { ok: true };
  });
}
