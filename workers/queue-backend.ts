import { createPostgresBackend, createRedisBackend, type BackendClasses, type IQueueBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** The queue classes over either backend, and the one connection that queues and workers of this process share. */
export interface QueueBackend extends Pick<BackendClasses<IQueueBackend, unknown>, 'Queue' | 'Worker'> {
  readonly kind: 'postgres' | 'redis';
  readonly connection: unknown;
  /** Rejects when the queue cannot serve. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface QueueBackendSettings {
  /** As app_user; where the queue lies when there is no Redis. */
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Told of connections that break; they are rebuilt without help. */
  readonly onError: (error: Error) => void;
}

/** Schema of the queue's tables; `db/migrations/queue-schema.ts` prepares them. */
const SCHEMA = 'bullmq';
/** Three workers hold one listening connection each; the rest serves their queries and those of the producers. */
const CONNECTIONS = 10;

function postgresBackend({ databaseUrl, onError }: QueueBackendSettings): QueueBackend {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    application_name: 'hengji queue',
    options: `-c search_path=${SCHEMA}`,
    statement_timeout: 15_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Every queue and worker listens for errors of the shared pool.
  pool.setMaxListeners(30);
  pool.on('error', onError);
  return {
    ...(withBackend(createPostgresBackend) as unknown as BackendClasses<IQueueBackend, unknown>),
    kind: 'postgres',
    connection: pool,
    check: async () => {
      await pool.query('select max(version) from migration');
    },
    close: () => pool.end(),
  };
}

function redisBackend(redisUrl: string, { onError }: QueueBackendSettings): QueueBackend {
  const client = new Redis(redisUrl, { maxRetriesPerRequest: null, connectionName: 'hengji', retryStrategy: (times) => Math.min(times * 200, 2_000) });
  client.setMaxListeners(30);
  client.on('error', onError);
  return {
    ...(withBackend(createRedisBackend) as unknown as BackendClasses<IQueueBackend, unknown>),
    kind: 'redis',
    connection: client,
    check: async () => {
      if (client.status !== 'ready') throw new Error(`Redis is ${client.status}`);
      await client.ping();
    },
    close: async () => {
      client.disconnect();
      await Promise.resolve();
    },
  };
}

/** Redis when it is set up, otherwise the database. */
export function openQueueBackend(settings: QueueBackendSettings): QueueBackend {
  return settings.redisUrl === undefined ? postgresBackend(settings) : redisBackend(settings.redisUrl, settings);
}
