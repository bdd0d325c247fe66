import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { acceptSubmission as verdictOf, TRANSITION_REFUSALS } from '~/app/domain/round/transitions';
import { updateAssignment } from '~/db/queries/assignments.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import type { MoveResult } from '../workspace/move-result';
import { findOwnAssignment } from '../workspace/read-form.server';

/** 通过: the bureau accepts what a department reported. */
export async function acceptSubmission(deps: Deps, member: Member, input: { readonly assignmentId: string }): Promise<MoveResult> {
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const assignment = await findOwnAssignment(trx, member, input.assignmentId, { lock: true });
    if (!can(member.role, 'submission.accept', { state: 'submitted' })) throw forbidden();
    const verdict = verdictOf({ state: assignment.state, roundState: assignment.round.state });
    if (!verdict.ok) return { ok: false, reasons: [TRANSITION_REFUSALS[verdict.reason]] };
    await updateAssignment(trx, assignment.id, { state: verdict.state });
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'submission.accept', subjectKind: 'assignment', subjectId: assignment.id });
    await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
    return { ok: true };
  });
}
