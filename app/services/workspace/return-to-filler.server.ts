import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { returnToFiller as verdictOf, TRANSITION_REFUSALS } from '~/app/domain/round/transitions';
import { updateAssignment } from '~/db/queries/assignments.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import type { MoveResult } from './move-result';
import { findOwnAssignment } from './read-form.server';

/** 退回 inside the department: approver to filler, with a reason both see. */
export async function returnToFiller(deps: Deps, member: Member, input: { readonly assignmentId: string; readonly reason: string }): Promise<MoveResult> {
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const assignment = await findOwnAssignment(trx, member, input.assignmentId, { lock: true });
    if (!can(member.role, 'assignment.return_to_filler', { state: 'in_approval', ownAssignment: true })) throw forbidden();
    const verdict = verdictOf({ state: assignment.state, roundState: assignment.round.state }, { reason: input.reason });
    if (!verdict.ok) return { ok: false, reasons: [TRANSITION_REFUSALS[verdict.reason]] };
    const reason = input.reason.trim();
    await updateAssignment(trx, assignment.id, { state: verdict.state, sentBy: null, returned: { by: member.userId, reason } });
    await insertAuditEvent(trx, {
      id: deps.ids(),
      actorUserId: member.userId,
      action: 'assignment.return_to_filler',
      subjectKind: 'assignment',
      subjectId: assignment.id,
      detail: { reason },
    });
    await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
    return { ok: true };
  });
}
