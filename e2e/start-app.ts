import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startThrowAwayPostgres } from '~/db/embedded/throw-away';
import { migrate } from '~/db/migrate';
import { QUEUE_NAMES } from '~/workers/jobs/queue-names';

/** The built web and real workers on a throw-away database. Writes where they are to E2E_STATE; ends on SIGTERM and leaves nothing. */
const port = process.env['E2E_PORT']!;
const state = process.env['E2E_STATE']!;
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'hengji-e2e-'));
const server = await startThrowAwayPostgres();
await migrate(server.ownerUrl, { queueNames: QUEUE_NAMES });
await mkdir(path.dirname(state), { recursive: true });
await writeFile(state, JSON.stringify({ databaseUrl: server.userUrl, dataDir }));

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: port,
  HENGJI_DATA_DIR: dataDir,
  HENGJI_DEMO: '0',
  LOG_LEVEL: 'warn',
  DATABASE_URL: server.userUrl,
  DATABASE_DISPATCHER_URL: server.dispatcherUrl,
  DATABASE_OWNER_URL: '',
};
const children = ['app/server.ts', 'workers/main.ts'].map((file) => spawn(process.execPath, ['--import', 'tsx', file], { env: environment, stdio: ['ignore', 'inherit', 'inherit'] }));

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()));

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map(ended));
  await server.stop();
  await Promise.all([rm(dataDir, { recursive: true, force: true }), rm(state, { force: true })]);
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
for (const child of children) child.once('exit', () => void stop());
