import type { ReportParagraph } from './report-model';

/**
 * Characters that cannot be printed or that change how others are: controls and the marks that turn the direction of writing, with which
 * 001 could be made to read 100. Official Chinese text needs none of them.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const LINE_END = /\r\n|[\r\n\u0085\u2028\u2029]/;

/** Text as it can be printed in one line: everything else stays as typed. */
export function printableText(typed: string): string {
  return typed.replaceAll(/[\t\r\n]/g, ' ').replaceAll(UNPRINTABLE, '').replaceAll(LONE_SURROGATE, '\ufffd').trim();
}

/** Typed text in paragraphs: one per line, indents and empty lines of the typist left out, because the page sets its own. */
export function paragraphsOf(typed: string): ReportParagraph[] {
  return typed
    .split(LINE_END)
    .map(printableText)
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', lead: '', text }));
}

const SECOND_LEVEL = /^（[一二三四五六七八九十]{1,3}）[^。！？；]{1,40}(?:[。！？]|$)/;

/** Paragraphs of a section whose next level people number themselves: "（一）个别指标……。" is set as a heading at the beginning of its paragraph. */
export function numberedParagraphsOf(typed: string): ReportParagraph[] {
  return paragraphsOf(typed).map((paragraph) => {
    const lead = SECOND_LEVEL.exec(paragraph.text)?.[0] ?? '';
    return { ...paragraph, lead, text: paragraph.text.slice(lead.length) };
  });
}
