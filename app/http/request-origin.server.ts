import type { NextFunction, Request, RequestHandler, Response } from 'express';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-forwarded-server', 'x-real-ip'];

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Decides once which origin this request was made to, and makes everything behind agree on it: framework code reads X-Forwarded-Host
 * from anybody, so headers of proxies that are not trusted are removed, and with a configured public origin the Host header is replaced.
 */
export function settleRequestOrigin(options: { publicOrigin: string | undefined }): RequestHandler {
  const publicUrl = options.publicOrigin === undefined ? undefined : new URL(options.publicOrigin);
  return (req: Request, res: Response, next: NextFunction) => {
    const isTrusted = (req.app.get('trust proxy fn') as (address: string, hop: number) => boolean)(req.socket.remoteAddress ?? '', 0);
    if (!isTrusted) for (const name of FORWARDED) delete req.headers[name];
    const forwardedHost = req.headers['x-forwarded-host'];
    const named = publicUrl?.host ?? (typeof forwardedHost === 'string' ? forwardedHost.split(',')[0]?.trim() : undefined) ?? req.headers.host;
    // A request line with a whole URL ("GET http://elsewhere/") names a second host.
    if (named === undefined || !HOST.test(named) || !req.url.startsWith('/')) {
      res.status(400).type('text/plain').send('请求的地址不正确。');
      return;
    }
    req.headers.host = named;
    delete req.headers['x-forwarded-host'];
    if (publicUrl !== undefined) {
      const protocol = publicUrl.protocol.slice(0, -1);
      Object.defineProperty(req, 'protocol', { value: protocol, configurable: true });
      Object.defineProperty(req, 'secure', { value: protocol === 'https', configurable: true });
    }
    next();
  };
}

/** Scheme, host and port as the browser writes them in Origin. Only after settleRequestOrigin. */
export function ownOrigin(req: Request): string {
  return new URL(`${req.protocol}://${req.headers.host ?? ''}`).origin;
}
