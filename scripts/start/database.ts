import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '~/db/embedded/embedded-postgres';
import { withClient } from '~/db/embedded/set-up-database';
import { say } from '../set-up/progress.mjs';
import { Refusal } from '../set-up/refusal.mjs';
import type { Closers } from './closers';
import type { DatabaseUrls, StartPlan } from './plan';

const restartAttempts = 10;

/** The given database, or an embedded one that is started again when it dies. `onLost` is told when that fails too. */
export async function openDatabase(plan: StartPlan, closers: Closers, onLost: (error: unknown) => void): Promise<DatabaseUrls> {
  if (plan.givenDatabase) return reachable(plan.givenDatabase);
  const dataDir = path.join(plan.dataDir, 'postgres');
  let stopping = false;
  // Registered before the start has finished: a Ctrl-C in between must find it.
  let server = startEmbeddedPostgres({ dataDir });
  closers.add(async () => {
    stopping = true;
    await server.then((running) => running.stop()).catch(() => undefined);
  });
  const { ownerUrl, userUrl, dispatcherUrl, port } = await server;
  const keep = async () => {
    for (;;) {
      const reason = await (await server).died;
      if (stopping) return;
      say(`内置 PostgreSQL 意外结束，正在重新启动。原因：${reason}`);
      server = startAgain(dataDir, port);
      await server;
      if (stopping) return;
      say('内置 PostgreSQL 已重新启动。');
    }
  };
  keep().catch((error: unknown) => {
    if (!stopping) onLost(error);
  });
  return { ownerUrl, userUrl, dispatcherUrl };
}

/** Processes of the dead server may hold its memory for a moment, and the programs know its port: the same one again. */
async function startAgain(dataDir: string, port: number): Promise<EmbeddedPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startEmbeddedPostgres({ dataDir, port });
    } catch (error) {
      if (attempt === restartAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** Names the variable, never its value: that holds a password. */
async function reachable(urls: DatabaseUrls): Promise<DatabaseUrls> {
  const variables = { DATABASE_OWNER_URL: urls.ownerUrl, DATABASE_URL: urls.userUrl, DATABASE_DISPATCHER_URL: urls.dispatcherUrl };
  for (const [name, url] of Object.entries(variables)) {
    await withClient(url, (client) => client.query('select 1')).catch((error: Error) => {
      throw new Refusal(`无法连接 ${name} 所指的数据库（${error.message}）。请确认数据库已启动，地址、角色与口令正确。`);
    });
  }
  return urls;
}
