import type { z } from 'zod';
import type { JobContract } from './job-contract';
import type { QueueName } from './queue-names';
import { rankRoundJob } from './rank-round.job';
import { renderReportJob } from './render-report.job';
import { scoreSubmissionJob } from './score-submission.job';

/** Every job there is. A queue without a job, or a job under another name, does not compile. */
export const JOBS = {
  'score-submission': scoreSubmissionJob,
  'rank-round': rankRoundJob,
  'render-report': renderReportJob,
} as const satisfies { readonly [Name in QueueName]: Pick<JobContract<Name, { bureauId: string }>, 'name'> };

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.output<(typeof JOBS)[Name]['payload']>;

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}
