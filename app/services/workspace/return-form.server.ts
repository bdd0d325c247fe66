import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { type returnToFiller, TRANSITION_REFUSALS } from '~/app/domain/round/transitions';
import { updateAssignment } from '~/db/queries/assignments.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import type { MoveResult } from './move-result';
import { findOwnAssignment } from './read-form.server';

/** One of the two ways a form is handed back: who may, from which state, and what is written down. */
export interface WayBack {
  readonly action: 'submission.return' | 'assignment.return_to_filler';
  readonly scope: Parameters<typeof can>[2];
  readonly verdictOf: typeof returnToFiller;
}

export interface ReturnInput {
  readonly assignmentId: string;
  readonly reason: string;
}

/** 退回 with a reason both sides see: the form opens again and carries the flag 已退回. */
export async function returnForm(deps: Deps, member: Member, input: ReturnInput, way: WayBack): Promise<MoveResult> {
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const assignment = await findOwnAssignment(trx, member, input.assignmentId, { lock: true });
    if (!can(member.role, way.action, way.scope)) throw forbidden();
    const verdict = way.verdictOf({ state: assignment.state, roundState: assignment.round.state }, { reason: input.reason });
    if (!verdict.ok) return { ok: false, reasons: [TRANSITION_REFUSALS[verdict.reason]] };
    const reason = input.reason.trim();
    await updateAssignment(trx, assignment.id, { state: verdict.state, sentBy: null, returned: { by: member.userId, reason } });
    await insertAuditEvent(trx, {
      id: deps.ids(),
      actorUserId: member.userId,
      action: way.action,
      subjectKind: 'assignment',
      subjectId: assignment.id,
      detail: { reason },
    });
    await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
    return { ok: true };
  });
}
