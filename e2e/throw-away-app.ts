import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startThrowAwayPostgres } from '~/db/embedded/throw-away';
import { migrate } from '~/db/migrate';
import { QUEUE_NAMES } from '~/workers/jobs/queue-names';

export interface ThrowAwayApp {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Settings under which another program works on the same database. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** Resolves when web or workers have ended, asked for or not. */
  readonly ended: Promise<void>;
  /** Ends both, then the database, and removes what they wrote. */
  stop(): Promise<void>;
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));

/** The built web and real workers on a throw-away database. The web may still be starting: ask GET /readyz. */
export async function startThrowAwayApp({ port, isDemo }: { port: number; isDemo: boolean }): Promise<ThrowAwayApp> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'hengji-app-'));
  const server = await startThrowAwayPostgres();
  await migrate(server.ownerUrl, { queueNames: QUEUE_NAMES });
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    HENGJI_DATA_DIR: dataDir,
    HENGJI_DEMO: isDemo ? '1' : '0',
    LOG_LEVEL: 'warn',
    DATABASE_URL: server.userUrl,
    DATABASE_DISPATCHER_URL: server.dispatcherUrl,
    DATABASE_OWNER_URL: '',
  };
  const children = ['app/server.ts', 'workers/main.ts'].map((file) => spawn(process.execPath, ['--import', 'tsx', file], { env: environment, stdio: ['ignore', 'inherit', 'inherit'] }));
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map(ended));
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { databaseUrl: server.userUrl, dataDir, environment, ended: Promise.race(children.map(ended)), stop: () => (stopping ??= stop()) };
}
