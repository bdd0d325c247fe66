import path from 'node:path';
import { startEmbeddedPostgres } from '~/db/embedded/embedded-postgres';
import { migrate } from '~/db/migrate';
import { QUEUE_NAMES } from '~/workers/jobs/queue-names';
import { rootFolder } from '../set-up/root-folder.mjs';
import { planStart } from './plan';

/** Runs `run` on the migrated database that `npm start` would use: the given one, or the embedded one, started for as long as it takes. */
export async function withDatabase(run: (databaseUrl: string, dataDir: string) => Promise<void>): Promise<void> {
  const { givenDatabase, dataDir } = planStart(process.env, [], { caller: process.env['INIT_CWD'] ?? rootFolder, root: rootFolder });
  const server = givenDatabase === undefined ? await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') }) : undefined;
  try {
    const urls = givenDatabase ?? server!;
    await migrate(urls.ownerUrl, { queueNames: QUEUE_NAMES });
    await run(urls.userUrl, dataDir);
  } finally {
    await server?.stop();
  }
}
