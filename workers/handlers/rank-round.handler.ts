import { rankRound } from '~/app/services/ranking/rank-round.server';
import { recordRankingFailure } from '~/app/services/ranking/record-ranking-failure.server';
import type { JobHandler } from './job-handler';

export const rankRoundHandler: JobHandler<'rank-round'> = {
  async run(payload, { deps, log }) {
    const outcome = await rankRound(deps, payload);
    log.info({ ...payload, outcome }, 'round ranked');
    if (!outcome.ok && outcome.reason === 'still_scoring') throw new Error(`仍有 ${outcome.unscored} 个部门的得分尚未算出，未能排名。`);
  },
  giveUp: (payload, cause, { deps }) => recordRankingFailure(deps, payload, cause),
};
