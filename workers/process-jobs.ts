import { DelayedError, type Job, UnrecoverableError, WaitingError, type Worker } from 'bullmq';
import { type JobContext, type JobHandler, RunLater } from './handlers/job-handler';
import { JOBS, type JobName } from './jobs/catalog';
import { QUEUE_NAMES } from './jobs/queue-names';
import type { QueueBackend } from './queue-backend';
import { QUEUE_PREFIX } from './queues';

export type JobHandlers = { readonly [Name in JobName]: JobHandler<Name> };

export interface JobProcessing {
  /**
   * Takes no new job; lets running ones finish within `finishWithinMs`, then hands the rest back to the queue. Resolves within a few seconds
   * after that in any case.
   */
  stop(options: { readonly finishWithinMs: number }): Promise<void>;
}

export interface ProcessingOptions {
  readonly concurrency: { readonly [Name in JobName]: number };
  /** How long a job stays with a worker that no longer answers. Short, so that the work of a killed process is taken over within seconds. */
  readonly lockDurationMs?: number;
  readonly stalledIntervalMs?: number;
}

/**
 * A killed worker does not fail the jobs it held, however often that happens to one of them; only a job that takes its process down every
 * time is given up after so many starts.
 */
const MAX_STARTS = 100;
const HAND_BACK_MS = 4_000;

/** Words of our own errors reach people; anything else is a bug, named by the id under which the log holds it. */
function causeOf(error: unknown, jobId: string): string {
  const message = error instanceof Error ? error.message : '';
  return /[一-鿿]/.test(message) ? message : `程序出错（编号 ${jobId}），请联系系统管理员。`;
}

/** What the queue keeps of a failure: the cause, without stack or data. */
function failure(error: unknown, jobId: string): Error {
  const Kind = error instanceof UnrecoverableError ? UnrecoverableError : Error;
  return Object.assign(new Kind(causeOf(error, jobId)), { stack: '' });
}

function openWorker<Name extends JobName>(name: Name, handler: JobHandler<Name>, backend: QueueBackend, context: JobContext, options: ProcessingOptions, pending: Set<Promise<void>>): Worker<unknown> {
  const contract = JOBS[name];
  const read = (data: unknown) => contract.payload.safeParse(data) as { success: true; data: Parameters<typeof handler.run>[0] } | { success: false };
  const process = async (job: Job<unknown>, token?: string): Promise<void> => {
    const log = context.log.child({ job: name, jobId: job.id, attempt: job.attemptsMade + 1 });
    const payload = read(job.data);
    if (!payload.success) throw failure(new UnrecoverableError('任务内容不合规格，可能由其他版本的程序写入。'), job.id ?? '');
    try {
      await handler.run(payload.data, { ...context, log });
    } catch (error) {
      if (error instanceof RunLater) {
        await job.moveToDelayed(Date.now() + error.delayMs, token);
        throw new DelayedError();
      }
      if (context.signal.aborted) {
        await job.moveToWait(token);
        log.info('handed back');
        throw new WaitingError();
      }
      log.error({ err: error }, 'job failed');
      throw failure(error, job.id ?? '');
    }
  };
  const worker = new backend.Worker<unknown>(name, process, {
    connection: backend.connection,
    prefix: QUEUE_PREFIX,
    concurrency: options.concurrency[name],
    lockDuration: options.lockDurationMs ?? 5_000,
    stalledInterval: options.stalledIntervalMs ?? 2_000,
    maxStalledCount: MAX_STARTS,
    maxStartedAttempts: MAX_STARTS,
    runRetryDelay: 2_000,
  }) as unknown as Worker<unknown>;
  worker.on('failed', (job, error) => {
    const isFinal = job?.finishedOn !== undefined;
    const payload = isFinal ? read(job.data) : null;
    if (!job || payload?.success !== true) return;
    context.log.error({ job: name, jobId: job.id, cause: error.message }, 'job given up');
    const told = handler.giveUp(payload.data, causeOf(error, job.id ?? ''), context).catch((problem: unknown) => context.log.error({ err: problem, jobId: job.id }, 'failure not recorded'));
    pending.add(told);
    void told.finally(() => pending.delete(told));
  });
  worker.on('stalled', (jobId) => context.log.warn({ job: name, jobId }, 'taken over from a worker that stopped answering'));
  worker.on('error', (error) => context.log.warn({ err: error, job: name }, 'queue worker'));
  return worker;
}

/** Starts one worker per kind of job in this process. */
export function processJobs(backend: QueueBackend, handlers: JobHandlers, context: Omit<JobContext, 'signal'>, options: ProcessingOptions): JobProcessing {
  const handBack = new AbortController();
  const pending = new Set<Promise<void>>();
  const full: JobContext = { ...context, signal: handBack.signal };
  const open = <Name extends JobName>(name: Name): Worker<unknown> => openWorker(name, handlers[name], backend, full, options, pending);
  const workers = QUEUE_NAMES.map((name) => open(name));

  return {
    async stop({ finishWithinMs }) {
      const timers = [setTimeout(() => handBack.abort(), finishWithinMs)];
      const closed = Promise.all(workers.map((worker) => worker.close())).then(() => Promise.all(pending));
      const late = new Promise<void>((resolve) => {
        timers.push(setTimeout(resolve, finishWithinMs + HAND_BACK_MS));
      });
      await Promise.race([closed, late]);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
