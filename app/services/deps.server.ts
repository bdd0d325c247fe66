import type { Kysely } from 'kysely';
import type { Logger } from '~/app/config/logger.server';
import type { Database } from '~/db/connection.server';
import type { StoragePort } from './storage/storage-port';

/** What every use case gets as its first argument. Built once by the entry that wires the process. */
export interface Deps {
  /** Connected as app_user: row-level security applies. */
  readonly db: Kysely<Database>;
  /** A new uuid v7. */
  readonly ids: () => string;
  readonly storage: StoragePort;
  readonly log: Logger;
  readonly settings: {
    /** Demo accounts may sign in. */
    readonly demo: boolean;
    readonly sessionIdleMinutes: number;
    readonly sessionAbsoluteMinutes: number;
    readonly publicOrigin?: string | undefined;
  };
}
