import { z } from 'zod';
import { defineJob } from './job-contract';

/** Ranks a round by the system score. `requestedBy` is the person who asked for it, null when the last score came in. */
export const rankRoundJob = defineJob({
  name: 'rank-round',
  payload: z.strictObject({ bureauId: z.uuid(), roundId: z.uuid(), requestedBy: z.uuid().nullable() }),
  // A ranking asked for while scores are still being computed waits for them this way.
  attempts: 8,
  backoffMs: 500,
  window: 200,
});
