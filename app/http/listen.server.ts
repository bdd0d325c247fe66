import type { Express } from 'express';
import { createServer, type Server, type ServerResponse } from 'node:http';

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
}

export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
}

/** Time limits against clients that send slowly on purpose; a proxy's idle limit should lie below keepAlive. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 120_000;
const KEEP_ALIVE_MS = 65_000;

/** Resolves when connections are accepted; rejects with PortInUseError when somebody else has the port. */
export function listen(app: Express, options: ListenOptions): Promise<Server> {
  const server = createServer(app);
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  watchResponses(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(`port ${options.port} is in use`) : error);
    });
    server.listen(options.port, options.host, () => resolve(server));
  });
}

/**
 * Takes no new connection and lets requests under way finish; server-sent events, which never finish by themselves, end at once, and
 * what is still open after the limit is cut. Resolves when the last connection is closed.
 */
export function stopListening(server: Server, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), limitMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
    for (const response of openResponses.get(server) ?? []) {
      if (String(response.getHeader('Content-Type')).startsWith('text/event-stream')) response.destroy();
      // Its connection is kept alive for a next request, which must not come any more.
      else if (!response.headersSent) response.setHeader('Connection', 'close');
      else response.once('close', () => setImmediate(() => server.closeIdleConnections()));
    }
  });
}

const openResponses = new WeakMap<Server, Set<ServerResponse>>();

function watchResponses(server: Server): void {
  const open = new Set<ServerResponse>();
  openResponses.set(server, open);
  server.on('request', (_request, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
}
