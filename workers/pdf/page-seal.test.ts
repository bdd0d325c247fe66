import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium';
import { createPdfRenderer } from './renderer';
import { sealPage, underContentPolicy } from './sealed-page';
import { type HostileVector, hostileVectors, scriptedVectors } from './testing/hostile-vectors';
import { readPdfPages } from './testing/read-pdf';
import { openRequestSink, type RequestSink } from './testing/request-sink';

const CANARY = 'canary-41c7a9';
let folder: string;
let sink: RequestSink;
let vectors: HostileVector[];
let scripted: HostileVector[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hengji-test-'));
  writeFileSync(join(folder, 'secret.txt'), CANARY, { mode: 0o644 });
  sink = await openRequestSink();
  vectors = hostileVectors(sink.at, join(folder, 'secret.txt'));
  scripted = scriptedVectors(sink.at);
});
afterAll(async () => {
  await sink.close();
  rmSync(folder, { recursive: true });
});

const documentOf = (vector: HostileVector): string =>
  `<!doctype html><html lang="zh-CN"><head><title>${vector.id}</title></head><body><p>正文 ${vector.id}</p>${vector.html}</body></html>`;

describe('a browser without seal', () => {
  let browser: Browser;
  beforeAll(async () => {
    const chromium = await findChromium();
    browser = await launch({ executablePath: chromium.executablePath, args: [...chromium.args], headless: 'shell', env: { ...process.env, ...chromium.env } });
  }, 60_000);
  afterAll(() => browser.close());

  const opened = async (all: readonly HostileVector[], seal: (page: Page) => Promise<void>, wrap: (html: string) => string): Promise<Set<string>> => {
    const own = await openRequestSink();
    const again = [...hostileVectors(own.at, join(folder, 'secret.txt')), ...scriptedVectors(own.at)];
    const wanted = new Set(all.map(({ id }) => id));
    const queue = again.filter(({ id }) => wanted.has(id));
    const openInTurn = async (): Promise<void> => {
      for (let vector = queue.pop(); vector !== undefined; vector = queue.pop()) {
        const page = await browser.newPage();
        await seal(page);
        await page.setContent(wrap(documentOf(vector)), { waitUntil: 'load', timeout: 5_000 }).catch(() => undefined);
        await page.waitForNetworkIdle({ idleTime: 400, timeout: 5_000 }).catch(() => undefined);
        await page.close();
      }
    };
    await Promise.all(Array.from({ length: 24 }, openInTurn));
    const seen = new Set(own.seen());
    await own.close();
    return seen;
  };

  it('is reached by most vectors: the attempts are live', async () => {
    const seen = await opened([...vectors, ...scripted], async () => undefined, (html) => html);
    expect(seen.size).toBeGreaterThan(45);
    expect([...seen]).toEqual(expect.arrayContaining(['img', 'iframe', 'style-import', 'meta-refresh', 'js-websocket', 'link-prefetch', 'object', 'style-font']));
  }, 240_000);

  it('is kept from every part of a page by the content policy alone', async () => {
    const seen = await opened(vectors.filter(({ navigates }) => !navigates), (page) => page.setJavaScriptEnabled(false), underContentPolicy);
    expect([...seen]).toEqual([]);
  }, 240_000);

  it('is kept from going elsewhere by interception alone', async () => {
    const seen = await opened([...vectors, ...scripted].filter(({ id, navigates }) => navigates ?? ['img', 'iframe', 'object', 'style-import'].includes(id)), sealPage, (html) => html);
    expect([...seen]).toEqual([]);
  }, 120_000);

  it('is kept from running scripts by the page seal alone', async () => {
    const seen = await opened(scripted, (page) => page.setJavaScriptEnabled(false), (html) => html);
    expect([...seen]).toEqual([]);
  }, 120_000);
});

describe('the renderer', () => {
  const renderer = createPdfRenderer({ isolateNetwork: false });
  afterAll(() => renderer.close());

  it('prints every hostile document and sends nothing', async () => {
    expect((await renderer.start()).network).toBe('host');
    const all = [...vectors, ...scripted];
    expect(all.length).toBeGreaterThanOrEqual(60);
    for (const vector of all) {
      const { pdf } = await renderer.render(documentOf(vector));
      const pages = await readPdfPages(pdf);
      const text = pages.map((page) => page.text).join('\n');
      expect(text, vector.id).toContain(`正文 ${vector.id}`);
      expect(text, vector.id).not.toContain(CANARY);
    }
    expect(sink.connections()).toBe(0);
  }, 240_000);

  it('prints a document that holds all vectors at once', async () => {
    const all = [...vectors, ...scripted].map(({ html }) => html).join('\n');
    const { pdf } = await renderer.render(`<!doctype html><html><head></head><body><p>正文</p>${all}</body></html>`);
    expect((await readPdfPages(pdf)).map((page) => page.text).join('\n')).not.toContain(CANARY);
    expect(sink.connections()).toBe(0);
  }, 60_000);

  it('runs no script', async () => {
    const { pdf } = await renderer.render('<!doctype html><html><body><p id="p">原文</p><script>p.textContent="改写"</script><noscript>无脚本</noscript></body></html>');
    const [page] = await readPdfPages(pdf);
    expect(page?.text).toContain('原文');
    expect(page?.text).not.toContain('改写');
    // Shown only where scripts are off, not where the policy merely refuses this one.
    expect(page?.text).toContain('无脚本');
  }, 60_000);

  it('puts the policy before a document that tries to come first', () => {
    const html = underContentPolicy('<!DOCTYPE html><img src="http://x.test/"><html><head>');
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<img'));
  });
});
