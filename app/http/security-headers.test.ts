import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as entry from '~/app/entry.server';
import { forbidden, notFound } from '~/app/services/app-error';
import { startTestApp, type Answer, type TestApp } from './testing/test-app';

const parts = { entry, forbidden, notFound };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(parts, { readiness: [{ name: 'database', check: () => Promise.reject(new Error('down')) }], bodyLimits: { defaultBytes: 100, prefixes: [] } });
});
afterAll(() => app.close());

const own = () => ({ origin: app.origin, 'sec-fetch-site': 'same-origin' });

const answers: [string, number, () => Promise<Answer>][] = [
  ['page', 200, () => app.send('GET', '/page')],
  ['data of a page', 200, () => app.send('GET', '/page?_data=page')],
  ['resource', 200, () => app.send('GET', '/resource')],
  ['redirect', 302, () => app.send('GET', '/moved')],
  ['HEAD', 200, () => app.send('HEAD', '/page')],
  ['unknown URL', 404, () => app.send('GET', '/nowhere')],
  ['absent row', 404, () => app.send('GET', '/absent')],
  ['forbidden', 403, () => app.send('GET', '/closed')],
  ['bug in a loader', 500, () => app.send('GET', '/broken')],
  ['bug in a loader, as data', 500, () => app.send('GET', '/broken?_data=broken')],
  ['bug in rendering', 500, () => app.send('GET', '/unrenderable')],
  ['malformed escape', 404, () => app.send('GET', '/%E0%A4%A')],
  ['malformed host', 400, () => app.send('GET', '/page', { host: 'a b' })],
  ['whole URL as target', 400, () => app.send('GET', 'http://elsewhere.example/page')],
  ['foreign POST', 403, () => app.send('POST', '/page', { origin: 'https://elsewhere.example' })],
  ['unsupported method', 405, () => app.send('POST', '/absent', own())],
  ['too long', 413, () => app.send('POST', '/page', { ...own(), 'content-length': '101' }, 'x'.repeat(101))],
  ['without length', 411, () => app.send('POST', '/page', { ...own(), 'transfer-encoding': 'chunked' }, 'x')],
  ['asset', 200, () => app.send('GET', '/assets/entry-1a2b3c.js')],
  ['missing asset', 404, () => app.send('GET', '/assets/gone.js')],
  ['public file', 200, () => app.send('GET', '/favicon.svg')],
  ['process', 200, () => app.send('GET', '/healthz')],
  ['readiness', 503, () => app.send('GET', '/readyz')],
];

describe('every response, errors included', () => {
  test.each(answers)('%s (%i)', async (_name, status, ask) => {
    const { status: found, headers } = await ask();
    expect(found).toBe(status);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'self'");
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['x-request-id']).toMatch(/^[2-9A-Z]{12}$/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('pages and errors are never stored, hashed files for ever', async () => {
    for (const [name, , ask] of answers) {
      const stored = (await ask()).headers['cache-control'];
      if (name === 'asset') expect(stored).toBe('public, max-age=31536000, immutable');
      else if (name === 'public file') expect(stored).toBe('public, max-age=3600');
      else expect(stored, name).toBe('no-store');
    }
  });
});

describe('content security policy', () => {
  test('scripts of a page carry the nonce of its header, a new one each time', async () => {
    const nonces = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const { headers, body } = await app.send('GET', '/page');
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
      const scripts = body.match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('a framed document replaces the policy of pages instead of joining it', async () => {
    const { headers } = await app.send('GET', '/framed');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  });
});

describe('https', () => {
  test('is demanded for a year when the public origin is https', async () => {
    const secure = await startTestApp(parts, { publicOrigin: 'https://jixiao.example.gov.cn' });
    try {
      for (const target of ['/page', '/nowhere', '/broken', '/healthz']) {
        const { headers } = await secure.send('GET', target);
        expect(headers['strict-transport-security']).toBe('max-age=31536000');
        expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
      }
    } finally {
      await secure.close();
    }
  });
});
