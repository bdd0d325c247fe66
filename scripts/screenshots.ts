import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { createLogger } from '~/app/config/logger.server';
import { createStorage } from '~/app/services/storage/create-storage.server';
import { connect } from '~/db/connection.server';
import { chooseFreePort } from '~/db/embedded/free-port';
import { startThrowAwayApp } from '~/e2e/throw-away-app';
import { isBuilt } from './build/web-build';
import { findPlaces } from './screenshots/places';
import { PAGES } from './screenshots/pages';
import { takePictures } from './screenshots/take-pictures';
import { waitUntilReady, waitUntilSettled } from './screenshots/wait-until';
import { say } from './set-up/progress.mjs';
import { Refusal, reportFailure } from './set-up/refusal.mjs';
import { node24, rootFolder } from './set-up/root-folder.mjs';

/** `npm run screenshots [-- PART …]`: pictures of every page (or of those whose name holds a PART) into docs/images, from a throw-away demo. */
async function run(parts: readonly string[]): Promise<void> {
  const pages = PAGES.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
  if (!isBuilt(rootFolder)) runToEnd('构建网页', 'scripts/build.ts');
  const port = await chooseFreePort('127.0.0.1');
  say('启动临时的演示系统 …');
  const app = await startThrowAwayApp({ port, isDemo: true });
  try {
    runToEnd('载入演示数据', 'scripts/load-demo.ts', app.environment);
    const database = connect({ url: app.databaseUrl, max: 2, applicationName: 'hengji screenshots' });
    const deps = {
      db: database.db,
      ids: () => uuidV7(),
      storage: createStorage({ s3: null, dataDir: app.dataDir }),
      log: createLogger({ level: 'silent', name: 'script' }),
      settings: { demo: true, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 },
    };
    try {
      await waitUntilReady(`http://127.0.0.1:${port}/readyz`);
      await waitUntilSettled(deps, say);
      const folder = path.join(rootFolder, 'docs/images');
      await mkdir(folder, { recursive: true });
      await takePictures({ origin: `http://127.0.0.1:${port}`, folder, pages, places: await findPlaces(deps), say });
    } finally {
      await database.close();
    }
  } finally {
    await app.stop();
  }
}

function runToEnd(title: string, file: string, environment?: Readonly<NodeJS.ProcessEnv>): void {
  say(`${title} …`);
  const { status } = spawnSync(node24, ['--import', 'tsx', file], { cwd: rootFolder, stdio: ['ignore', 2, 2], ...(environment && { env: environment }) });
  if (status !== 0) throw new Refusal(`${title}失败（退出码 ${status ?? '无'}）。`);
}

run(process.argv.slice(2)).catch(reportFailure);
