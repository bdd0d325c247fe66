import type { CellAddress } from '../form/cell-address';
import type { ListItem } from '../narrative/list-items';
import { linkProblems } from '../narrative/problem-links';
import type { Passage, Quote } from '../narrative/prose';
import { quoteOf } from '../narrative/sentences';
import type { Check, CheckOutcome } from './check';
import { itemsOf, passagesWith } from './prose-passages';

const PROBLEMS = 'narrative.problems' as CellAddress;
const MEASURES = 'narrative.measures' as CellAddress;

/** Beyond that a text is no list of problems and measures. */
const MOST_PAIRS = 2500;

interface PlacedItem {
  readonly passage: Passage;
  readonly item: ListItem;
}

/** The items of all passages of one role, numbered through. */
function placedItems(passages: readonly Passage[]): readonly PlacedItem[] {
  const placed = passages.flatMap((passage) => itemsOf(passage).items.map((item) => ({ passage, item })));
  return placed.map(({ passage, item }, index) => ({ passage, item: { ...item, position: index + 1 } }));
}

const quoteItem = ({ passage, item: { body } }: PlacedItem): Quote => quoteOf(passage, { paragraph: body, from: 0, to: body.text.length });

/** Every problem has a measure that answers it. */
export const problemMeasures: Check = {
  id: 'D05',
  title: '主要问题都有对应的改进措施',
  levels: ['I'],
  answer: null,
  explains: '逐条比较“存在的主要问题”与“改进措施”：主题相同的为对应；没有对应措施的问题、只是一般性要求的措施仅作提示。',
  source: '自评报告复核的通行做法（问题与措施对应）',
  form: (context) => {
    const asked = placedItems(passagesWith(context, 'problems'));
    const given = placedItems(passagesWith(context, 'measures'));
    if (asked.length === 0 || given.length === 0 || asked.length * given.length > MOST_PAIRS) return [];
    const { measuresOf, byPlace, general } = linkProblems(
      asked.map(({ item }) => item),
      given.map(({ item }) => item),
    );
    const addresses = [PROBLEMS, MEASURES].filter((address) => context.has(address));
    const outcomes = asked.map((problem, index): CheckOutcome => {
      const { position, title } = problem.item;
      const answers = measuresOf[index]!;
      const name = `第 ${position} 个问题“${title}”`;
      const quotes = [problem, ...given.filter(({ item }) => answers.includes(item.position))].map(quoteItem);
      if (answers.length === 0) {
        const message = `${name}没有找到对应的改进措施（共 ${given.length} 条），请核对。`;
        return { kind: 'finding', level: 'I', subject: `problem.${position}`, message, addresses, quotes, answer: null };
      }
      const how = byPlace.includes(position) ? '（按顺序）' : '';
      return { kind: 'confirmation', message: `${name}对应第 ${answers.join('、')} 条措施${how}。`, addresses, quotes };
    });
    const loose = given.filter(({ item }) => general.includes(item.position)).map((measure): CheckOutcome => {
      const { position, title } = measure.item;
      const message = `第 ${position} 条措施“${title}”是一般性要求，没有对应“${asked[0]!.passage.title}”中的任何一个问题。`;
      return { kind: 'finding', level: 'I', subject: `measure.${position}`, message, addresses, quotes: [quoteItem(measure)], answer: null };
    });
    return [...outcomes, ...loose];
  },
};
