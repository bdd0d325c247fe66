import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfLine {
  readonly text: string;
  /** Points from the left and the bottom of the page. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
  readonly text: string;
}

/** Text of a PDF per page, joined into lines by their base line, top first. */
export async function readPdfPages(pdf: Uint8Array): Promise<PdfPage[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const rows = new Map<number, { x: number; text: string; height: number }[]>();
    for (const item of items) {
      if (!('str' in item) || item.str === '') continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      const row = Math.round(y);
      rows.set(row, [...(rows.get(row) ?? []), { x, text: item.str, height: item.height }]);
    }
    const lines = [...rows.entries()]
      .sort(([a], [b]) => b - a)
      .map(([y, parts]) => {
        const ordered = parts.sort((a, b) => a.x - b.x);
        return { text: ordered.map(({ text }) => text).join(''), x: ordered[0]?.x ?? 0, y, height: Math.max(...parts.map((part) => part.height)) };
      });
    pages.push({ width, height, lines, text: lines.map(({ text }) => text).join('\n') });
  }
  await task.destroy();
  return pages;
}

export interface PdfFont {
  readonly name: string;
  readonly subtype: string;
  /** A TrueType program lies in the file. */
  readonly embedded: boolean;
}

/** Every font of a PDF. A composite font (Type0) is described by its descendant, which is listed too. */
export async function readPdfFonts(pdf: Uint8Array): Promise<PdfFont[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true });
  const fonts: PdfFont[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.lookupMaybe(PDFName.of('Type'), PDFName)?.asString() !== '/Font') continue;
    const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    fonts.push({
      name: object.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.asString().slice(1) ?? '',
      subtype: object.lookupMaybe(PDFName.of('Subtype'), PDFName)?.asString().slice(1) ?? '',
      embedded: descriptor?.lookup(PDFName.of('FontFile2')) instanceof PDFRawStream,
    });
  }
  return fonts;
}
