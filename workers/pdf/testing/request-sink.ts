import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A local server that remembers which vectors reached it and how many connections were opened at all. */
export interface RequestSink {
  at(id: string): string;
  /** Ids of the requests seen so far. */
  seen(): ReadonlySet<string>;
  connections(): number;
  close(): Promise<void>;
}

export async function openRequestSink(): Promise<RequestSink> {
  const seen = new Set<string>();
  let connections = 0;
  const note = (path: string | undefined): void => {
    seen.add(path?.split('/')[1] ?? '');
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    note(request.url);
    socket.destroy();
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (id) => `http://127.0.0.1:${port}/${id}`,
    seen: () => seen,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
