import type { JobName } from '~/workers/jobs/catalog';

/** A job as the outbox holds it: the id of its row is the id of the job, so handing it over twice adds it once. */
export interface OutboxJob {
  readonly id: string;
  readonly name: JobName;
  readonly payload: unknown;
}

/** The producing side of the queues, as the outbox needs it. */
export interface JobQueues {
  add(jobs: readonly OutboxJob[]): Promise<void>;
  /** How many more jobs of a kind may be handed over now (`window` of its contract). */
  room(name: JobName): Promise<number>;
  /** `held`: it will run or is running. `failed`: it ended after its last attempt. `absent`: done, or lost with the queue. */
  find(name: JobName, id: string): Promise<'held' | 'failed' | 'absent'>;
}
