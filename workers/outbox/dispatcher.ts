import type { Kysely } from 'kysely';
import type { Logger } from '~/app/config/logger.server';
import type { Database } from '~/db/connection.server';
import { withDispatcher } from '~/db/dispatcher.server';
import { claimOutboxTurns, listWaitingJobNames, markJobsDispatched } from '~/db/queries/outbox-jobs.server';
import { isJobName, type JobName } from '~/workers/jobs/catalog';
import type { JobQueues } from './queue-port';

export interface DispatcherParts {
  /** Connected as app_dispatcher. */
  readonly db: Kysely<Database>;
  readonly queues: Pick<JobQueues, 'add' | 'room'>;
  readonly log: Logger;
  /** How long it sleeps when nothing wakes it. */
  readonly pollMs?: number;
}

export interface Dispatcher {
  /** Something was written to the outbox. */
  wake(): void;
  stop(): Promise<void>;
}

const BATCH = 500;
/** While the queue is full the rest is offered again this often. */
const FULL_POLL_MS = 200;
const AFTER_FAILURE_MS = 1_000;
/** Shorter than the idle limit of a transaction: the claimed rows must not be lost to another dispatcher while the queue hesitates. */
const ADD_TIMEOUT_MS = 10_000;

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), ADD_TIMEOUT_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Hands one batch of one kind to the queue. The rows stay locked meanwhile, the one place where a transaction waits for something outside
 * the database: a dispatcher that dies in between leaves them waiting, and the next one hands the same jobs over under the same ids.
 */
async function dispatchBatch({ db, queues }: DispatcherParts, job: JobName, limit: number): Promise<number> {
  return withDispatcher(db, async (trx) => {
    const claimed = await claimOutboxTurns(trx, job, limit);
    if (claimed.length === 0) return 0;
    await inTime(queues.add(claimed.map(({ id, payload }) => ({ id, name: job, payload }))));
    await markJobsDispatched(trx, claimed);
    return claimed.length;
  });
}

/** Hands over what there is room for. `full`: jobs are left that the queue has no room for yet. */
export async function dispatchWaiting(parts: DispatcherParts): Promise<{ readonly dispatched: number; readonly full: boolean }> {
  let dispatched = 0;
  let full = false;
  for (const job of await withDispatcher(parts.db, listWaitingJobNames)) {
    // Written by a newer version: left to its workers.
    if (!isJobName(job)) continue;
    for (;;) {
      const limit = Math.min(BATCH, await parts.queues.room(job));
      if (limit === 0) full = true;
      const count = limit === 0 ? 0 : await dispatchBatch(parts, job, limit);
      dispatched += count;
      if (count < limit || limit === 0) break;
    }
  }
  return { dispatched, full };
}

/** Feeds the queue from the outbox until it is stopped: when it is woken, when the queue has room again, and at the latest after `pollMs`. */
export function startDispatcher(parts: DispatcherParts): Dispatcher {
  const { log, pollMs = 2_000 } = parts;
  let isStopped = false;
  let isWoken = false;
  let interrupt: () => void = () => undefined;

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!isStopped) {
      isWoken = false;
      try {
        const { full } = await dispatchWaiting(parts);
        if (isWoken || isStopped) continue;
        await sleep(full ? FULL_POLL_MS : pollMs);
      } catch (error) {
        log.warn({ err: error }, 'outbox not dispatched');
        if (!isStopped) await sleep(AFTER_FAILURE_MS);
      }
    }
  };
  const running = run();

  return {
    wake() {
      isWoken = true;
      interrupt();
    },
    async stop() {
      isStopped = true;
      interrupt();
      await running;
    },
  };
}
