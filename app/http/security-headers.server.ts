import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { requestFactsOf } from './request-context.server';

/**
 * Content-Security-Policy of our pages. Scripts and style elements need the nonce; style *attributes* are allowed because antd writes
 * them into server-rendered markup and through setAttribute (docs/decisions/content-security-policy.md).
 */
export function pagePolicy(options: { nonce: string; frameAncestors: 'none' | 'self'; upgradeInsecure: boolean }): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${options.nonce}'`,
    `style-src 'self' 'nonce-${options.nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-src 'self'`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors '${options.frameAncestors}'`,
    ...(options.upgradeInsecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/**
 * Headers for a self-contained HTML document shown in a same-origin iframe, such as the report preview: no script, no network except
 * our own fonts and images, inline print CSS allowed. A route returns them with its response; they replace the page's own.
 */
export function framedDocumentHeaders(): Record<string, string> {
  return {
    'Content-Security-Policy': [
      `default-src 'none'`,
      `style-src 'self' 'unsafe-inline'`,
      `font-src 'self' data:`,
      `img-src 'self' data:`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors 'self'`,
      `sandbox allow-same-origin`,
    ].join('; '),
    'X-Frame-Options': 'SAMEORIGIN',
    'Cache-Control': 'no-store',
  };
}

/** Puts the headers on every response, errors included. What a route sets itself later replaces them. */
export function securityHeaders(options: { development: boolean; publicOrigin: string | undefined }): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const isSecure = options.publicOrigin === undefined ? req.secure : options.publicOrigin.startsWith('https:');
    const headers: Record<string, string> = {
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cache-Control': 'no-store',
    };
    // The development server injects inline scripts and styles of its own.
    if (!options.development) {
      headers['Content-Security-Policy'] = pagePolicy({ nonce: requestFactsOf(req).cspNonce, frameAncestors: 'none', upgradeInsecure: isSecure });
    }
    if (isSecure) headers['Strict-Transport-Security'] = 'max-age=31536000';
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    next();
  };
}
