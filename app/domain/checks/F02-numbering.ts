import { markerOf, type NumberingStyle } from '../narrative/numbering';
import { paragraphsOf } from '../narrative/paragraphs';
import type { Passage, Quote } from '../narrative/prose';
import { quoteOf } from '../narrative/sentences';
import type { Check, CheckOutcome } from './check';
import { quotedAddresses } from './quoted-address';

/** Styles of one level; a text uses one of each. */
const LEVELS: readonly (readonly NumberingStyle[])[] = [
  ['1.', '1、'],
  ['一、', '一.'],
  ['（1）', '1）'],
];

interface Use {
  readonly passage: Passage;
  readonly quote: Quote;
}

const HEADING = 20;

/** The first number of each style in each passage. */
function usesOf(passages: readonly Passage[]): ReadonlyMap<NumberingStyle, readonly Use[]> {
  const uses = new Map<NumberingStyle, Use[]>();
  for (const passage of passages) {
    const seen = new Set<NumberingStyle>();
    for (const paragraph of paragraphsOf(passage)) {
      const marker = markerOf(paragraph.text);
      if (marker === null || seen.has(marker.style)) continue;
      seen.add(marker.style);
      const quote = quoteOf(passage, { paragraph, from: 0, to: Math.min(paragraph.text.length, HEADING) });
      uses.set(marker.style, [...(uses.get(marker.style) ?? []), { passage, quote }]);
    }
  }
  return uses;
}

const titles = (uses: readonly Use[]): string => [...new Set(uses.map(({ passage }) => `“${passage.title}”`))].join('、');

/** Numbers of one level are written one way throughout. */
export const numbering: Check = {
  id: 'F02',
  title: '序号写法前后一致',
  levels: ['I'],
  answer: null,
  explains: '同一层次的序号应采用同一种写法，如都用“1.”，不与“1、”混用；混用的仅作提示。',
  source: 'GB/T 9704-2012《党政机关公文格式》（结构层次序数）',
  form: (context) => {
    const uses = usesOf(context.prose.passages);
    return LEVELS.flatMap((styles): CheckOutcome[] => {
      const used = styles.filter((style) => uses.has(style)).sort((left, right) => uses.get(right)!.length - uses.get(left)!.length);
      if (used.length < 2) return [];
      const quotes = used.slice(1).flatMap((style) => uses.get(style)!.map(({ quote }) => quote));
      const message = `序号写法不一致：${used.map((style) => `${titles(uses.get(style)!)}用“${style}”`).join('，')}，建议统一。`;
      return [{ kind: 'finding', level: 'I', subject: `level-${LEVELS.indexOf(styles) + 1}`, message, addresses: quotedAddresses(context, quotes), quotes, answer: null }];
    });
  },
};
