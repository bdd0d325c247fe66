import path from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { readEnv } from '~/app/config/env.server';
import { createLogger } from '~/app/config/logger.server';
import { createStorage } from '~/app/services/storage/create-storage.server';
import { connect } from '~/db/connection.server';
import { loadFile, readLoadOrder } from './load/load-file';
import { callerFolder } from './set-up/caller-folder.mjs';
import { say } from './set-up/progress.mjs';
import { Refusal, reportFailure } from './set-up/refusal.mjs';
import { withDatabase } from './start/with-database';

/** `npm run -s load -- FILE.json [--sysadmin …]`: a bureau with its first round and administrators into the real database. */
async function run(): Promise<void> {
  const order = readLoadOrder(process.argv.slice(2));
  const env = readEnv();
  await withDatabase(async (databaseUrl, dataDir) => {
    const database = connect({ url: databaseUrl, max: 4, applicationName: 'hengji load' });
    const deps = {
      db: database.db,
      ids: () => uuidV7(),
      storage: createStorage({ s3: env.s3, dataDir }),
      log: createLogger({ level: 'silent', name: 'script' }),
      settings: { demo: env.demo, sessionIdleMinutes: env.sessionIdleMinutes, sessionAbsoluteMinutes: env.sessionAbsoluteMinutes },
    };
    try {
      const lines = await loadFile(deps, { ...order, file: path.resolve(callerFolder, order.file) }, say);
      process.stdout.write(`${lines.join('\n')}\n`);
    } finally {
      await database.close();
    }
  });
}

run().catch((error: unknown) => reportFailure(error instanceof Error && error.name === 'RoundFileError' ? new Refusal(error.message) : error));
