import type { NextFunction, Request, Response } from 'express';
import { randomBytes } from 'node:crypto';

/** What every layer of one request may know about it. Set first, before anything can fail. */
export interface RequestFacts {
  /** Reference id (事件编号) shown on error pages and written on every log line of the request. */
  readonly requestId: string;
  /** The one nonce scripts and style elements of this response may carry. */
  readonly cspNonce: string;
}

const facts = new WeakMap<Request, RequestFacts>();

/** Letters and digits that cannot be taken for one another when read out on the telephone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function newRequestId(): string {
  return [...randomBytes(12)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

export function assignRequestFacts(req: Request, res: Response, next: NextFunction): void {
  const assigned = { requestId: newRequestId(), cspNonce: randomBytes(16).toString('base64') };
  facts.set(req, assigned);
  res.setHeader('X-Request-Id', assigned.requestId);
  next();
}

export function requestFactsOf(req: Request): RequestFacts {
  const found = facts.get(req);
  if (found === undefined) throw new Error('assignRequestFacts must run first');
  return found;
}
