import type { z } from 'zod';
import type { QueueName } from './queue-names';

/** What a job is, apart from its work. The payload holds ids, never documents, and always the bureau the work belongs to. */
export interface JobContract<Name extends QueueName, Payload extends { readonly bureauId: string }> {
  readonly name: Name;
  readonly payload: z.ZodType<Payload>;
  /** Runs that may end with an error. A run cut off by the death of its process is handed out again and does not count. */
  readonly attempts: number;
  /** Pause before the second run; it doubles with every further one. */
  readonly backoffMs: number;
  /**
   * Jobs of this kind that lie in the queue at once. What exceeds it waits in the outbox, where every bureau gets its turn; so a bureau with
   * one job waits for `window` others at most.
   */
  readonly window: number;
}

export function defineJob<Name extends QueueName, Payload extends { readonly bureauId: string }>(contract: JobContract<Name, Payload>): JobContract<Name, Payload> {
  return contract;
}
