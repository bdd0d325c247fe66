import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCoverage } from './cmap';
import { charactersOf, findMissingGlyphs } from './missing-glyphs';
import { FontsUnavailable, prepareReportFonts } from './report-fonts';
import { createPdfRenderer } from './renderer';
import { readPdfFonts } from './testing/read-pdf';

const face = (name: string): Uint8Array => readFileSync(new URL(`../../app/reports/fonts/${name}`, import.meta.url));
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('latin1');
const count = (coverage: { has(codePoint: number): boolean }): number =>
  Array.from({ length: 0x110000 }, (_, codePoint) => coverage.has(codePoint)).filter(Boolean).length;

it.each([
  ['FandolFang-Regular.ttf', 10041],
  ['FandolHei-Regular.ttf', 9980],
  ['FandolKai-Regular.ttf', 10037],
  ['FandolSong-Bold.ttf', 10054],
])('reads as many characters from %s as fontTools does', (name, characters) => {
  expect(count(readCoverage(face(name)))).toBe(characters);
});

it('names the characters a face lacks, once and in order, and nothing invisible', () => {
  const fang = readCoverage(face('FandolFang-Regular.ttf'));
  expect(findMissingGlyphs('市场监管\n\u3000\u202e镕㎡镕🏆\ufe0f', fang)).toEqual(['镕', '㎡', '🏆']);
});

it('sees characters that a document writes as numbers', () => {
  const fang = readCoverage(face('FandolFang-Regular.ttf'));
  expect(findMissingGlyphs(charactersOf('<p>&#x9555;&#40856;</p>'), fang)).toEqual(['镕', '龘']);
});

it('prepares a fallback that covers personal and place names the bundled faces lack', async () => {
  const fonts = await prepareReportFonts();
  expect(count(fonts.fallback)).toBe(30142);
  expect(fonts.findMissingGlyphs('镕堃喆㙍𬱖㎡')).toEqual([]);
  expect(fonts.findMissingGlyphs('🏆')).toEqual(['🏆']);
  expect(findMissingGlyphs('镕堃喆', fonts.faces)).toEqual(['镕', '堃', '喆']);
});

it("prints with a site's own faces when it has some", async () => {
  const fontsDir = mkdtempSync(join(tmpdir(), 'hengji-test-'));
  const own = readFileSync(new URL('../../app/reports/fonts/FandolKai-Regular.ttf', import.meta.url));
  // Another name of the same length: the face a site would name 仿宋_GB2312.
  const renamed = Buffer.from(own.toString('latin1').replaceAll('FandolKai', 'SiteFaceA').replaceAll(utf16('FandolKai'), utf16('SiteFaceA')), 'latin1');
  writeFileSync(join(fontsDir, 'site.ttf'), renamed);
  // Prepared in a folder of its own, which goes with the test.
  const cacheDir = mkdtempSync(join(tmpdir(), 'hengji-test-'));
  chmodSync(cacheDir, 0o755);
  const renderer = createPdfRenderer({ fontsDir, cacheDir });
  try {
    const { pdf } = await renderer.render('<!doctype html><html lang="zh-CN"><body style="font-family:SiteFaceA,FandolFang">预算</body></html>');
    expect((await readPdfFonts(pdf)).map(({ name }) => name.slice(7))).toContain('SiteFaceA-Regular');
  } finally {
    await renderer.close();
    for (const folder of [fontsDir, cacheDir]) rmSync(folder, { recursive: true });
  }
}, 60_000);

it('says which folder of faces cannot be read', async () => {
  const failure: unknown = await prepareReportFonts({ fontsDir: '/nonexistent/fonts' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(FontsUnavailable);
  expect((failure as Error).message).toContain('/nonexistent/fonts');
});
