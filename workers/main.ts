import { v7 as uuidV7 } from 'uuid';
import { type Env, readEnv } from '~/app/config/env.server';
import { createLogger, type Logger } from '~/app/config/logger.server';
import { createStorage } from '~/app/services/storage/create-storage.server';
import { HANDLERS } from './handlers/handlers';
import { createPdfRenderer } from './pdf/renderer';
import { RedisRefused } from './redis-guard';
import { startWorkers } from './start-workers';

/** A reason to give up that the operator can act on: one sentence, no stack. */
class StartRefusal extends Error {}

/** Whoever asked for the stop may kill the process after ten seconds; what is not finished by then has been handed back. */
const FINISH_WITHIN_MS = 5_000;
const STOP_LIMIT_MS = 9_500;
const PAGES = 2;

function requireUrl(name: 'DATABASE_URL' | 'DATABASE_DISPATCHER_URL', url: string | undefined): string {
  if (url === undefined) throw new StartRefusal(`环境变量 ${name} 没有设置：后台任务需要数据库的连接地址。用 npm start 启动时会自动设置。`);
  return url;
}

/** Refused, unknown host, timed out, wrong password, no such database. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'CONNECT_TIMEOUT', '28P01', '28000', '3D000']);

function isUnreachable(error: unknown): boolean {
  return UNREACHABLE.has(String((error as { code?: unknown } | null)?.code));
}

async function start(env: Env, log: Logger): Promise<() => Promise<void>> {
  const databaseUrl = requireUrl('DATABASE_URL', env.databaseUrl);
  const dispatcherUrl = requireUrl('DATABASE_DISPATCHER_URL', env.databaseDispatcherUrl);
  const renderer = createPdfRenderer({ chromiumPath: env.chromiumPath, fontsDir: env.fontsDir, concurrency: PAGES });
  const workers = await startWorkers({
    databaseUrl,
    dispatcherUrl,
    redisUrl: env.redisUrl,
    production: env.nodeEnv === 'production',
    storage: createStorage({ s3: env.s3, dataDir: env.dataDir }),
    ids: () => uuidV7(),
    settings: { demo: env.demo, sessionIdleMinutes: env.sessionIdleMinutes, sessionAbsoluteMinutes: env.sessionAbsoluteMinutes, publicOrigin: env.publicOrigin },
    pdf: renderer,
    handlers: HANDLERS,
    log,
    pages: PAGES,
  });
  // Scoring and ranking need no browser: a missing one is told here and fails reports with the same words.
  void renderer.start().then(
    ({ pid, ...seal }) => log.info({ browser: pid, ...seal }, 'renderer ready'),
    (error: unknown) => log.error({ err: error }, error instanceof Error ? error.message : 'renderer not started'),
  );
  return async () => {
    await workers.stop({ finishWithinMs: FINISH_WITHIN_MS });
    await renderer.close();
  };
}

const env = readEnv();
const log = createLogger({ level: env.logLevel, name: 'worker' });
let stop: () => Promise<void> = () => Promise.resolve();
let isStopping = false;
// Before anything is taken on: a stop that comes early must not be missed.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'workers stopping');
    void stop().finally(() => {
      log.info('workers stopped');
      process.exit(0);
    });
    setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
  });
}

try {
  stop = await start(env, log);
  log.info({ queue: env.redisUrl === undefined ? 'postgres' : 'redis', storage: env.s3 === null ? 'disk' : 's3' }, 'workers ready');
} catch (error) {
  if (error instanceof StartRefusal || error instanceof RedisRefused) process.stderr.write(`${error.message}\n`);
  else if (isUnreachable(error)) process.stderr.write('后台任务连接不上数据库。请检查 DATABASE_URL 与 DATABASE_DISPATCHER_URL 的地址、口令，以及数据库是否在运行。\n');
  else log.fatal({ err: error }, 'workers could not start');
  process.exit(1);
}
