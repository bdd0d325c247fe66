import { type Paragraph, spanOf } from './paragraphs';
import type { Passage, Quote } from './prose';

/** A stretch of a paragraph's half-width text: units `from` (inclusive) to `to` (exclusive). */
export interface Stretch {
  readonly paragraph: Paragraph;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const SENTENCE = /[^。!?;]*[。!?;]+[”"』」’)]*|[^。!?;]+$/g;

/** The sentences of a paragraph: up to 。！？ or ；, closing quotation marks included. */
export function stretchesOf(paragraph: Paragraph): readonly Stretch[] {
  return [...paragraph.text.matchAll(SENTENCE)].map((match) => ({
    paragraph,
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }));
}

/** The sentence as it stands in the document; page breaks and spaces inside it stay. */
export function quoteOf(passage: Passage, stretch: Pick<Stretch, 'paragraph' | 'from' | 'to'>): Quote {
  const { start, end } = spanOf(stretch.paragraph, stretch.from, stretch.to);
  return { passage: passage.key, title: passage.title, text: passage.text.slice(start, end), start: passage.offset + start, end: passage.offset + end };
}
