import type { ServerBuild } from '@remix-run/node';
import { fileURLToPath } from 'node:url';
import { v7 as uuidV7 } from 'uuid';
import { type Env, readEnv } from '~/app/config/env.server';
import { createLogger, type Logger } from '~/app/config/logger.server';
import { createApp } from '~/app/http/create-app.server';
import { startDevelopmentServer } from '~/app/http/development-server.server';
import { listen as listenHttp, PortInUseError, stopListening } from '~/app/http/listen.server';
import { staticAssets } from '~/app/http/static-assets.server';
import { DEMO_PASSWORD, readDemoAccounts } from '~/app/services/account/load-demo-accounts.server';
import type { Deps } from '~/app/services/deps.server';
import { createProgressHub } from '~/app/services/progress/progress-hub.server';
import { createStorage } from '~/app/services/storage/create-storage.server';
import { connect } from '~/db/connection.server';
import { listen as listenToProgress } from '~/db/listen.server';
import { openQueueBackend } from '~/workers/queue-backend';

/** Below the ten seconds after which whoever asked for the stop may kill the process. */
const STOP_LIMIT_MS = 8_000;
const POOL_SIZE = 12;

/** A reason to give up that the operator can act on: one sentence, no stack. */
class StartRefusal extends Error {}

async function start(env: Env, log: Logger): Promise<() => Promise<void>> {
  if (env.databaseUrl === undefined) throw new StartRefusal('环境变量 DATABASE_URL 没有设置：网站需要数据库的连接地址。用 npm start 启动时会自动设置。');
  const database = connect({ url: env.databaseUrl, max: POOL_SIZE, applicationName: 'hengji web', onIdleError: (error) => log.warn({ err: error }, 'database connection broke while idle') });
  const queue = openQueueBackend({ databaseUrl: env.databaseUrl, redisUrl: env.redisUrl, onError: (error) => log.warn({ err: error }, 'queue connection broke') });
  const progress = createProgressHub();
  const listening = await listenToProgress(env.databaseUrl, (event) => progress.receive(event), () => progress.catchUp()).catch((error: NodeJS.ErrnoException) => {
    log.fatal({ err: error }, 'database not reachable');
    throw new StartRefusal(`数据库连接不上（${error.code ?? error.message}）。请检查 DATABASE_URL 指向的数据库是否已经启动、账号和密码是否正确。`);
  });
  const files = env.nodeEnv === 'development' ? await startDevelopmentServer() : await openBuild();
  const deps: Deps = {
    db: database.db,
    ids: () => uuidV7(),
    storage: createStorage({ s3: env.s3, dataDir: env.dataDir }),
    log,
    settings: { demo: env.demo, sessionIdleMinutes: env.sessionIdleMinutes, sessionAbsoluteMinutes: env.sessionAbsoluteMinutes, publicOrigin: env.publicOrigin },
  };
  const app = createApp(
    {
      log,
      readiness: [
        { name: 'database', check: () => database.pool.query('select 1') },
        { name: 'queue', check: () => queue.check() },
      ],
      context: { deps, progress, demoAccounts: env.demo ? await readDemoList() : null },
    },
    {
      mode: env.nodeEnv === 'development' ? 'development' : 'production',
      build: files.build,
      clientFiles: files.clientFiles,
      publicOrigin: env.publicOrigin,
      trustProxy: env.trustProxy,
    },
  );
  const server = await listenHttp(app, { host: env.host, port: env.port });
  log.info({ host: env.host, port: env.port }, 'web ready');
  return async () => {
    await stopListening(server, STOP_LIMIT_MS);
    await Promise.allSettled([listening.close(), queue.close(), database.close(), files.close()]);
  };
}

/** Only what the sign-in page shows of them. */
async function readDemoList() {
  const accounts = await readDemoAccounts(fileURLToPath(new URL('../db/seed/demo-accounts.json', import.meta.url)));
  return { password: DEMO_PASSWORD, accounts: accounts.map(({ accountName, displayName, sees }) => ({ accountName, displayName, sees })) };
}

async function openBuild() {
  const serverFile = new URL('../build/server/index.js', import.meta.url);
  const build = (await import(serverFile.href).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(fileURLToPath(serverFile))) throw new StartRefusal('网页还没有构建：请先运行 npm run build，或用 npm start 启动。');
    throw error;
  })) as ServerBuild;
  return { build, clientFiles: staticAssets(fileURLToPath(new URL('../build/client', import.meta.url))), close: () => Promise.resolve() };
}

const env = readEnv();
const log = createLogger({ level: env.logLevel, name: 'web' });

try {
  const stop = await start(env, log);
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      log.info({ signal }, 'web stopping');
      void stop().finally(() => process.exit(0));
      setTimeout(() => process.exit(0), STOP_LIMIT_MS + 1_500).unref();
    });
  }
} catch (error) {
  if (error instanceof PortInUseError) process.stderr.write(`端口 ${env.port} 已被占用。请停止占用它的程序，或用环境变量 PORT 指定另一个端口。\n`);
  else if (error instanceof StartRefusal) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'web could not start');
  process.exit(1);
}
