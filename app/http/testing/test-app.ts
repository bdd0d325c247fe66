import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { createApp, type AppDeps, type AppOptions } from '../create-app.server';
import { listen, stopListening } from '../listen.server';
import { staticAssets } from '../static-assets.server';
import { type Doings, type RealParts, testBuild } from './test-build';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TestApp {
  readonly host: string;
  readonly origin: string;
  readonly server: Server;
  readonly doings: Doings;
  /** Everything logged, one JSON text per line. */
  readonly log: string[];
  /** Sends exactly these headers: nothing is added but Host and the length of the body. */
  send(method: string, target: string, headers?: Record<string, string>, body?: string): Promise<Answer>;
  close(): Promise<void>;
}

export async function startTestApp(parts: RealParts, options: Partial<Pick<AppOptions, 'publicOrigin' | 'trustProxy' | 'bodyLimits'>> & Partial<Pick<AppDeps, 'readiness'>> = {}): Promise<TestApp> {
  const doings: Doings = { actions: 0, cancelledStreams: 0 };
  const log: string[] = [];
  const clientDir = mkdtempSync(path.join(tmpdir(), 'hengji-http-'));
  mkdirSync(path.join(clientDir, 'assets'));
  writeFileSync(path.join(clientDir, 'assets', 'entry-1a2b3c.js'), '// entry');
  writeFileSync(path.join(clientDir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(...chunk.toString().trimEnd().split('\n'));
      done();
    },
  });
  const app = createApp(
    { log: pino({ level: 'info' }, sink), readiness: options.readiness ?? [], context: { deps: undefined as never, progress: undefined as never, demoAccounts: null } },
    { mode: 'production', build: testBuild(doings, parts), clientFiles: staticAssets(clientDir), publicOrigin: options.publicOrigin, trustProxy: options.trustProxy ?? [], ...(options.bodyLimits ? { bodyLimits: options.bodyLimits } : {}) },
  );
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    origin: `http://${host}`,
    server,
    doings,
    log,
    send: (method, target, headers = {}, body) => send(port, method, target, headers, body),
    close: async () => {
      await stopListening(server, 0);
      rmSync(clientDir, { recursive: true });
    },
  };
}

function send(port: number, method: string, target: string, headers: Record<string, string>, body: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path: target, headers: { connection: 'close', ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
