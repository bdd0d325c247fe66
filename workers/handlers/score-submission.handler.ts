import { recordScoringFailure } from '~/app/services/scoring/record-scoring-failure.server';
import { scoreSubmission } from '~/app/services/scoring/score-submission.server';
import type { JobHandler } from './job-handler';

export const scoreSubmissionHandler: JobHandler<'score-submission'> = {
  async run(payload, { deps, log }) {
    const outcome = await scoreSubmission(deps, payload);
    log.info({ ...payload, outcome }, 'submission scored');
  },
  giveUp: (payload, cause, { deps }) => recordScoringFailure(deps, payload, cause),
};
