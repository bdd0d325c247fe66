import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { findRound } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import type { JobPayload } from '~/workers/jobs/catalog';
import type { Deps } from '../deps.server';

/** Action of the audit event that a round could not be ranked; its detail holds `cause` (Chinese). */
export const RANKING_FAILED = 'ranking.failed';

/** Makes it visible in the bureau that a round could not be ranked, and why. */
export async function recordRankingFailure(deps: Deps, { bureauId, roundId, requestedBy }: JobPayload<'rank-round'>, cause: string): Promise<void> {
  await withBureau(deps.db, bureauId, async (trx) => {
    if (!(await findRound(trx, roundId))) return;
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: requestedBy, action: RANKING_FAILED, subjectKind: 'round', subjectId: roundId, detail: { cause } });
    await notifyProgress(trx, { kind: 'round', id: roundId });
  });
}
