import type { Logger } from '~/app/config/logger.server';
import { ENGINE_VERSION } from '~/app/domain/scoring/engine-version';
import type { StoragePort } from '~/app/services/storage/storage-port';
import type { Deps } from '~/app/services/deps.server';
import { connect } from '~/db/connection.server';
import { withDispatcher } from '~/db/dispatcher.server';
import { listenForJobs } from '~/db/outbox-channel.server';
import { deleteDispatchedOutboxJobs } from '~/db/queries/outbox.server';
import type { JobContext } from './handlers/job-handler';
import { startDispatcher } from './outbox/dispatcher';
import { reconcile } from './outbox/reconciler';
import { type JobHandlers, processJobs, type ProcessingOptions } from './process-jobs';
import { openQueueBackend } from './queue-backend';
import { openJobQueues } from './queues';
import { guardRedis } from './redis-guard';
import { repeat } from './schedules';

export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly dispatcherUrl: string;
  readonly redisUrl?: string | undefined;
  /** Unsafe settings of Redis are refused. */
  readonly production: boolean;
  readonly storage: StoragePort;
  readonly ids: () => string;
  readonly settings: Deps['settings'];
  readonly pdf: JobContext['pdf'];
  readonly handlers: JobHandlers;
  readonly log: Logger;
  /** Reports printed at once by the renderer; one more is fetched and stored meanwhile. */
  readonly pages?: number;
  readonly processing?: Omit<ProcessingOptions, 'concurrency'>;
  readonly reconcileEveryMs?: number;
  /** Work asked for less than this ago is on its way and no debt yet. */
  readonly graceSeconds?: number;
}

export interface RunningWorkers {
  /** Orders lost work again now, instead of at the next turn. Returns how many jobs. */
  reconcileNow(): Promise<number>;
  /** Takes no new work, lets running work finish within the time given, hands back the rest. */
  stop(options: { readonly finishWithinMs: number }): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** Dispatched rows are kept so that the reconciler can tell a lost job from one on its way. */
const KEEP_DISPATCHED_SECONDS = 7 * 86_400;

/** Connects everything that works in the background: outbox → queue → handlers, and the reconciler beside them. */
export async function startWorkers(settings: WorkerSettings): Promise<RunningWorkers> {
  const { log, pages = 2 } = settings;
  const warn = (what: string) => (error: Error) => log.warn({ err: error }, what);
  if (settings.redisUrl !== undefined) await guardRedis(settings.redisUrl, { production: settings.production, warn: (message) => log.warn(message) });

  const backend = openQueueBackend({ databaseUrl: settings.databaseUrl, redisUrl: settings.redisUrl, onError: warn('queue connection broke') });
  const user = connect({ url: settings.databaseUrl, max: 8, applicationName: 'hengji worker', onIdleError: warn('database connection broke while idle') });
  const dispatcher = connect({ url: settings.dispatcherUrl, max: 2, applicationName: 'hengji dispatcher', onIdleError: warn('dispatcher connection broke while idle') });
  const queues = openJobQueues(backend, warn('queue'));
  const deps: Deps = { db: user.db, ids: settings.ids, storage: settings.storage, log, settings: settings.settings };

  const outbox = startDispatcher({ db: dispatcher.db, queues, log });
  const listening = await listenForJobs(settings.dispatcherUrl, () => outbox.wake());
  const processing = processJobs(
    backend,
    settings.handlers,
    { deps, pdf: settings.pdf, log },
    { ...settings.processing, concurrency: { 'score-submission': 4, 'rank-round': 1, 'render-report': pages + 1 } },
  );

  const reconcileNow = async (): Promise<number> => {
    const ordered = await reconcile({ db: user.db, dispatcherDb: dispatcher.db, queues, engineVersion: ENGINE_VERSION, graceSeconds: settings.graceSeconds ?? 20 });
    if (ordered > 0) log.warn({ ordered }, 'lost work ordered again');
    return ordered;
  };
  const schedules = [
    repeat(settings.reconcileEveryMs ?? 30_000, reconcileNow, warn('not reconciled')),
    repeat(HOUR_MS, () => withDispatcher(dispatcher.db, (trx) => deleteDispatchedOutboxJobs(trx, KEEP_DISPATCHED_SECONDS)), warn('outbox not cleared')),
  ];

  return {
    reconcileNow,
    async stop({ finishWithinMs }) {
      await Promise.all([...schedules.map((schedule) => schedule.stop()), outbox.stop()]);
      await processing.stop({ finishWithinMs });
      await Promise.allSettled([listening.close(), queues.close()]);
      await Promise.allSettled([backend.close(), user.close(), dispatcher.close()]);
    },
  };
}
