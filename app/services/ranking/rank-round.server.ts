import { canonicalJson } from '~/app/domain/form/canonical-json';
import { rankDepartments } from '~/app/domain/ranking/rank-departments';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { findLatestRanking, insertRanking } from '~/db/queries/rankings.server';
import { lockRound } from '~/db/queries/rounds.server';
import { listRoundsToRank } from '~/db/queries/unfinished-work.server';
import { withBureau } from '~/db/tenant.server';
import type { JobPayload } from '~/workers/jobs/catalog';
import type { Deps } from '../deps.server';
import { readRoundScores } from './round-scores.server';

export type RankOutcome =
  /** `isNew` is false when the newest ranking already says the same. */
  | { readonly ok: true; readonly rankingId: string; readonly number: number; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: 'no_such_round' | 'round_closed' | 'nothing_to_rank' }
  | { readonly ok: false; readonly reason: 'still_scoring'; readonly unscored: number };

/**
 * Ranks a round by the system score and stores the ranking as a snapshot: candidates, order and entries come from one transaction. A ranking
 * that would only repeat the newest one is not stored again, so running twice leaves one; after new scores it is stored in any case.
 */
export async function rankRound(deps: Deps, { bureauId, roundId, requestedBy }: JobPayload<'rank-round'>): Promise<RankOutcome> {
  return withBureau(deps.db, bureauId, async (trx) => {
    const round = await lockRound(trx, roundId);
    if (!round) return { ok: false, reason: 'no_such_round' };
    const latest = await findLatestRanking(trx, roundId);
    // A finalised round keeps the ranking it was finalised with; one that has none (loaded from a file) gets its first.
    if (round.state !== 'open' && latest) return { ok: false, reason: 'round_closed' };
    const { candidates, unscored } = await readRoundScores(trx, roundId);
    if (candidates.length === 0) return { ok: false, reason: 'nothing_to_rank' };
    if (unscored > 0) return { ok: false, reason: 'still_scoring', unscored };
    const result = rankDepartments(candidates, { basis: 'system_score' });
    const isOwed = (await listRoundsToRank(trx, 0)).includes(roundId);
    if (!isOwed && latest && latest.basis === result.basis && canonicalJson(latest.entries) === canonicalJson(result.entries)) {
      return { ok: true, rankingId: latest.id, number: latest.number, isNew: false };
    }
    const rankingId = deps.ids();
    const number = await insertRanking(trx, { id: rankingId, roundId, computedBy: requestedBy, result });
    await notifyProgress(trx, { kind: 'round', id: roundId });
    return { ok: true, rankingId, number, isNew: true };
  });
}
