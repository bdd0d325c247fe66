import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '~/app/services/deps.server';
import { enqueue } from '~/app/services/outbox/enqueue.server';
import { SELF_EVALUATION_REPORT } from '~/app/services/reports/report-document';
import { listBoard } from '~/db/queries/board.server';
import { findLatestRanking } from '~/db/queries/rankings.server';
import { countReportsOfRound } from '~/db/queries/report-work.server';
import { withBureau } from '~/db/tenant.server';

const POLL_MS = 200;

interface Stage {
  readonly reported: number;
  readonly scored: number;
  readonly isRanked: boolean;
  readonly printed: number;
  readonly open: number;
}

/** Waits until the workers have scored every submission, ranked the round and finished every report, done or failed. */
export async function waitForResults(deps: Deps, round: { bureauId: string; roundId: string }, show: (message: string) => void): Promise<void> {
  let shown = '';
  let isRankingAsked = false;
  for (;;) {
    const stage = await readStage(deps, round);
    if (stage.reported === 0) return;
    const message = `评分 ${stage.scored}/${stage.reported}，${stage.isRanked ? '已排名' : '待排名'}，报告 ${stage.printed}/${stage.reported}`;
    if (message !== shown) show((shown = message));
    const isScored = stage.scored === stage.reported;
    if (isScored && stage.isRanked && stage.open === 0 && stage.printed >= stage.reported) return;
    if (isScored && !stage.isRanked && !isRankingAsked) {
      // A round that not every department has reported to is ranked on demand.
      await withBureau(deps.db, round.bureauId, (trx) => enqueue(trx, 'rank-round', { ...round, requestedBy: null }));
      isRankingAsked = true;
    }
    await pause(POLL_MS);
  }
}

async function readStage(deps: Deps, { bureauId, roundId }: { bureauId: string; roundId: string }): Promise<Stage> {
  return withBureau(deps.db, bureauId, async (trx) => {
    const submissions = (await listBoard(trx, roundId)).flatMap((row) => (row.submission ? [row.submission] : []));
    const reports = await countReportsOfRound(trx, roundId, SELF_EVALUATION_REPORT);
    return {
      reported: submissions.length,
      scored: submissions.filter((submission) => submission.score !== null).length,
      isRanked: (await findLatestRanking(trx, roundId)) !== undefined,
      printed: reports.done + reports.failed + reports.cancelled,
      open: reports.queued + reports.rendering,
    };
  });
}
