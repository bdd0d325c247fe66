import { type Cut, type Paragraph, paragraphsOf } from '../narrative/paragraphs';
import type { Passage } from '../narrative/prose';
import { quoteOf, stretchesOf } from '../narrative/sentences';
import type { Check, CheckOutcome } from './check';
import { quotedAddresses } from './quoted-address';

interface PlacedCut {
  readonly passage: Passage;
  readonly paragraph: Paragraph;
  readonly cut: Cut;
}

const AROUND = 6;
const SHOWN = 3;
/** A text with a line end after every thirty characters has hundreds: the first ones show what it is. */
const MOST_QUOTES = 20;

function cutsIn(passages: readonly Passage[]): readonly PlacedCut[] {
  return passages.flatMap((passage) => paragraphsOf(passage).flatMap((paragraph) => paragraph.cuts.map((cut) => ({ passage, paragraph, cut }))));
}

/** "…侵犯商｜标专利知…". */
function excerpt({ paragraph: { text }, cut: { index, repeated } }: PlacedCut): string {
  const before = text.slice(Math.max(0, index - AROUND), index).replace(/^.*[，。;](?=.)/, '');
  return `“${before}｜${repeated}${text.slice(index, index + AROUND)}”`;
}

function quoteCut({ passage, paragraph, cut }: PlacedCut) {
  const stretch = stretchesOf(paragraph).find(({ from, to }) => cut.index > from && cut.index < to);
  return quoteOf(passage, stretch ?? { paragraph, from: Math.max(0, cut.index - AROUND), to: Math.min(paragraph.text.length, cut.index + AROUND) });
}

/** A person may end a typed paragraph without a full stop: in a form only what cannot end a paragraph is called a break. */
function isCertain({ paragraph: { text }, cut: { index, repeated } }: PlacedCut): boolean {
  return repeated !== '' || /[，、]/.test(text[index - 1]!) || /[，。;:、)》”%]/.test(text[index] ?? '');
}

/** Paragraphs cut by a page or line end, and characters repeated there. */
export const importArtefacts: Check = {
  id: 'F01',
  title: '文字没有断行和重复字',
  levels: ['I'],
  answer: null,
  explains: '从其他文件复制来的文字，在分页或换行处断开的段落、断开处重复的字，列出位置供修正。',
  source: '公文排版的通行要求',
  form: (context) => {
    const cuts = cutsIn(context.prose.passages).filter((cut) => context.source !== 'form' || isCertain(cut));
    const outcome = (subject: string, found: readonly PlacedCut[], facts: string): CheckOutcome[] => {
      if (found.length === 0) return [];
      const quotes = found.slice(0, MOST_QUOTES).map(quoteCut);
      const places = found.slice(0, SHOWN).map(excerpt).join('、');
      const message = `有 ${found.length} 处${facts}（${places}${found.length > SHOWN ? ' 等' : ''}），请核对原文。`;
      return [{ kind: 'finding', level: 'I', subject, message, addresses: quotedAddresses(context, quotes), quotes, answer: null }];
    };
    return [
      ...outcome('repeated', cuts.filter(({ cut }) => cut.repeated !== ''), '在断行处重复了文字'),
      ...outcome('cut', cuts.filter(({ cut }) => cut.repeated === ''), '段落在分页或换行处断开'),
    ];
  },
};
