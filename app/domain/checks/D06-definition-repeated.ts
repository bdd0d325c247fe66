import { paragraphsIn } from '../narrative/paragraphs';
import type { Check, CheckOutcome } from './check';

/** Of the result's pairs of characters, so many of a hundred may stand in the definition before it says nothing of its own. */
const REPEATED_OF_HUNDRED = 80;
const SHORTEST = 8;

const pairs = (text: string): readonly string[] => [...text].slice(1).map((char, index) => text[index]! + char);

/** Only characters that carry meaning. */
const letters = (text: string): string =>
  paragraphsIn(text)
    .map((paragraph) => paragraph.text)
    .join('')
    .replace(/^(?:指|反映|即|通过)+/, '')
    .replace(/[^\p{Script=Han}A-Za-z0-9]/gu, '');

/** Whether a result only repeats what the indicator means: hardly a pair of characters that name and definition do not hold, and no figure. */
function isRepetition(result: string, definition: string): boolean {
  if (/\d/.test(result)) return false;
  const said = pairs(letters(result));
  if (said.length < SHORTEST - 1) return false;
  const defined = new Set(pairs(letters(definition)));
  return said.filter((pair) => defined.has(pair)).length * 100 >= said.length * REPEATED_OF_HUNDRED;
}

/** 实际完成情况 states what was achieved, not once more what the indicator is about. */
export const definitionRepeated: Check = {
  id: 'D06',
  title: '完成情况不重复指标定义',
  levels: ['W'],
  answer: 'explain',
  explains: '用文字说明完成情况的指标，完成情况应写取得的结果；与指标定义文字基本相同、没有任何结果的，请补充实际成效和依据。',
  source: '财预〔2020〕10号（绩效指标完成情况）；复核通行做法',
  leaf: (context, { entry, key, place }): CheckOutcome[] => {
    if (entry.kind !== 'qualitative' || entry.definition === '') return [];
    const address = entry.addresses.actual;
    const typed = context.text(address);
    if (typed === '' || !isRepetition(typed, entry.definition)) return [];
    const message = `${place}（目标“${entry.targetText ?? ''}”）的完成情况与指标定义基本相同，没有写取得的结果，请补充实际成效和依据。`;
    return [{ kind: 'finding', level: 'W', subject: key, message, addresses: [address], answer: 'explain' }];
  },
};
