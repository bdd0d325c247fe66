import pino from 'pino';
import { v7 as uuid } from 'uuid';
import { createLocalDiskStorage } from '~/app/services/storage/local-disk.server';
import { HANDLERS } from '../handlers/handlers';
import type { WorkerSettings } from '../start-workers';

/** Settings of workers in this process that never look for lost work by themselves; a test changes what it is about. */
export function quietWorkers(
  given: Pick<WorkerSettings, 'databaseUrl' | 'dispatcherUrl' | 'redisUrl' | 'pdf'> & { readonly folder: string },
  changes: Partial<WorkerSettings> = {},
): WorkerSettings {
  return {
    databaseUrl: given.databaseUrl,
    dispatcherUrl: given.dispatcherUrl,
    redisUrl: given.redisUrl,
    production: true,
    storage: createLocalDiskStorage(given.folder),
    ids: () => uuid(),
    settings: { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 },
    pdf: given.pdf,
    handlers: HANDLERS,
    log: pino({ level: 'silent' }),
    reconcileEveryMs: 3_600_000,
    graceSeconds: 3_600,
    ...changes,
  };
}
