import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { findBureau } from '~/db/queries/bureaus.server';
import { findLatestRanking, type RankingRecord } from '~/db/queries/rankings.server';
import { findRound, type RoundRecord } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden, notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { rowId } from '../row-id';

export interface RankingPage {
  readonly round: RoundRecord;
  readonly ranking: RankingRecord | null;
  readonly isDemo: boolean;
}

/** The newest ranking of a round, null while there is none. */
export async function getRanking(deps: Deps, member: Member, roundId: string): Promise<RankingPage> {
  if (!can(member.role, 'ranking.view')) throw forbidden();
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const round = await findRound(trx, rowId(roundId));
    if (!round) throw notFound();
    const bureau = await findBureau(trx);
    return { round, ranking: (await findLatestRanking(trx, roundId)) ?? null, isDemo: bureau?.isDemo === true };
  });
}
