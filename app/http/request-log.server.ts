import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from '~/app/config/logger.server';
import { requestFactsOf } from './request-context.server';

/** One line per request: path without its query (which may hold a token), no headers, no body. */
export function logRequests(log: Logger): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const startedAt = process.hrtime.bigint();
    const path = req.path;
    res.once('close', () => {
      const line = {
        requestId: requestFactsOf(req).requestId,
        method: req.method,
        path,
        status: res.statusCode,
        ms: Number((process.hrtime.bigint() - startedAt) / 100_000n) / 10,
        ip: req.ip,
        ...(res.writableFinished ? {} : { cut: true }),
        ...(res.locals['refusal'] === undefined ? {} : { refusal: String(res.locals['refusal']) }),
      };
      if (res.statusCode >= 500) log.error(line, 'request');
      else if (path.startsWith('/assets/') || path === '/healthz' || path === '/readyz') log.debug(line, 'request');
      else log.info(line, 'request');
    });
    next();
  };
}
