import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';

export interface StartedBackend {
  /** Absent: the queue lies in the database. */
  readonly redisUrl: string | undefined;
  stop(): Promise<void>;
}

/** What every test of the queue runs on. `missing` says why one of them cannot. */
export interface BackendCase {
  readonly name: string;
  readonly missing: string | null;
  start(): Promise<StartedBackend>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A Redis of its own, set up as we require it unless `settings` say otherwise. */
export async function startPrivateRedis(settings: Readonly<Record<string, string>> = {}): Promise<StartedBackend & { readonly redisUrl: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-redis-'));
  const port = await freePort();
  const all = { port: String(port), bind: '127.0.0.1', dir: folder, save: '', appendonly: 'yes', 'maxmemory-policy': 'noeviction', ...settings };
  const server = spawn('redis-server', Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]), { stdio: 'ignore' });
  const redisUrl = `redis://127.0.0.1:${port}`;
  const client = new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return {
    redisUrl,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export const QUEUE_BACKENDS: readonly BackendCase[] = [
  { name: 'PostgreSQL', missing: null, start: () => Promise.resolve({ redisUrl: undefined, stop: () => Promise.resolve() }) },
  { name: 'Redis', missing: hasRedis ? null : 'redis-server is not installed', start: () => startPrivateRedis() },
];

/** Title of a suite: a skipped one says why. */
export function titleOf({ name, missing }: BackendCase): string {
  return missing === null ? `on ${name}` : `on ${name} (skipped: ${missing})`;
}
