import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { RequestHandler as ExpressHandler, Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { ownOrigin } from './request-origin.server';

/**
 * Between Express and the framework. Unlike the framework's own adapter it takes the URL from the settled origin only, lets a route's
 * header replace the default one instead of joining it, and cancels a response stream when the browser goes away (server-sent events
 * would otherwise go on for ever).
 */
export function remixHandler(options: {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: 'production' | 'development';
  loadContext: (req: ExpressRequest) => AppLoadContext;
}): ExpressHandler {
  const handle = createRequestHandler(options.build, options.mode);
  return (req, res, next) => {
    void (async () => send(res, await handle(toRequest(req, res), options.loadContext(req))))().catch(next);
  };
}

function toRequest(req: ExpressRequest, res: ExpressResponse): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) headers.append(name, item);
  }
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD';
  // Joined as text: resolved against the origin, the path "//elsewhere/" would name another host.
  return new Request(`${ownOrigin(req)}${req.originalUrl}`, {
    method: req.method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: Readable.toWeb(req) as unknown as BodyInit, duplex: 'half' as const } : {}),
  });
}

async function send(res: ExpressResponse, response: Response): Promise<void> {
  res.status(response.status);
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie' || name === 'vary') res.append(name, value);
    else res.setHeader(name, value);
  }
  if (response.body === null) {
    res.end();
    return;
  }
  if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) res.flushHeaders();
  // Log, abort signal, compression and the pipeline itself all listen for the end of the same response.
  res.setMaxListeners(20);
  try {
    await pipeline(Readable.fromWeb(response.body as NodeReadableStream), res);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** The browser closed the connection: its right, and no error of ours. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET' || error.code === 'EPIPE');
}
