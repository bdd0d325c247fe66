import { describe, expect, it } from 'vitest';
import { renderReportDocx } from './render-report-docx';
import { linesOf, sampleReport } from './testing/sample-report';
import { unzipTexts } from './testing/unzip-texts';

const partsOf = async (bytes: Promise<Uint8Array>): Promise<Record<string, string>> => unzipTexts(await bytes);
const decode = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
const paragraphsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => decode([...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')));

describe('the report as a Word document', () => {
  it('holds the same paragraphs and tables as the model, in Chinese and in order', async () => {
    const { model } = sampleReport();
    const parts = await partsOf(renderReportDocx(model));
    const paragraphs = paragraphsIn(parts['word/document.xml'] ?? '');
    let from = 0;
    for (const line of [...model.titleLines, ...linesOf(model), model.signature.name, '2025年5月28日']) {
      const found = paragraphs.indexOf(line, from);
      expect(found, line).toBeGreaterThanOrEqual(from);
      from = found;
    }
    const cells = new Set(paragraphs);
    for (const { rows } of model.attachments) for (const row of rows) for (const { text, rowSpan } of row.cells) if (rowSpan !== 0) expect(cells.has(text), text).toBe(true);
  });

  it('lies on A4 with the margins of an official document, the indicator table across', async () => {
    const { 'word/document.xml': xml = '' } = await partsOf(renderReportDocx(sampleReport().model));
    const pages = [...xml.matchAll(/<w:pgSz ([^>]*)\/>.*?<w:pgMar ([^>]*)\/>/gs)].map(([, size = '', margin = '']) => `${size} ${margin}`);
    expect(pages).toHaveLength(4);
    expect(pages[0]).toMatch(/w:w="11905" w:h="16837".*w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(pages[1]).toMatch(/w:w="16837" w:h="11905".*w:orient="landscape"/);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  });

  it('shows 演示数据 in every head, and numbers pages on the outer side', async () => {
    const parts = await partsOf(renderReportDocx(sampleReport().model));
    const heads = Object.entries(parts).filter(([name]) => /header\d+\.xml$/.test(name));
    expect(heads.length).toBeGreaterThan(0);
    for (const [, xml] of heads) expect(xml).toContain('演示数据');
    expect(parts['word/settings.xml']).toContain('w:evenAndOddHeaders');
  });

  it('keeps hostile words as text', async () => {
    const hostile = '<w:p>&amp;</w:p> ${x} {{y}} =1+1 ]]>';
    const { 'word/document.xml': xml = '' } = await partsOf(renderReportDocx(sampleReport({ 'narrative.achievements': hostile }).model));
    expect(paragraphsIn(xml)).toContain(hostile);
  });
});
