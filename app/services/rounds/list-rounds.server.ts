import type { Member } from '~/app/auth/member';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { listRoundProgress, listRounds as readRounds, type RoundProgress, type RoundRecord } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';

export interface RoundRow extends RoundRecord {
  readonly progress: RoundProgress;
}

const NO_PROGRESS: RoundProgress = { total: 0, notStarted: 0, filling: 0, inApproval: 0, submitted: 0, accepted: 0, returned: 0, overdue: 0 };

/** Every round of the bureau with where its departments stand, newest fiscal year first. */
export async function listRounds(deps: Deps, member: Member): Promise<{ now: string; rounds: readonly RoundRow[] }> {
  const now = await getDatabaseTime(deps.db);
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const progress = await listRoundProgress(trx);
    return { now, rounds: (await readRounds(trx)).map((round) => ({ ...round, progress: progress.get(round.id) ?? NO_PROGRESS })) };
  });
}
