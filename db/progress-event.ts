import { z } from 'zod';

/** PostgreSQL channel of progress. Payloads are ids: whoever is told reads the state through its own bureau's transaction. */
export const PROGRESS_CHANNEL = 'hengji_progress';

export const progressEventSchema = z.strictObject({
  bureauId: z.uuid(),
  kind: z.enum(['assignment', 'round', 'report', 'ranking']),
  id: z.uuid(),
});
export type ProgressEvent = z.infer<typeof progressEventSchema>;
