import type { CellAddress } from '../form/cell-address';
import type { ListItem } from '../narrative/list-items';
import { linkProblems } from '../narrative/problem-links';
import type { Passage } from '../narrative/prose';
import { quoteOf } from '../narrative/sentences';
import type { Check, CheckOutcome } from './check';
import { itemsOf, passagesWith } from './prose-passages';

const PROBLEMS = 'narrative.problems' as CellAddress;
const MEASURES = 'narrative.measures' as CellAddress;

/** Beyond that a text is no list of problems and measures. */
const MOST_PAIRS = 2500;

const quoteItem = (passage: Passage, { body }: ListItem) => quoteOf(passage, { paragraph: body, from: 0, to: body.text.length });

/** Every problem has a measure that answers it. */
export const problemMeasures: Check = {
  id: 'D05',
  title: '主要问题都有对应的改进措施',
  levels: ['I'],
  answer: null,
  explains: '逐条比较“存在的主要问题”与“改进措施”：主题相同的为对应；没有对应措施的问题、只是一般性要求的措施仅作提示。',
  source: '自评报告复核的通行做法（问题与措施对应）',
  form: (context) => {
    const [problems] = passagesWith(context, 'problems');
    const [measures] = passagesWith(context, 'measures');
    if (!problems || !measures) return [];
    const asked = itemsOf(problems).items;
    const given = itemsOf(measures).items;
    if (asked.length * given.length > MOST_PAIRS) return [];
    const { measuresOf, byPlace, general } = linkProblems(asked, given);
    const addresses = [PROBLEMS, MEASURES].filter((address) => context.has(address));
    const outcomes = asked.map((problem, index): CheckOutcome => {
      const answers = measuresOf[index]!;
      const name = `第 ${problem.position} 个问题“${problem.title}”`;
      const quotes = [quoteItem(problems, problem), ...given.filter(({ position }) => answers.includes(position)).map((measure) => quoteItem(measures, measure))];
      if (answers.length === 0) {
        const message = `${name}没有找到对应的改进措施（共 ${given.length} 条），请核对。`;
        return { kind: 'finding', level: 'I', subject: `problem.${problem.position}`, message, addresses, quotes, answer: null };
      }
      const how = byPlace.includes(problem.position) ? '（按顺序）' : '';
      return { kind: 'confirmation', message: `${name}对应第 ${answers.join('、')} 条措施${how}。`, addresses, quotes };
    });
    const loose = given.filter(({ position }) => general.includes(position)).map((measure): CheckOutcome => {
      const message = `第 ${measure.position} 条措施“${measure.title}”是一般性要求，没有对应“${problems.title}”中的任何一个问题。`;
      return { kind: 'finding', level: 'I', subject: `measure.${measure.position}`, message, addresses, quotes: [quoteItem(measures, measure)], answer: null };
    });
    return [...outcomes, ...loose];
  },
};
