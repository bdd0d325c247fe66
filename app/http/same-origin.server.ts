import type { NextFunction, Request, Response } from 'express';
import { ownOrigin } from './request-origin.server';

/** Why a request that may change something is refused; null when it comes from our own pages. */
export type CrossOriginReason = 'origin_missing' | 'origin_foreign' | 'fetch_site_foreign';

/**
 * Both signals must say "ours". A missing Origin is refused (every browser since 2020 sends it with non-GET requests); Sec-Fetch-Site is
 * absent over plain http to a non-local host and in older browsers, so it is only required to be right when present.
 */
export function crossOriginReason(signals: { method: string; origin: string | undefined; fetchSite: string | undefined; own: string }): CrossOriginReason | null {
  if (signals.method === 'GET' || signals.method === 'HEAD') return null;
  if (signals.origin === undefined || signals.origin === '') return 'origin_missing';
  if (signals.origin !== signals.own) return 'origin_foreign';
  if (signals.fetchSite !== undefined && signals.fetchSite !== 'same-origin') return 'fetch_site_foreign';
  return null;
}

/** Stands before the framework and looks at every URL alike: documents, `?_data=`, resource routes, files that do not exist. */
export function requireSameOrigin(req: Request, res: Response, next: NextFunction): void {
  const fetchSite = req.headers['sec-fetch-site'];
  const reason = crossOriginReason({
    method: req.method,
    origin: req.headers.origin,
    fetchSite: Array.isArray(fetchSite) ? fetchSite.join(',') : fetchSite,
    own: ownOrigin(req),
  });
  if (reason === null) return next();
  res.locals['refusal'] = reason;
  res.status(403).type('text/plain').send('请求不是从本系统的页面发出的，已拒绝。请在本系统的页面上重新操作。');
}
