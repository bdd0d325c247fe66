import type { JobName } from '~/workers/jobs/catalog';
import type { JobHandler } from './job-handler';
import { rankRoundHandler } from './rank-round.handler';
import { renderReportHandler } from './render-report.handler';
import { scoreSubmissionHandler } from './score-submission.handler';

/** Every job's work. A job of the catalog without a handler does not compile. */
export const HANDLERS: { readonly [Name in JobName]: JobHandler<Name> } = {
  'score-submission': scoreSubmissionHandler,
  'rank-round': rankRoundHandler,
  'render-report': renderReportHandler,
};
