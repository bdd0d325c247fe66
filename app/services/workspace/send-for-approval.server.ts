import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { sendForApproval as verdictOf, TRANSITION_REFUSALS } from '~/app/domain/round/transitions';
import { prefillSelfScores } from '~/app/domain/scoring/self-score';
import { updateAssignment } from '~/db/queries/assignments.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { saveCells } from '~/db/queries/cells.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import { blockingMessages, checkForm } from './check-form.server';
import { findOwnAssignment, readForm, snapshotOf } from './read-form.server';
import type { MoveResult } from './move-result';

/** 送审: filler to approver. Writes the system's score into every empty 自评得分 first: what is sent is complete. */
export async function sendForApproval(deps: Deps, member: Member, input: { readonly assignmentId: string }): Promise<MoveResult> {
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const assignment = await findOwnAssignment(trx, member, input.assignmentId, { lock: true });
    if (!can(member.role, 'assignment.send_for_approval', { state: 'filling', ownAssignment: true })) throw forbidden();
    const form = await readForm(trx, assignment);
    const { sheet, checks } = checkForm(snapshotOf(form));
    const verdict = verdictOf({ state: assignment.state, roundState: assignment.round.state }, { checksBlock: checks.blocksSubmission });
    if (!verdict.ok) {
      return { ok: false, reasons: [TRANSITION_REFUSALS[verdict.reason], ...(verdict.reason === 'checks_block' ? blockingMessages(checks) : [])] };
    }
    const prefilled = Object.entries(prefillSelfScores(sheet, snapshotOf(form).cells));
    await saveCells(
      trx,
      assignment.id,
      prefilled.map(([address, typedText]) => ({ address, typedText, baseVersion: form.cells.get(address)?.version ?? 0 })),
      member.userId,
    );
    await updateAssignment(trx, assignment.id, { state: verdict.state, sentBy: member.userId });
    await insertAuditEvent(trx, {
      id: deps.ids(),
      actorUserId: member.userId,
      action: 'assignment.send_for_approval',
      subjectKind: 'assignment',
      subjectId: assignment.id,
      detail: { score: sheet.total.score },
    });
    await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
    return { ok: true };
  });
}
