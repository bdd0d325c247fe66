import { agrees, inUnit, shownFigure } from '../narrative/figure-value';
import type { Mention } from '../narrative/prose';
import type { Check, CheckOutcome } from './check';
import { allLeaves, type CheckContext, type Leaf } from './check-context';
import { actualMentions } from './actual-mentions';
import { quotedAddresses } from './quoted-address';

/** The first two mentions that cannot both be right. */
function contradiction(mentions: readonly Mention[], unit: string): readonly [Mention, Mention] | null {
  for (const [index, left] of mentions.entries()) {
    for (const right of mentions.slice(index + 1)) {
      if (!sameFigure(left, right, unit)) return [left, right];
    }
  }
  return null;
}

/** One of them may be the exact figure that the other approximates. */
function sameFigure(left: Mention, right: Mention, unit: string): boolean {
  const one = inUnit(left.figure, unit);
  const other = inUnit(right.figure, unit);
  if (one === null || other === null) return true;
  if (left.figure.exactness !== 'exact' && right.figure.exactness !== 'exact') return true;
  return agrees(left.figure, other, unit) === true || agrees(right.figure, one, unit) === true;
}

function compareSections(context: CheckContext, { entry, key, place }: Leaf, mentions: readonly Mention[]): CheckOutcome[] {
  const actual = context.parsed(entry.addresses.actual);
  if (actual.status === 'ok' && actual.value.kind === 'number') return [];
  const pair = contradiction(mentions, entry.unit);
  if (pair === null) return [];
  const quotes = pair.map(({ quote }) => quote);
  const [first, second] = pair.map(({ figure, quote }) => `“${quote.title}”中写作 ${shownFigure(figure)}`);
  const message = `${place}的完成数，${first!}，${second!}，前后不一致，请核对；口径不同的请说明。`;
  return [{ kind: 'finding', level: 'W', subject: key, message, addresses: quotedAddresses(context, quotes), quotes, answer: 'explain' }];
}

/** Two places of the prose give one indicator different results. Where its 实际完成值 is a number, D01 holds every place against that. */
export const twoValues: Check = {
  id: 'D02',
  title: '同一指标在正文各处的数字一致',
  levels: ['W'],
  answer: 'explain',
  explains: '同一项指标的完成数在正文不同部分出现时应当一致；该指标填有实际完成值的，各处都与实际完成值核对（D01），不再两两比较。',
  source: '自评报告复核的通行做法（报告内部数字一致）',
  form: (context) => {
    const byLeaf = actualMentions(context);
    return byLeaf.size === 0 ? [] : allLeaves(context).flatMap((leaf) => compareSections(context, leaf, byLeaf.get(leaf.key) ?? []));
  },
};
