import type { Queue } from 'bullmq';
import { JOBS, type JobName } from './jobs/catalog';
import { QUEUE_NAMES } from './jobs/queue-names';
import type { JobQueues } from './outbox/queue-port';
import type { QueueBackend } from './queue-backend';

export interface OpenJobQueues extends JobQueues {
  close(): Promise<void>;
}

/** Keys of several installations may share one Redis with others' data. */
export const QUEUE_PREFIX = 'hengji';
const KEEP_FAILED_SECONDS = 30 * 86_400;

/** The producing side of the queues. */
export function openJobQueues(backend: QueueBackend, onError: (error: Error) => void): OpenJobQueues {
  const queues = new Map<JobName, Queue<unknown>>();
  for (const name of QUEUE_NAMES) {
    const queue = new backend.Queue(name, {
      connection: backend.connection,
      prefix: QUEUE_PREFIX,
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: {
        attempts: JOBS[name].attempts,
        backoff: { type: 'exponential', delay: JOBS[name].backoffMs, jitter: 0.3 },
        removeOnComplete: true,
        removeOnFail: { age: KEEP_FAILED_SECONDS },
      },
    }) as unknown as Queue<unknown>;
    queue.on('error', onError);
    queues.set(name, queue);
  }
  const queueOf = (name: JobName): Queue<unknown> => queues.get(name)!;

  return {
    async add(jobs) {
      for (const name of QUEUE_NAMES) {
        const own = jobs.filter((job) => job.name === name);
        if (own.length > 0) await queueOf(name).addBulk(own.map((job) => ({ name, data: job.payload, opts: { jobId: job.id } })));
      }
    },
    async room(name) {
      const counts = await queueOf(name).getJobCounts('wait', 'prioritized', 'active');
      const held = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return Math.max(0, JOBS[name].window - held);
    },
    async find(name, id) {
      const state = await queueOf(name).getJobState(id);
      if (state === 'failed') return 'failed';
      return state === 'unknown' || state === 'completed' ? 'absent' : 'held';
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}
