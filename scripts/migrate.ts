import path from 'node:path';
import { startEmbeddedPostgres } from '~/db/embedded/embedded-postgres';
import { migrate } from '~/db/migrate';
import { QUEUE_NAMES } from '~/workers/jobs/queue-names';
import { say } from './set-up/progress.mjs';
import { reportFailure } from './set-up/refusal.mjs';
import { rootFolder } from './set-up/root-folder.mjs';
import { planStart } from './start/plan';

/** `npm run migrate`: the database of DATABASE_OWNER_URL, or the embedded one of the data folder. */
async function run(): Promise<void> {
  const given = process.env['DATABASE_OWNER_URL'];
  if (given) return report(await migrate(given, { queueNames: QUEUE_NAMES }));
  const { dataDir } = planStart(process.env, [], { caller: process.env['INIT_CWD'] ?? rootFolder, root: rootFolder });
  const server = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
  try {
    report(await migrate(server.ownerUrl, { queueNames: QUEUE_NAMES }));
  } finally {
    await server.stop();
  }
}

function report(names: readonly string[]): void {
  say(names.length === 0 ? '数据库结构已是最新。' : `数据库结构已升级：${names.join('、')}`);
}

run().catch(reportFailure);
