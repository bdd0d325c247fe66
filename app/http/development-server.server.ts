import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';

export interface DevelopmentServer {
  readonly clientFiles: RequestHandler;
  build(): Promise<ServerBuild>;
  close(): Promise<void>;
}

/** Vite in middleware mode: every request sees the source files as they are. Its packages are absent in a production image. */
export async function startDevelopmentServer(): Promise<DevelopmentServer> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    clientFiles: vite.middlewares as RequestHandler,
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    close: () => vite.close(),
  };
}
