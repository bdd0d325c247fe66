import { type Paragraph, spanOf } from '../paragraphs';

/** One thing read from a report. */
export interface ReadCell {
  /** Cell address of a form where one exists ("budget.executed", "indicators.LZ-02.actual"), else "report.…". */
  readonly address: string;
  /** As it stands: the report's text from `start` to `end`, spaces and page breaks included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it is taken to say: half-width, without spaces and page breaks; a supposed value where `assumptions` says so. */
  readonly value: string;
  readonly assumptions: readonly string[];
}

/** A part that was not read, or a thing that was looked for in vain (then an empty span where it was expected). */
export interface UnreadPart {
  /** "收支情况中的数字", "全年预算数". */
  readonly what: string;
  readonly reason: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Collects what is read and unread of one text; the first reading of a cell stands. */
export interface Reading {
  readonly text: string;
  readonly cells: Map<string, ReadCell>;
  readonly unread: UnreadPart[];
}

export function startReading(text: string): Reading {
  return { text, cells: new Map(), unread: [] };
}

/** Puts units `from` to `to` of a paragraph into a cell; false when the cell is taken already. */
export function readInto(reading: Reading, address: string, paragraph: Paragraph, from: number, to: number, more: Partial<Pick<ReadCell, 'value' | 'assumptions'>> = {}): boolean {
  if (reading.cells.has(address)) return false;
  const { start, end } = spanOf(paragraph, from, to);
  const value = more.value ?? paragraph.text.slice(from, to);
  reading.cells.set(address, { address, text: reading.text.slice(start, end), start, end, value, assumptions: more.assumptions ?? [] });
  return true;
}

/** Puts whole paragraphs into a cell. */
export function readWhole(reading: Reading, address: string, paragraphs: readonly Paragraph[], value?: string): void {
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (!first || !last || reading.cells.has(address)) return;
  const start = first.at[0] ?? first.end;
  const end = last.end;
  reading.cells.set(address, { address, text: reading.text.slice(start, end), start, end, value: value ?? paragraphs.map(({ text }) => text).join('\n'), assumptions: [] });
}

export function leaveUnread(reading: Reading, what: string, reason: string, paragraph: Paragraph, from = 0, to: number = paragraph.text.length): void {
  const { start, end } = spanOf(paragraph, from, to);
  reading.unread.push({ what, reason, text: reading.text.slice(start, end), start, end });
}

/** Looked for and not found; `place` is where it was expected, the end of the text when nowhere. */
export function missing(reading: Reading, what: string, reason: string, place: number = reading.text.length): void {
  reading.unread.push({ what, reason, text: '', start: place, end: place });
}
