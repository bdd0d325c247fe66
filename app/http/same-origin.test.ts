import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as entry from '~/app/entry.server';
import { forbidden, notFound } from '~/app/services/app-error';
import { startTestApp, type TestApp } from './testing/test-app';

const parts = { entry, forbidden, notFound };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(parts);
});
beforeEach(() => {
  app.doings.actions = 0;
});
afterAll(() => app.close());

const targets = ['/page', '/page?_data=page', '/resource', '/resource?_data=resource', '/page?index', '//page', '/nowhere', '/healthz', '/assets/entry-1a2b3c.js'];
const methods = ['POST', 'PUT', 'PATCH', 'DELETE'];
const bodies = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/json'];

const foreign: [string, (app: TestApp) => Record<string, string>][] = [
  ['no Origin', () => ({})],
  ['no Origin, but a Referer of ours', (on) => ({ referer: `${on.origin}/page` })],
  ['no Origin, but Sec-Fetch-Site of ours', () => ({ 'sec-fetch-site': 'same-origin' })],
  ['Origin null', () => ({ origin: 'null' })],
  ['another site', () => ({ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })],
  ['a sub-domain', (on) => ({ origin: `http://sub.${on.host}`, 'sec-fetch-site': 'same-site' })],
  ['a longer host', (on) => ({ origin: `${on.origin}.elsewhere.example` })],
  ['another port', () => ({ origin: 'http://127.0.0.1:1' })],
  ['another scheme', (on) => ({ origin: on.origin.replace('http:', 'https:') })],
  ['our Origin, foreign Sec-Fetch-Site', (on) => ({ origin: on.origin, 'sec-fetch-site': 'same-site' })],
  ['spoofed X-Forwarded-Host', () => ({ origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' })],
];

describe('a request that may change something', () => {
  describe.each(foreign)('%s', (_name, headers) => {
    test.each(targets)('is refused at %s', async (target) => {
      for (const method of methods) {
        const { status } = await app.send(method, target, { ...headers(app), cookie: 'hengji=stolen', 'content-length': '0' });
        expect(status, method).toBe(403);
      }
      expect(app.doings.actions).toBe(0);
    });
  });

  test.each(bodies)('is refused whatever the body is: %s', async (type) => {
    const { status } = await app.send('POST', '/resource', { origin: 'https://elsewhere.example', 'content-type': type, 'content-length': '3' }, 'a=1');
    expect(status).toBe(403);
    expect(app.doings.actions).toBe(0);
  });

  test.each(['/page', '/page?_data=page', '/resource'])('runs from our own pages at %s', async (target) => {
    const form = { origin: app.origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '3' };
    expect((await app.send('POST', target, form, 'a=1')).status).toBe(200);
    expect((await app.send('POST', target, { ...form, 'sec-fetch-site': 'same-origin' }, 'a=1')).status).toBe(200);
    expect(app.doings.actions).toBe(2);
  });

  test('is told from reading, which needs no Origin', async () => {
    expect((await app.send('GET', '/page', { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
    expect((await app.send('HEAD', '/page')).status).toBe(200);
  });
});

describe('the origin that is ours', () => {
  test('is the configured one, whatever Host says', async () => {
    const behind = await startTestApp(parts, { publicOrigin: 'https://jixiao.example.gov.cn' });
    try {
      const post = (origin: string, host: string) => behind.send('POST', '/resource', { origin, host, 'content-length': '0' });
      expect((await post('https://jixiao.example.gov.cn', 'internal:8080')).status).toBe(200);
      expect((await post('http://internal:8080', 'internal:8080')).status).toBe(403);
      expect((await behind.send('GET', '/url?a=1', { host: 'elsewhere.example' })).body).toBe('https://jixiao.example.gov.cn/url?a=1');
    } finally {
      await behind.close();
    }
  });

  test('comes from a trusted proxy only', async () => {
    const forwarded = { 'x-forwarded-host': 'jixiao.example.gov.cn', 'x-forwarded-proto': 'https' };
    expect((await app.send('GET', '/url', forwarded)).body).toBe(`${app.origin}/url`);
    const trusting = await startTestApp(parts, { trustProxy: ['loopback'] });
    try {
      expect((await trusting.send('GET', '/url', forwarded)).body).toBe('https://jixiao.example.gov.cn/url');
      expect((await trusting.send('POST', '/resource', { ...forwarded, origin: 'https://jixiao.example.gov.cn', 'content-length': '0' })).status).toBe(200);
      expect((await trusting.send('POST', '/resource', { ...forwarded, origin: trusting.origin, 'content-length': '0' })).status).toBe(403);
    } finally {
      await trusting.close();
    }
  });
});
