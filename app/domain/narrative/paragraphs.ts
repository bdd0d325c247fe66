import { halfWidthUnit, isSpace } from './characters';
import { type Line, isCut, repeatedAt } from './page-breaks';
import type { Passage } from './prose';

/** A page break inside a paragraph. `repeated` is what stands on both sides of it by mistake, "" when nothing does. */
export interface Cut {
  /** Place in the paragraph's text where the second part begins. */
  readonly index: number;
  readonly repeated: string;
}

/**
 * A paragraph made ready for reading: half-width letters, digits and signs, no spaces, page breaks joined and what they repeated left out.
 * `at[i]` is the place of unit i in the passage's own text, `end` the place after its last unit.
 */
export interface Paragraph {
  readonly text: string;
  readonly at: readonly number[];
  readonly end: number;
  readonly cuts: readonly Cut[];
}

/** No paragraph of a report is longer; what is, is read in parts, so that no text takes long. */
const LONGEST = 5000;
const LINE = new RegExp(`[^\\n\\r\\f\\v\\u0085\\u2028\\u2029]{1,${LONGEST}}`, 'g');

const remembered = new WeakMap<Passage, readonly Paragraph[]>();

/** The paragraphs of a passage; blank ones are left out. Taken apart once per passage. */
export function paragraphsOf(passage: Passage): readonly Paragraph[] {
  const known = remembered.get(passage);
  if (known) return known;
  const paragraphs = paragraphsIn(passage.text);
  remembered.set(passage, paragraphs);
  return paragraphs;
}

/** The same for text that is no passage yet. */
export function paragraphsIn(text: string): readonly Paragraph[] {
  const lines = linesOf(text);
  const groups: Line[][] = [];
  let length = 0;
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && length + line.text.length <= LONGEST && isCut(group.at(-1)!.text, line)) {
      group.push(line);
      length += line.text.length;
    } else {
      groups.push([line]);
      length = line.text.length;
    }
  }
  return groups.map((group) => join(group));
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let isApart = false;
  let reached = 0;
  for (const match of text.matchAll(LINE)) {
    const breaks = text.slice(reached, match.index).replace(/\r\n/g, '\n').length;
    reached = match.index + match[0].length;
    const line = readLine(match[0], match.index);
    isApart ||= breaks > 1;
    if (line.text === '') isApart = true;
    else {
      lines.push({ ...line, isApart });
      isApart = false;
    }
  }
  return lines;
}

const TIGHT = /[A-Za-z0-9]/;

function readLine(raw: string, offset: number): Pick<Line, 'text' | 'at'> {
  let text = '';
  const at: number[] = [];
  let spaceAt = -1;
  for (let index = 0; index < raw.length; index += 1) {
    if (isSpace(raw.charCodeAt(index))) {
      if (spaceAt < 0) spaceAt = index;
      continue;
    }
    const unit = halfWidthUnit(raw, index);
    if (spaceAt >= 0 && text !== '' && TIGHT.test(unit) && TIGHT.test(text.at(-1)!)) {
      text += ' ';
      at.push(offset + spaceAt);
    }
    spaceAt = -1;
    text += unit;
    at.push(offset + index);
  }
  return { text, at };
}

/** "23," | "758.69": the comma of a figure at the end of a line. */
const SPLIT_THOUSANDS = /(?<!\d)\d{1,3}(?:,\d{3})*，$/;

function join(lines: readonly Line[]): Paragraph {
  let text = lines[0]!.text;
  const at = [...lines[0]!.at];
  const cuts: Cut[] = [];
  for (const line of lines.slice(1)) {
    const repeated = repeatedAt(text, line.text);
    cuts.push({ index: text.length, repeated });
    if (SPLIT_THOUSANDS.test(text.slice(-24)) && /^\d{3}(?!\d)/.test(line.text)) text = `${text.slice(0, -1)},`;
    text += line.text.slice(repeated.length);
    for (const place of line.at.slice(repeated.length)) at.push(place);
  }
  return { text, at, end: (at.at(-1) ?? -1) + 1, cuts };
}

/** Start and end in the passage's own text of units `from` (inclusive) to `to` (exclusive) of the paragraph. */
export function spanOf(paragraph: Paragraph, from: number, to: number): { readonly start: number; readonly end: number } {
  return { start: paragraph.at[from] ?? paragraph.end, end: to > from ? paragraph.at[to - 1]! + 1 : (paragraph.at[from] ?? paragraph.end) };
}
