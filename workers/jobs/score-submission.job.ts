import { z } from 'zod';
import { defineJob } from './job-contract';

/** Scores one submission, checks it, and orders its report. */
export const scoreSubmissionJob = defineJob({
  name: 'score-submission',
  payload: z.strictObject({ bureauId: z.uuid(), submissionId: z.uuid() }),
  attempts: 5,
  backoffMs: 500,
  window: 500,
});
