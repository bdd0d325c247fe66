import fc from 'fast-check';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { createPdfRenderer } from '~/workers/pdf/renderer';
import { readPdfFonts, readPdfPages } from '~/workers/pdf/testing/read-pdf';
import { cssString } from './print/official-document.css';
import { renderReportHtml } from './render-report-html';
import { sampleReport } from './testing/sample-report';

const plain = sampleReport();
const html = renderReportHtml(plain.model, { draft: false });
const elements = (markup: string): string[] => [...markup.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name ?? '');

/** Every cell that takes words. */
const WORD_CELLS = [
  'basics.functions',
  'basics.overall_objective',
  'basics.key_tasks',
  'narrative.conclusion',
  'narrative.achievements',
  'narrative.problems',
  'narrative.measures',
  'indicators.LZ-02.deviation',
  'indicators.LZ-05.deviation',
  'indicators.LZ-06.actual',
];

describe('the HTML of a report', () => {
  it('is one document with language, title and nothing that loads or runs', () => {
    expect(html.startsWith('<!doctype html><html lang="zh-CN">')).toBe(true);
    expect(html).toContain('<title>广州市荔湾区市场监督管理局2024年部门整体支出绩效自评报告</title>');
    expect(new Set(elements(html))).toEqual(
      new Set(['html', 'head', 'meta', 'title', 'style', 'body', 'p', 'section', 'h1', 'h2', 'h3', 'span', 'div', 'table', 'colgroup', 'col', 'thead', 'tr', 'th', 'tbody', 'td', 'tfoot']),
    );
    expect(html).not.toMatch(/ (src|href|on[a-z]+)=/);
  });

  it('says 演示数据 on every page of a demo and lays 草稿 over a draft only', () => {
    expect(html).toContain(cssString('演示数据'));
    expect(html).not.toContain('草稿');
    expect(renderReportHtml(plain.model, { draft: true })).toContain('<span>草稿</span>');
    expect(renderReportHtml(sampleReport({}, { demo: false }).model, { draft: false })).not.toContain('演示数据');
  });

  it('never turns what people typed into markup', () => {
    const typed = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '!', '-', '=', '{', '}', ';', '\\', 'script', 'img src=x onerror=1', '</p>', '</style>', '<!--', ']]>', '绩效', '\u202e', '\u0000'), maxLength: 40 });
    const same = { department: { code: 'scjg', name: '局', category: '类' }, projects: [] };
    const base = renderReportHtml(sampleReport(Object.fromEntries(WORD_CELLS.map((address) => [address, '甲乙'])), same).model, { draft: false });
    fc.assert(
      fc.property(typed, (text) => {
        const cells = Object.fromEntries(WORD_CELLS.map((address) => [address, `甲${text}乙`]));
        const { model } = sampleReport(cells, { ...same, department: { ...same.department, name: `局${text}` } });
        expect(elements(renderReportHtml(model, { draft: false }))).toEqual(elements(base));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('writes any text into the running head as a string of the stylesheet', () => {
    expect(cssString('a"}@import url(//x);\n第1次')).toBe('"a\\22 \\7d \\40 import\\20 url\\28 \\2f \\2f x\\29 \\3b \\a 第1次"');
  });
});

describe('the printed report', () => {
  const renderer = createPdfRenderer();
  afterAll(() => renderer.close());

  it('holds the figures of the bureau page by page', async () => {
    const { pdf, pages, missingGlyphs } = await renderer.render(html, { title: plain.model.title });
    const read = await readPdfPages(pdf);
    expect(read).toHaveLength(pages);
    expect(missingGlyphs).toEqual([]);
    const [first] = read;
    expect(first?.text).toContain('广州市荔湾区市场监督管理局2024年\n部门整体支出绩效自评报告');
    expect(first?.text).toContain('一、基本情况');
    const body = read.map(({ lines }) => lines.map(({ text }) => text).join('')).join('');
    for (const figure of ['23,758.69', '23,740.11', '99.92%', '23,057.69', '682.42', '19,830.53', '3,909.58', '587.76', '94.97505641…', '94.98', '94.97']) expect(body).toContain(figure);
    const landscape = read.filter(({ width, height }) => width > height);
    expect(landscape.length).toBeGreaterThanOrEqual(2);
    for (const page of landscape) expect(page.text).toContain('三级指标');
    expect(landscape.map(({ text }) => text).join('\n')).toMatch(/14\.6万户.*14\.55万户.*4\.98/);
    for (const page of read) {
      // Upright characters of the turned head stand one below the other.
      expect(page.text).toMatch(page.width > page.height ? /演[^]*示[^]*数[^]*据/ : /2025年5月28日报送（第1次）.*演示数据/);
      expect(page.text).toMatch(/— \d+ —/);
    }
    expect(read.at(-1)?.text).toContain('项目支出绩效自评得分分布表');
  }, 60_000);

  it('keeps a page of text at no more than 22 lines and embeds TrueType subsets only', async () => {
    const { pdf } = await renderer.render(html);
    const read = await readPdfPages(pdf);
    for (const page of read.slice(0, 5)) expect(page.lines.filter(({ height }) => Math.round(height * 100) === 1575).length).toBeLessThanOrEqual(22);
    const fonts = await readPdfFonts(pdf);
    expect(fonts.map(({ subtype }) => subtype).filter((subtype) => subtype !== 'Type0' && subtype !== 'CIDFontType2')).toEqual([]);
    expect(fonts.filter(({ subtype, embedded }) => subtype === 'CIDFontType2' && !embedded)).toEqual([]);
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(read.length);
    expect(pdf.byteLength).toBeLessThan(500_000);
  }, 60_000);

  it('shows hostile words as they were typed', async () => {
    const hostile = '<img src=x onerror=alert(1)><script>document.title=1</script></section>&lt;b&gt; ${7*7} {{x}} =cmd()';
    const { model } = sampleReport(Object.fromEntries(WORD_CELLS.map((address) => [address, `甲${hostile}乙`])));
    const { pdf } = await renderer.render(renderReportHtml(model, { draft: true }));
    const read = await readPdfPages(pdf);
    const text = read.map(({ lines }) => lines.map((line) => line.text).join('')).join('').replaceAll(' ', '');
    expect(text.split(`甲${hostile.replaceAll(' ', '')}乙`).length - 1).toBeGreaterThanOrEqual(WORD_CELLS.length - 3);
    for (const page of read) expect(page.text).toContain('草');
  }, 60_000);
});
