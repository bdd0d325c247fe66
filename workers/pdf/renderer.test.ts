import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync, readdirSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFICIAL_DOCUMENT_CSS, runningHeadCss } from '~/app/reports/print/official-document.css';
import { RenderAborted, RenderFailed, RenderTimeout } from './render-errors';
import { createPdfRenderer, type PdfRenderer } from './renderer';
import { processesWith, zombieChildren } from './testing/browser-processes';
import { readPdfFonts, readPdfPages } from './testing/read-pdf';

const profileMark = `hengji-pdf-${process.pid}-`;
const official = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><title>自评报告</title><style>${OFFICIAL_DOCUMENT_CSS}${runningHeadCss('报送编号', '演示数据')}</style></head><body>${body}</body></html>`;
const table = `<table><thead><tr><th>指标</th><th>得分</th></tr></thead><tbody><tr><td rowspan="2">履职效能</td><td class="number">5.00</td></tr><tr><td class="number">4.98</td></tr><tr class="total"><th>总分</th><td class="number">94.98</td></tr></tbody></table>`;
const sample = official(
  `<h1>部门整体支出绩效自评报告</h1><h2>一、基本情况</h2><h3>（一）部门职能</h3><p>全年预算数23,758.69万元，张镕。</p><section class="attachment land"><p class="attachment-mark">附件1</p><h2>评分表</h2>${table}</section>`,
);
/** Takes seconds to lay out on any machine. */
const heavy = (rows: number): string => official(`<table>${'<tr><td>指标</td><td>23,740.11</td><td>完成</td></tr>'.repeat(rows)}</table>`);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a warm renderer', () => {
  let renderer: PdfRenderer;
  beforeAll(() => {
    renderer = createPdfRenderer({ recycleAfter: 3 });
  });
  afterAll(() => renderer.close());

  it('runs the browser as a user who is not root, away from the network where the machine allows it', async () => {
    const seal = await renderer.start();
    const uids = /^Uid:\s+(\d+)\s+(\d+)/m.exec(readFileSync(`/proc/${seal.pid}/status`, 'utf8'));
    expect(uids?.slice(1)).toEqual([String(seal.uid), String(seal.uid)]);
    expect(seal.uid).not.toBe(0);
    if (seal.network === 'none' && process.getuid?.() === 0) expect(readlinkSync(`/proc/${seal.pid}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'));
    const command = processesWith(profileMark).find(({ pid }) => pid === seal.pid)?.command ?? '';
    expect(command.includes('--no-sandbox')).toBe(!seal.sandbox);
    expect(command).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    expect(command).not.toContain('--single-process');
  }, 60_000);

  it('fills a page with 22 lines of 28 characters', async () => {
    const { pdf, pages } = await renderer.render(official(`<p class="flush">${'国'.repeat(28 * 22 * 2)}</p>`));
    expect(pages).toBe(2);
    for (const page of await readPdfPages(pdf)) {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([595, 842]);
      const body = page.lines.filter(({ text }) => text.includes('国'));
      expect(body.map(({ text }) => text)).toEqual(Array<string>(22).fill('国'.repeat(28)));
      // 版心: 28 mm from the left; the first line begins 37 mm from the top.
      expect(body[0]?.x).toBeCloseTo((28 / 25.4) * 72, 0);
      expect(page.height - (body[0]?.y ?? 0)).toBeGreaterThan((37 / 25.4) * 72);
    }
  }, 60_000);

  it('numbers pages on the outer side, below the text and at the side of landscape pages', async () => {
    const three = official(`<p>一</p><p style="break-before:page">二</p><section class="attachment land"><h2>三</h2></section><section class="attachment land"><h2>四</h2></section>`);
    const [first, second, third, fourth] = await readPdfPages((await renderer.render(three)).pdf);
    const numberOf = (page: typeof first) => page?.lines.find(({ text }) => /^— \d —$/.test(text.trim()));
    expect(numberOf(first)?.text.trim()).toBe('— 1 —');
    expect(numberOf(first)?.x ?? 0).toBeGreaterThan(400);
    expect(numberOf(second)?.text.trim()).toBe('— 2 —');
    expect(numberOf(second)?.x ?? 999).toBeLessThan(140);
    for (const page of [third, fourth]) expect([Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)]).toEqual([842, 595]);
    const sideOf = (page: typeof first, digit: string) => page?.lines.find(({ text }) => text.includes(digit));
    expect(sideOf(third, '3')?.x ?? 999).toBeLessThan(99);
    expect(sideOf(third, '3')?.y ?? 999).toBeLessThan(200);
    expect(sideOf(fourth, '4')?.y ?? 0).toBeGreaterThan(400);
  }, 60_000);

  it('embeds every face as a TrueType subset and nothing as Type 3', async () => {
    const fonts = await readPdfFonts((await renderer.render(sample)).pdf);
    expect([...new Set(fonts.map(({ subtype }) => subtype))].sort()).toEqual(['CIDFontType2', 'Type0']);
    for (const { name, subtype, embedded } of fonts) {
      expect(name).toMatch(/^[A-Z]{6}\+/);
      expect(embedded).toBe(subtype === 'CIDFontType2');
    }
    const names = new Set(fonts.map(({ name }) => name.slice(7)));
    expect(names).toEqual(new Set(['FandolFang-Regular', 'FandolHei-Regular', 'FandolKai-Regular', 'FandolSong-Bold', 'LXGWWenKai-Regular']));
  }, 60_000);

  it('reports characters drawn in the fallback and characters no face holds', async () => {
    const rendered = await renderer.render(official('<p>张镕 🏆 ㎡</p>'));
    expect(rendered.fallbackGlyphs).toEqual(['镕', '㎡']);
    expect(rendered.missingGlyphs).toEqual(['🏆']);
  }, 60_000);

  it('makes the same bytes of the same document, whatever was printed before and on whichever browser', async () => {
    const facts = { title: '广州市荔湾区2024年报告', createdAt: '2025-04-08T02:00:00Z' };
    const hashes = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      hashes.add(sha256((await renderer.render(sample, facts)).pdf));
      await renderer.render(official(`${table}<p>另一份${round}</p>`));
    }
    const other = createPdfRenderer();
    hashes.add(sha256((await other.render(sample, facts)).pdf));
    await other.close();
    expect(hashes.size).toBe(1);
  }, 60_000);

  it('writes title, language, producer and the given date into the file', async () => {
    const { pdf } = await renderer.render(sample, { title: '报告（2024）', createdAt: '2025-04-08T17:00:00Z' });
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
    const document = await task.promise;
    const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: '报告（2024）', Producer: '衡绩', Creator: '衡绩', CreationDate: "D:20250409010000+08'00'", Language: 'zh-CN' });
    expect(((await document.getMarkInfo()) as unknown as Map<string, boolean>).get('Marked')).toBe(true);
    expect(document.numPages).toBe(2);
    const outline = (await document.getOutline()) as { title: string }[];
    expect(outline.map(({ title }) => title)).toEqual(['部门整体支出绩效自评报告']);
    await task.destroy();
    const undated = await PDFDocument.load((await renderer.render(sample)).pdf, { updateMetadata: false });
    expect([undated.getTitle(), undated.getProducer(), undated.getCreationDate()]).toEqual(['自评报告', '衡绩', undefined]);
  }, 60_000);

  it('prints many documents at once, in turn', async () => {
    const results = await Promise.all(Array.from({ length: 9 }, (_, index) => renderer.render(official(`<p>第${index}份</p>`))));
    for (const [index, { pdf }] of results.entries()) expect((await readPdfPages(pdf))[0]?.text).toContain(`第${index}份`);
  }, 60_000);
});

