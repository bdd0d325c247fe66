import { markerOf, type NumberingStyle } from './numbering';
import type { Paragraph } from './paragraphs';
import { stretchesOf } from './sentences';

/** One item of a list: numbered paragraphs (（一）…), numbers inside a paragraph (1.…；2.…), 一是…；二是…, or a plain paragraph. */
export interface ListItem {
  /** From 1, in the order of the text; what it is called in a message ("第 2 条"). */
  readonly position: number;
  /** Its heading, or its first sentence, without the number and the full stop. */
  readonly title: string;
  /** Everything of it behind its number. */
  readonly body: Paragraph;
  /** The same by paragraphs. */
  readonly parts: readonly Paragraph[];
}

export interface ItemList {
  /** What stands before the first item. */
  readonly intro: readonly Paragraph[];
  readonly items: readonly ListItem[];
}

/** A part of a paragraph as a paragraph of its own; places stay those of the passage. */
export function partOf(paragraph: Paragraph, from: number, to: number = paragraph.text.length): Paragraph {
  const cuts = paragraph.cuts.filter(({ index }) => index > from && index < to).map((cut) => ({ ...cut, index: cut.index - from }));
  const at = paragraph.at.slice(from, to);
  return { text: paragraph.text.slice(from, to), at, end: at.length === 0 ? (paragraph.at[from] ?? paragraph.end) : at.at(-1)! + 1, cuts };
}

/** Paragraphs as one; at least one is given. */
export function merged(parts: readonly Paragraph[]): Paragraph {
  if (parts.length === 1) return parts[0]!;
  let length = 0;
  const cuts = parts.flatMap((part) => {
    const shifted = part.cuts.map((cut) => ({ ...cut, index: cut.index + length }));
    length += part.text.length;
    return shifted;
  });
  return { text: parts.map(({ text }) => text).join(''), at: parts.flatMap(({ at }) => at), end: parts.at(-1)!.end, cuts };
}

interface Start {
  readonly paragraph: number;
  /** Where the number begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** Splits the paragraphs of a passage into items by the numbering its first numbered paragraph has; without numbers every paragraph is an item. */
export function listItems(paragraphs: readonly Paragraph[]): ItemList {
  const first = paragraphs.map(({ text }) => markerOf(text)).find((marker) => marker !== null) ?? null;
  const starts = first === null ? startsInside(paragraphs) : numberedStarts(paragraphs, first.style);
  if (starts.length === 0) return plainItems(paragraphs);
  const intro = paragraphs.slice(0, starts[0]!.paragraph).concat(starts[0]!.from > 0 ? [partOf(paragraphs[starts[0]!.paragraph]!, 0, starts[0]!.from)] : []);
  const items = starts.map((start, index): ListItem => {
    const next = starts[index + 1];
    const until = next ? next.paragraph : paragraphs.length - 1;
    const parts: Paragraph[] = [];
    for (let number = start.paragraph; number <= until; number += 1) {
      const to = next && number === next.paragraph ? next.from : undefined;
      const part = partOf(paragraphs[number]!, number === start.paragraph ? start.to : 0, to);
      if (part.text !== '') parts.push(part);
    }
    return itemOf(index, parts.length > 0 ? parts : [partOf(paragraphs[start.paragraph]!, start.to)]);
  });
  return { intro, items };
}

function itemOf(index: number, parts: readonly Paragraph[]): ListItem {
  const first = stretchesOf(parts[0]!)[0]?.text ?? '';
  const colon = first.search(/[:]/);
  const title = (colon > 0 && colon <= 30 ? first.slice(0, colon) : first).replace(/[。;!?:，、]+$/, '');
  return { position: index + 1, title, body: merged(parts), parts };
}

function plainItems(paragraphs: readonly Paragraph[]): ItemList {
  const isIntro = paragraphs.length > 1 && /[:]$/.test(paragraphs[0]!.text);
  const rest = isIntro ? paragraphs.slice(1) : paragraphs;
  return { intro: isIntro ? paragraphs.slice(0, 1) : [], items: rest.map((paragraph, index) => itemOf(index, [paragraph])) };
}

/** A paragraph of the style begins an item; so does the next number of the style inside a paragraph (1.…；2.…). */
function numberedStarts(paragraphs: readonly Paragraph[], style: NumberingStyle): Start[] {
  const starts: Start[] = [];
  let last = 0;
  paragraphs.forEach(({ text }, paragraph) => {
    const marker = markerOf(text);
    if (marker?.style === style && marker.number > last) {
      starts.push({ paragraph, from: 0, to: marker.length });
      last = marker.number;
    }
    if (starts.length === 0) return;
    for (const match of text.matchAll(/(?<=[。;:])(?=[\d(①-⑳])/g)) {
      const inside = markerOf(text.slice(match.index, match.index + 12));
      if (inside?.style !== style || inside.number !== last + 1) continue;
      starts.push({ paragraph, from: match.index, to: match.index + inside.length });
      last = inside.number;
    }
  });
  return starts;
}

const ORDINALS = '一二三四五六七八九十';

/** 一是…；二是… or 1.…；2.… inside paragraphs that carry no number themselves. */
function startsInside(paragraphs: readonly Paragraph[]): Start[] {
  const words: Start[] = [];
  const numbers: Start[] = [];
  paragraphs.forEach(({ text }, paragraph) => {
    for (const match of text.matchAll(/(?:^|(?<=[。;:，]))([一二三四五六七八九十])是/g)) {
      if (ORDINALS.indexOf(match[1]!) === words.length) words.push({ paragraph, from: match.index, to: match.index + match[0].length });
    }
    for (const match of text.matchAll(/(?<=[。;:])(\d{1,2})[.、](?!\d)/g)) {
      if (match[1] === String(numbers.length + 1)) numbers.push({ paragraph, from: match.index, to: match.index + match[0].length });
    }
  });
  return words.length > 1 ? words : numbers.length > 1 ? numbers : [];
}
