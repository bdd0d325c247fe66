import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import type { RankingBasis } from '~/app/domain/ranking/types';
import { type BoardRow, listBoard } from '~/db/queries/board.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { findIndicatorSystemVersion, type IndicatorSystemVersionSummary } from '~/db/queries/indicator-systems.server';
import { listRankings } from '~/db/queries/rankings.server';
import { findRound, type RoundRecord } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden, notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { rowId } from '../row-id';

export interface RoundBoard {
  readonly now: string;
  readonly round: RoundRecord;
  readonly system: Pick<IndicatorSystemVersionSummary, 'system' | 'version'>;
  readonly rows: readonly BoardRow[];
  readonly ranking: { readonly number: number; readonly basis: RankingBasis; readonly computedAt: string } | null;
}

/** 任务看板: one row per department of a round, and whether it has been ranked. */
export async function getRoundBoard(deps: Deps, member: Member, roundId: string): Promise<RoundBoard> {
  if (!can(member.role, 'round.view')) throw forbidden();
  const now = await getDatabaseTime(deps.db);
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const round = await findRound(trx, rowId(roundId));
    const system = round && (await findIndicatorSystemVersion(trx, round.indicatorSystemVersionId));
    if (!round || !system) throw notFound();
    const [ranking] = await listRankings(trx, roundId);
    return {
      now,
      round,
      system: { system: system.system, version: system.version },
      rows: await listBoard(trx, roundId),
      ranking: ranking ? { number: ranking.number, basis: ranking.basis, computedAt: ranking.computedAt } : null,
    };
  });
}
