import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCoverage } from './cmap';
import { charactersOf, findMissingGlyphs } from './missing-glyphs';
import { prepareReportFonts } from './report-fonts';

const face = (name: string): Uint8Array => readFileSync(new URL(`../../app/reports/fonts/${name}`, import.meta.url));
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
