import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startThrowAwayApp } from './throw-away-app';

/** The application of one run of the end-to-end tests. Writes where it is to E2E_STATE; ends on SIGTERM and leaves nothing. */
const state = process.env['E2E_STATE']!;
const app = await startThrowAwayApp({ port: Number(process.env['E2E_PORT']), isDemo: false });
await mkdir(path.dirname(state), { recursive: true });
await writeFile(state, JSON.stringify({ databaseUrl: app.databaseUrl, dataDir: app.dataDir }));

async function stop(): Promise<void> {
  await app.stop();
  await rm(state, { force: true });
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
void app.ended.then(stop);