describe('a renderer in trouble', () => {
  let renderer: PdfRenderer;
  beforeAll(() => {
    renderer = createPdfRenderer();
  });
  afterAll(() => renderer.close());
  const small = official('<p>小</p>');

  it('prints again on a new browser when the browser is killed in the middle', async () => {
    const { pid } = await renderer.start();
    const slow = renderer.render(heavy(4_000));
    await renderer.render(small);
    process.kill(pid, 'SIGKILL');
    expect((await slow).pages).toBeGreaterThan(100);
    expect((await renderer.start()).pid).not.toBe(pid);
  }, 120_000);

  it('prints again when only the renderer process is killed', async () => {
    const { pid } = await renderer.start();
    const slow = renderer.render(heavy(4_000));
    await renderer.render(small);
    for (const { pid: child, command } of processesWith(profileMark)) if (command.includes('--type=renderer')) process.kill(child, 'SIGKILL');
    expect((await slow).pages).toBeGreaterThan(100);
    expect((await renderer.start()).pid).toBe(pid);
  }, 120_000);

  it('gives up when the second browser dies as well', async () => {
    const slow = renderer.render(heavy(4_000));
    const outcome = slow.then(() => 'printed', (error: unknown) => error);
    const killed = new Set<number>();
    while (killed.size < 2) {
      await renderer.render(small);
      const { pid } = await renderer.start();
      if (!killed.has(pid)) process.kill(pid, 'SIGKILL');
      killed.add(pid);
    }
    expect(await outcome).toBeInstanceOf(RenderFailed);
    expect((await renderer.render(small)).pages).toBe(1);
  }, 120_000);

  it('stops a document that takes too long, and neither the next nor its neighbour suffers', async () => {
    const { pid } = await renderer.start();
    const bomb = renderer.render(heavy(200_000), { timeoutMs: 1_500 }).then(() => 'printed', (error: unknown) => error);
    const neighbour = renderer.render(heavy(4_000));
    const error = await bomb;
    expect(error).toBeInstanceOf(RenderTimeout);
    expect((error as Error).message).toContain('超过 2 秒');
    expect((await neighbour).pages).toBeGreaterThan(100);
    expect((await renderer.start()).pid).not.toBe(pid);
    expect((await renderer.render(small)).pages).toBe(1);
  }, 120_000);

  it('takes a document back, in work and waiting', async () => {
    const inWork = new AbortController();
    const first = renderer.render(heavy(4_000), { signal: inWork.signal }).then(() => 'printed', (error: unknown) => error);
    const second = renderer.render(heavy(4_000), { signal: inWork.signal }).then(() => 'printed', (error: unknown) => error);
    const waiting = new AbortController();
    const third = renderer.render(small, { signal: waiting.signal }).then(() => 'printed', (error: unknown) => error);
    waiting.abort();
    expect(await third).toBeInstanceOf(RenderAborted);
    inWork.abort();
    expect(await first).toBeInstanceOf(RenderAborted);
    expect(await second).toBeInstanceOf(RenderAborted);
    expect((await renderer.render(small)).pages).toBe(1);
  }, 120_000);

  it('leaves no process, no zombie and no profile behind', async () => {
    const working = renderer.render(heavy(20_000)).then(() => 'printed', (error: unknown) => error);
    await renderer.render(small);
    await renderer.close();
    expect(await working).toBeInstanceOf(RenderAborted);
    await expect(renderer.render(small)).rejects.toBeInstanceOf(RenderAborted);
    await expect.poll(() => processesWith(profileMark)).toEqual([]);
    expect(zombieChildren()).toEqual([]);
    for (const parent of ['/var/tmp', '/tmp']) expect(readdirSync(parent).filter((name) => name.startsWith(profileMark))).toEqual([]);
  }, 120_000);
});
