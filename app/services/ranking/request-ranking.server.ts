import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { findRound } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden, notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { rowId } from '../row-id';
import { enqueue } from '../outbox/enqueue.server';

export type RankingRequest = { readonly ok: true } | { readonly ok: false; readonly reason: 'round_closed' };

/** 排名 on demand: ranks what has been reported so far. The ranking appears when the workers have computed it. */
export async function requestRanking(deps: Deps, member: Pick<Member, 'bureauId' | 'userId' | 'role'>, roundId: string): Promise<RankingRequest> {
  if (!can(member.role, 'ranking.run')) throw forbidden();
  return withBureau(
    deps.db,
    member.bureauId,
    async (trx) => {
      const round = await findRound(trx, rowId(roundId));
      if (!round) throw notFound();
      if (round.state !== 'open') return { ok: false, reason: 'round_closed' };
      await enqueue(trx, 'rank-round', { bureauId: member.bureauId, roundId, requestedBy: member.userId });
      await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'ranking.run', subjectKind: 'round', subjectId: roundId });
      return { ok: true };
    },
    { userId: member.userId },
  );
}
