import { lockOf } from '~/app/domain/round/lock-of';
import type { AssignmentRecord } from '~/db/queries/assignments.server';
import { findRound } from '~/db/queries/rounds.server';
import { listUserNames } from '~/db/queries/user-names.server';
import type { TenantTransaction } from '~/db/tenant.server';

/** Why the form of an assignment is locked now: who, why and until when in one sentence; null while it is open. */
export async function lockSentence(trx: TenantTransaction, assignment: AssignmentRecord, bureauName: string): Promise<string | null> {
  const round = await findRound(trx, assignment.round.id);
  const names = await listUserNames(trx, [assignment.sentBy]);
  const lock = lockOf({
    state: assignment.state,
    roundState: assignment.round.state,
    bureauName,
    changedBy: assignment.state === 'in_approval' && assignment.sentBy !== null ? (names.get(assignment.sentBy) ?? null) : null,
    changedAt: assignment.stateChangedAt,
    finalisedAt: round?.finalisedAt ?? null,
  });
  return lock?.sentence ?? null;
}
