import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as entry from '~/app/entry.server';
import { forbidden, notFound } from '~/app/services/app-error';
import { stopListening } from './listen.server';
import { startTestApp, type TestApp } from './testing/test-app';
import { CHINESE_WORDS } from './testing/test-build';

const parts = { entry, forbidden, notFound };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(parts);
});
afterAll(() => app.close());

test('a long Chinese page arrives letter by letter', async () => {
  const { body } = await app.send('GET', '/chinese');
  expect(body.startsWith('<!DOCTYPE html><html lang="zh-CN">')).toBe(true);
  expect(body).not.toContain('\0');
  expect(body).toContain(CHINESE_WORDS.map((word) => `<i>${word}</i>`).join(''));
});

describe('a bug', () => {
  test.each(['/broken', '/unrenderable'])('shows the reference id of its log line and nothing of its cause: %s', async (target) => {
    const { status, headers, body } = await app.send('GET', target);
    const reference = String(headers['x-request-id']);
    expect(status).toBe(500);
    expect(body).toContain(reference);
    expect(body).not.toMatch(/secret_column|\.tsx?:|at [A-Z]\w+ \(/);
    expect(app.log.some((line) => line.includes(reference) && line.includes('secret_column'))).toBe(true);
  });

  test('reaches a data request as the same reference', async () => {
    const { headers, body } = await app.send('GET', '/broken?_data=broken');
    expect(JSON.parse(body)).toEqual({ message: `reference:${String(headers['x-request-id'])}` });
  });
});

describe('an absent or forbidden thing', () => {
  test.each([
    ['/absent', 404, 'not_found'],
    ['/closed', 403, 'forbidden'],
  ])('%s answers %i and is no error of ours', async (target, status, code) => {
    const before = app.log.length;
    expect((await app.send('GET', target)).status).toBe(status);
    const data = await app.send('GET', `${target}?_data=${target.slice(1)}`);
    expect(data.status).toBe(status);
    expect(JSON.parse(data.body)).toEqual({ code });
    expect(app.log.slice(before).filter((line) => line.includes('unexpected error'))).toEqual([]);
  });
});

describe('the request log', () => {
  test('keeps query, cookies and bodies out, and a line stays one line', async () => {
    const before = app.log.length;
    await app.send('POST', '/page?token=canary1', { origin: app.origin, cookie: 'hengji=canary2', 'content-type': 'application/x-www-form-urlencoded', 'content-length': '16' }, 'password=canary3');
    await app.send('GET', '/line%0d%0a{"level":60}');
    const lines = app.log.slice(before);
    expect(lines.filter((line) => line.includes('"request"'))).toHaveLength(2);
    expect(lines.join()).not.toContain('canary');
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});

describe('readiness', () => {
  test('names the part that fails, not why', async () => {
    const half = await startTestApp(parts, {
      readiness: [
        { name: 'database', check: () => Promise.resolve() },
        { name: 'queue', check: () => Promise.reject(new Error('password wrong')) },
      ],
    });
    try {
      const { status, body } = await half.send('GET', '/readyz');
      expect(status).toBe(503);
      expect(JSON.parse(body)).toEqual({ status: 'not_ready', checks: { database: 'ok', queue: 'failed' } });
      expect((await half.send('GET', '/healthz')).status).toBe(200);
    } finally {
      await half.close();
    }
  });
});

describe('server-sent events', () => {
  const open = (on: TestApp) =>
    new Promise<ReturnType<typeof get>>((resolve, reject) => {
      const request = get(`${on.origin}/events`, { headers: { 'accept-encoding': 'gzip' } }, (response) => response.once('data', () => resolve(request)));
      request.on('error', reject);
    });

  test('reach the browser at once and end when it goes away', async () => {
    const request = await open(app);
    request.on('error', () => undefined).destroy();
    await vi.waitFor(() => expect(app.doings.cancelledStreams).toBe(1));
  });

  test('do not keep a stopping process alive', async () => {
    const stopping = await startTestApp(parts);
    const request = await open(stopping);
    const ended = new Promise((resolve) => request.once('error', resolve).once('close', resolve));
    await stopListening(stopping.server, 60_000);
    await ended;
    await expect(stopping.send('GET', '/healthz')).rejects.toThrow();
  });
});
