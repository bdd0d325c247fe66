import type { Passage } from '../narrative/prose';
import { quoteOf } from '../narrative/sentences';
import type { Check } from './check';
import { type Leaf, ownLeaves } from './check-context';
import { leafNameFinder } from './leaf-names';
import { itemsOf, passagesWith } from './prose-passages';
import { quotedAddresses } from './quoted-address';
import type { NameFinder } from '../narrative/find-names';

/** Keys of the indicators that the items of a passage begin with, in order. */
function orderIn(passages: readonly Passage[], find: NameFinder): readonly string[] {
  const keys = passages.flatMap((passage) => itemsOf(passage).items).flatMap(({ body }) => find(body.text).filter(({ from, kind }) => from === 0 && kind !== 'bare').map(({ indicator }) => indicator.key));
  return [...new Set(keys)];
}

/** The sections that list targets and results name the indicators in one order. */
export const indicatorOrder: Check = {
  id: 'D07',
  title: '指标在各部分的排列顺序一致',
  levels: ['I'],
  answer: null,
  explains: '绩效目标部分与完成情况部分都逐项列出指标的，排列顺序应当一致，便于对照；不一致的仅作提示。',
  source: '自评报告复核的通行做法',
  form: (context) => {
    const objectives = passagesWith(context, 'objectives');
    const completions = passagesWith(context, 'completion');
    if (objectives.length === 0 || completions.length === 0) return [];
    const leaves = ownLeaves(context);
    const find = leafNameFinder(leaves);
    const first = orderIn(objectives, find);
    const second = orderIn(completions, find);
    const common = first.filter((key) => second.includes(key));
    const listed = second.filter((key) => common.includes(key));
    const moved = common.filter((key, index) => listed[index] !== key);
    const quotes = [...objectives, ...completions].flatMap((passage) => itemsOf(passage).items.filter(({ body }) => moved.includes(find(body.text).find(({ from }) => from === 0)?.indicator.key ?? '')).map(({ body }) => quoteOf(passage, { paragraph: body, from: 0, to: titleEnd(body.text) })));
    const addresses = quotedAddresses(context, quotes);
    const titles = `“${objectives[0]!.title}”与“${completions[0]!.title}”`;
    if (moved.length === 0) {
      return common.length < 2 ? [] : [{ kind: 'confirmation', message: `${titles}中 ${common.length} 项指标的排列顺序一致。`, addresses }];
    }
    const names = (keys: readonly string[]): string => keys.filter((key) => moved.includes(key)).map((key) => nameOf(leaves, key)).join('、');
    const message = `${titles}中指标的排列顺序不一致：前者依次为${names(common)}，后者依次为${names(listed)}，建议统一。`;
    return [{ kind: 'finding', level: 'I', subject: '', message, addresses, quotes, answer: null }];
  },
};

function nameOf(leaves: readonly Leaf[], key: string): string {
  return `“${leaves.find((leaf) => leaf.key === key)!.entry.name}”`;
}

function titleEnd(text: string): number {
  const stop = text.search(/[，。:;]/);
  return stop < 0 ? text.length : stop;
}
