import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { returnSubmission as verdictOf, TRANSITION_REFUSALS } from '~/app/domain/round/transitions';
import { updateAssignment } from '~/db/queries/assignments.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import type { MoveResult } from '../workspace/move-result';
import { findOwnAssignment } from '../workspace/read-form.server';

/** 退回 by the bureau, with a reason: the form opens again and carries the flag 已退回 until it is reported anew. */
export async function returnSubmission(deps: Deps, member: Member, input: { readonly assignmentId: string; readonly reason: string }): Promise<MoveResult> {
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const assignment = await findOwnAssignment(trx, member, input.assignmentId, { lock: true });
    if (!can(member.role, 'submission.return', { state: 'submitted' })) throw forbidden();
    const verdict = verdictOf({ state: assignment.state, roundState: assignment.round.state }, { reason: input.reason });
    if (!verdict.ok) return { ok: false, reasons: [TRANSITION_REFUSALS[verdict.reason]] };
    const reason = input.reason.trim();
    await updateAssignment(trx, assignment.id, { state: verdict.state, sentBy: null, returned: { by: member.userId, reason } });
    await insertAuditEvent(trx, {
      id: deps.ids(),
      actorUserId: member.userId,
      action: 'submission.return',
      subjectKind: 'assignment',
      subjectId: assignment.id,
      detail: { reason },
    });
    await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
    return { ok: true };
  });
}
