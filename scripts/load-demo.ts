import path from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { readEnv } from '~/app/config/env.server';
import { createLogger } from '~/app/config/logger.server';
import type { Deps } from '~/app/services/deps.server';
import { DEMO_PASSWORD, loadDemoAccounts, readDemoAccounts } from '~/app/services/account/load-demo-accounts.server';
import { loadRoundFile } from '~/app/services/rounds/load-round-file.server';
import { readRoundFile } from '~/app/services/rounds/read-round-file.server';
import { createStorage } from '~/app/services/storage/create-storage.server';
import { connect } from '~/db/connection.server';
import { reportFailure } from './set-up/refusal.mjs';
import { rootFolder } from './set-up/root-folder.mjs';

const seed = (name: string): string => path.join(rootFolder, 'db/seed', name);

/** Past rounds first: targets of the open round are carried over from them. */
const ROUNDS = ['round-liwan-2024.json', 'round-haizhu-2024.json', 'round-liwan-2025.json'];

/** Loads the demo districts and accounts into the database of DATABASE_URL, as far as they are missing. With --print-accounts it only prints who can sign in. */
async function run(): Promise<void> {
  const accounts = await readDemoAccounts(seed('demo-accounts.json'));
  if (process.argv.includes('--print-accounts')) {
    process.stdout.write(`演示账号（密码均为 ${DEMO_PASSWORD}）：\n`);
    for (const account of accounts) process.stdout.write(`  ${account.accountName.padEnd(16)}${account.displayName}　${account.sees}\n`);
    return;
  }
  const env = readEnv();
  if (!env.demo) throw new Error('演示数据只在演示模式下载入：请设置 HENGJI_DEMO=1。');
  if (env.databaseUrl === undefined) throw new Error('没有设置 DATABASE_URL，不知道把演示数据载入哪个数据库。');
  const log = createLogger({ level: env.logLevel, name: 'script' });
  const database = connect({ url: env.databaseUrl, max: 4, applicationName: 'hengji demo', onIdleError: (error) => log.warn({ err: error }, 'database connection broke while idle') });
  const deps: Deps = {
    db: database.db,
    ids: () => uuidV7(),
    storage: createStorage({ s3: env.s3, dataDir: env.dataDir }),
    log,
    settings: { demo: env.demo, sessionIdleMinutes: env.sessionIdleMinutes, sessionAbsoluteMinutes: env.sessionAbsoluteMinutes },
  };
  try {
    for (const name of ROUNDS) {
      const read = await readRoundFile(seed(name));
      await loadRoundFile(deps, read, (done, total, department) => {
        process.stderr.write(`\r${read.file.bureau.name} ${read.file.round.fiscalYear} 年度 ${done}/${total} ${department}\u001b[K${done === total ? '\n' : ''}`);
      });
    }
    await loadDemoAccounts(deps, accounts);
  } finally {
    await database.close();
  }
}

run().catch(reportFailure);
