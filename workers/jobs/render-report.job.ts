import { z } from 'zod';
import { defineJob } from './job-contract';

/** Renders one ordered report. How often it may fail is decided by the report's own row, so that losing the queue forgets nothing. */
export const renderReportJob = defineJob({
  name: 'render-report',
  payload: z.strictObject({ bureauId: z.uuid(), reportId: z.uuid() }),
  attempts: 60,
  backoffMs: 1_000,
  window: 48,
});
