import type { NextFunction, Request, Response } from 'express';

const LISTS = new Set(['set-cookie', 'vary', 'link']);

/**
 * The framework adapter appends its headers to those already set. For a policy header two values mean "the intersection of both", so a
 * route could never allow more than the default; here the later value replaces the earlier one, except for headers that are lists.
 */
export function replaceHeaders(_req: Request, res: Response, next: NextFunction): void {
  const append = res.append.bind(res);
  res.append = (name, value) => (LISTS.has(name.toLowerCase()) ? append(name, value) : res.set(name, value));
  next();
}
