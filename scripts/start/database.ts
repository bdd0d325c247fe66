import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '~/db/embedded/embedded-postgres';
import { say } from '../set-up/progress.mjs';
import type { Closers } from './closers';
import type { DatabaseUrls, StartPlan } from './plan';

const restartAttempts = 10;

/** The given database, or an embedded one that is started again when it dies. `onLost` is told when that fails too. */
export async function openDatabase(plan: StartPlan, closers: Closers, onLost: (error: unknown) => void): Promise<DatabaseUrls> {
  if (plan.givenDatabase) return plan.givenDatabase;
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
