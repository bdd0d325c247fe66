import { type Paragraph, paragraphsOf, spanOf } from './paragraphs';
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

/** Every sentence of the passage in order. */
export function sentencesOf(passage: Passage): readonly Quote[] {
  return paragraphsOf(passage).flatMap((paragraph) => stretchesOf(paragraph).map((stretch) => quoteOf(passage, stretch)));
}

const SHOWN = 60;

/** A sentence for a message: no spaces and line breaks inside, cut in the middle of nothing but its tail, at most 60 characters. */
export function shownQuote(quote: Pick<Quote, 'text'>): string {
  const text = quote.text.replace(/\s+/g, '').replace(/[。；;]+$/, '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
