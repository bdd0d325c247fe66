import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { createLogger } from '~/app/config/logger.server';
import type { Deps } from '~/app/services/deps.server';
import { loadRoundFile } from '~/app/services/rounds/load-round-file.server';
import { readRoundFile } from '~/app/services/rounds/read-round-file.server';
import { createStorage } from '~/app/services/storage/create-storage.server';
import { connect } from '~/db/connection.server';
import { type EmbeddedPostgres } from '~/db/embedded/embedded-postgres';
import { startThrowAwayPostgres } from '~/db/embedded/throw-away';
import { migrate } from '~/db/migrate';
import { HANDLERS } from '~/workers/handlers/handlers';
import { QUEUE_NAMES } from '~/workers/jobs/queue-names';
import { createPdfRenderer } from '~/workers/pdf/renderer';
import { startWorkers } from '~/workers/start-workers';
import { showProgress } from './show-progress';
import { waitForResults } from './wait-for-results';
import { type RoundSummary, writeResults } from './write-results';

const SETTINGS = { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 } as const;

/** Runs the round of `file` on a database of its own and writes its results into `out`; only they remain. */
export async function runRound({ file, out }: { file: string; out: string }): Promise<RoundSummary> {
  const startedAt = Date.now();
  const read = await readRoundFile(file);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-round-'));
  let server: EmbeddedPostgres | undefined;
  try {
    showProgress('启动临时数据库');
    server = await startThrowAwayPostgres();
    await migrate(server.ownerUrl, { queueNames: QUEUE_NAMES });
    return await runOn(server, { read, folder, out, startedAt });
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly read: Awaited<ReturnType<typeof readRoundFile>>;
  readonly folder: string;
  readonly out: string;
  readonly startedAt: number;
}

async function runOn(server: EmbeddedPostgres, { read, folder, out, startedAt }: Run): Promise<RoundSummary> {
  const log = createLogger({ level: 'silent', name: 'script' });
  const storage = createStorage({ s3: null, dataDir: folder });
  const ids = () => uuidV7();
  const database = connect({ url: server.userUrl, max: 4, applicationName: 'hengji round', onIdleError: () => undefined });
  const deps: Deps = { db: database.db, ids, storage, log, settings: SETTINGS };
  const renderer = createPdfRenderer({ concurrency: 2 });
  const workers = await startWorkers({
    databaseUrl: server.userUrl,
    dispatcherUrl: server.dispatcherUrl,
    production: false,
    storage,
    ids,
    settings: SETTINGS,
    pdf: renderer,
    handlers: HANDLERS,
    log,
  });
  try {
    const loaded = await loadRoundFile(deps, read, (done, total, name) => showProgress(`填报与报送 ${done}/${total}${name === '' ? '' : ` ${name}`}`));
    const { bureauId, roundId } = loaded;
    await waitForResults(deps, { bureauId, roundId }, showProgress);
    return await writeResults(deps, { read, bureauId, roundId, out, startedAt });
  } finally {
    await workers.stop({ finishWithinMs: 5_000 });
    await renderer.close();
    await database.close();
  }
}
