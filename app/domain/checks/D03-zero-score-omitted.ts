import type { CellAddress } from '../form/cell-address';
import { paragraphsOf } from '../narrative/paragraphs';
import type { NameFinder } from '../narrative/find-names';
import type { Passage } from '../narrative/prose';
import { isZero } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import { type Leaf, ownLeaves } from './check-context';
import { leafNameFinder } from './leaf-names';
import { passagesWith } from './prose-passages';

const PROBLEMS = 'narrative.problems' as CellAddress;

const isZeroScored = ({ item, entry }: Leaf): boolean => item.status === 'scored' && !isZero(entry.weight) && isZero(fraction(item.exact));

/** "得 0 分（满分 5 分；目标 2 亿元，完成 0 亿元）"; a source that gives no points says target and result only. */
function facts({ item, isWeighted }: Leaf): string {
  const compared = item.target === '' ? '' : `目标 ${item.target}，完成 ${item.actual}`;
  if (!isWeighted) return `按完成值应得 0 分${compared === '' ? '' : `（${compared}）`}`;
  return `得 0 分（满分 ${item.weight} 分${compared === '' ? '' : `；${compared}`}）`;
}

const found = new WeakMap<NameFinder, WeakMap<Passage, ReadonlySet<string>>>();

/** Keys of the leaves a passage names. Looked for once: a passage nobody edits is the same one after the next edit. */
function namedIn(passage: Passage, find: NameFinder): ReadonlySet<string> {
  const byPassage = found.get(find) ?? new WeakMap<Passage, ReadonlySet<string>>();
  found.set(find, byPassage);
  const known = byPassage.get(passage);
  if (known) return known;
  const named = new Set(paragraphsOf(passage).flatMap(({ text }) => find(text).map(({ indicator }) => indicator.key)));
  byPassage.set(passage, named);
  return named;
}

/** 存在的主要问题 names every indicator of the department's table that scored nothing, by its name, an alias or another way to write it. */
export const zeroScoreOmitted: Check = {
  id: 'D03',
  title: '主要问题提到得 0 分的指标',
  levels: ['W'],
  answer: 'explain',
  explains: '得 0 分的指标应在“存在的主要问题”中提到（指标名称、别名或简称），没有提到的请补充分析，或说明不列入的理由。',
  source: '财预〔2020〕10号（分析未完成原因）；复核通行做法',
  form: (context) => {
    const passages = passagesWith(context, 'problems');
    const zero = passages.length === 0 ? [] : ownLeaves(context).filter(isZeroScored);
    if (zero.length === 0) return [];
    const find = leafNameFinder(ownLeaves(context));
    const named = passages.map((passage) => namedIn(passage, find));
    return zero.flatMap((leaf): CheckOutcome[] => {
      const { entry, key, place } = leaf;
      if (named.some((keys) => keys.has(key))) return [];
      const message = `${place}${facts(leaf)}，“${passages[0]!.title}”中没有提到，请补充分析，或说明不列入的理由。`;
      return [{ kind: 'finding', level: 'W', subject: key, message, addresses: [PROBLEMS, entry.addresses.deviation], answer: 'explain' }];
    });
  },
};
