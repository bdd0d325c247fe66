import type { NextFunction, Request, RequestHandler, Response } from 'express';

export interface BodyLimits {
  readonly defaultBytes: number;
  /** Larger limits for upload URLs; the first prefix that matches counts. */
  readonly prefixes: readonly { readonly prefix: string; readonly bytes: number }[];
}

/**
 * Refuses by the announced length, before a byte of the body is read. A body without Content-Length is refused too (411): browsers and
 * proxies always send it, and counting a stream would come too late. Node itself cuts a body at its announced length.
 */
export function limitBody(limits: BodyLimits): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const announced = req.headers['content-length'];
    if (announced === undefined && req.headers['transfer-encoding'] === undefined) return next();
    const limit = limits.prefixes.find((entry) => req.path.startsWith(entry.prefix))?.bytes ?? limits.defaultBytes;
    if (announced === undefined) {
      res.status(411).set('Connection', 'close').type('text/plain').send('请求没有写明长度，已拒绝。');
    } else if (Number(announced) > limit) {
      res.status(413).set('Connection', 'close').type('text/plain').send(`提交的内容超过上限（${Math.floor(limit / 1024)} KB），请减少内容或拆分后再提交。`);
    } else next();
  };
}
