import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres';
import { findRunningPostmaster } from './postmaster';
import { withClient } from './set-up-database';

let base: string;
let dataDir: string;
beforeEach(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'hengji-start-stop-'));
  await chmod(base, 0o755);
  dataDir = path.join(base, 'postgres');
});
afterEach(() => rm(base, { recursive: true, force: true }));

const start = (folder = dataDir) => startEmbeddedPostgres({ dataDir: folder, durable: false });
const runningPid = (folder = dataDir) => findRunningPostmaster(path.join(folder, 'cluster-18'));
const isRoot = process.getuid?.() === 0;

describe('embedded PostgreSQL', () => {
  test('keeps data, port and passwords over a stop, and leaves no process', async () => {
    const first = await start();
    await withClient(first.ownerUrl, async (client) => {
      await client.query('create table kept (text text)');
      await client.query("insert into kept values ('绩效')");
    });
    await first.stop();
    expect(await runningPid()).toBeUndefined();
    const second = await start();
    try {
      expect(second.ownerUrl).toBe(first.ownerUrl);
      const result = await withClient(second.ownerUrl, (client) => client.query('select text from kept'));
      expect(result.rows).toEqual([{ text: '绩效' }]);
    } finally {
      await second.stop();
    }
  });

  test('passwords lie in a file of the starter alone; the server hears the loopback address only', async () => {
    const server = await start();
    try {
      const connection = await stat(path.join(dataDir, 'connection.json'));
      expect(connection.mode & 0o777).toBe(0o600);
      expect(connection.uid).toBe(process.getuid?.());
      const result = await withClient(server.superuserUrl, (client) =>
        client.query("select current_setting('listen_addresses') as addresses"),
      );
      expect(result.rows).toEqual([{ addresses: '127.0.0.1' }]);
      const url = new URL(server.ownerUrl);
      url.password = 'guess';
      await expect(withClient(url.href, () => Promise.resolve())).rejects.toMatchObject({ code: '28P01' });
    } finally {
      await server.stop();
    }
  });

  test('a second start on the same folder is refused and does not disturb the first', async () => {
    const server = await start();
    try {
      await expect(start()).rejects.toThrow('正由另一个进程使用');
      await withClient(server.userUrl, (client) => client.query('select 1'));
    } finally {
      await server.stop();
    }
  });

  test('tells when the server dies, and recovers its data', async () => {
    const server = await start();
    process.kill((await runningPid()) as number, 'SIGKILL');
    expect(await server.died).toContain('SIGKILL');
    const again = await startWhenMemoryIsFree();
    await again.stop();
  });

  test('recovers after its starter was killed', async () => {
    const starter = spawnStarter(dataDir);
    const port = await firstLine(starter.stdout);
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    const server = await start();
    try {
      expect(String(server.port)).toBe(port);
    } finally {
      await server.stop();
    }
  });

  test.runIf(isRoot)('root may keep its data below a folder closed to everybody else', async () => {
    const closed = path.join(base, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const folder = path.join(closed, 'postgres');
    for (const round of ['creation', 'reopening']) {
      const server = await start(folder);
      try {
        const result = await withClient(server.userUrl, (client) => client.query('select $1::text as round', [round]));
        expect(result.rows).toEqual([{ round }]);
      } finally {
        await server.stop();
      }
    }
  });

  test.runIf(isRoot)('files that were given to root are taken back', async () => {
    await (await start()).stop();
    await chown(path.join(dataDir, 'cluster-18'), 0, 0);
    await chown(path.join(dataDir, 'cluster-18/base'), 0, 0);
    await (await start()).stop();
  });

  test('a folder that cannot be made is refused with the way out', async () => {
    await expect(start('/proc/hengji')).rejects.toThrow('HENGJI_DATA_DIR');
  });

  test('a cluster without its passwords is refused, not replaced', async () => {
    await (await start()).stop();
    await rm(path.join(dataDir, 'connection.json'));
    await expect(start()).rejects.toThrow('connection.json');
    expect(await readFile(path.join(dataDir, 'cluster-18/PG_VERSION'), 'utf8')).toBe('18\n');
  });
});

/** Processes of a killed server hold its shared memory until they notice. */
async function startWhenMemoryIsFree() {
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('shared memory')) throw error;
    }
  }
}

function spawnStarter(folder: string) {
  const module = path.resolve('db/embedded/embedded-postgres.ts');
  const code = `import(${JSON.stringify(module)}).then(async (m) => { const s = await m.startEmbeddedPostgres({ dataDir: process.argv[1], durable: false }); console.log(s.port); setInterval(() => {}, 1000); })`;
  return spawn(process.execPath, ['--import', 'tsx', '-e', code, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  const [line] = (await once(createInterface(stream), 'line')) as [string];
  return line;
}
