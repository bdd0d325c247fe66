import { agrees, shownFigure } from '../narrative/figure-value';
import type { Mention } from '../narrative/prose';
import { numberText } from '../scoring/number-text';
import type { Exact } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import { allLeaves, type CheckContext, type Leaf } from './check-context';
import { quotedAddresses } from './quoted-address';
import { actualMentions } from './actual-mentions';

interface StatedActual {
  readonly value: Exact;
  readonly unit: string;
}

/** 实际完成值 of a leaf, where its cell holds a number. */
function statedActual(context: CheckContext, { entry }: Leaf): StatedActual | null {
  const parsed = context.parsed(entry.addresses.actual);
  return parsed.status === 'ok' && parsed.value.kind === 'number' ? { value: fraction(parsed.value.decimal), unit: parsed.value.unit } : null;
}

const places = (mentions: readonly Mention[]): string => [...new Set(mentions.map(({ quote }) => `“${quote.title}”`))].join('、');

function compareMentions(context: CheckContext, leaf: Leaf, mentions: readonly Mention[]): CheckOutcome[] {
  const actual = statedActual(context, leaf);
  if (actual === null) return [];
  const compared = mentions.flatMap((mention) => {
    const same = agrees(mention.figure, actual.value, actual.unit);
    return same === null ? [] : [{ mention, same }];
  });
  const against = compared.filter(({ same }) => !same).map(({ mention }) => mention);
  const agreeing = compared.filter(({ same }) => same).map(({ mention }) => mention);
  const address = leaf.entry.addresses.actual;
  const typed = `实际完成值 ${numberText(actual.value)}${actual.unit === '' || actual.unit === '%' ? actual.unit : ` ${actual.unit}`}`;
  if (against.length === 0) {
    const elsewhere = agreeing.filter(({ role }) => role !== 'completion');
    if (elsewhere.length === 0) return [];
    const quotes = elsewhere.map(({ quote }) => quote);
    return [{ kind: 'confirmation', message: `${leaf.place}${typed}，${places(elsewhere)}所写一致。`, addresses: [address], quotes }];
  }
  const source = agreeing.find(({ role }) => role === 'completion') ?? null;
  const quotes = [...against, ...(source ? [source] : [])].map(({ quote }) => quote);
  const said = against.map(({ figure, quote }) => `“${quote.title}”中写作 ${shownFigure(figure)}`).join('，');
  const where = source ? `（“${source.quote.title}”）` : '';
  const message = `${leaf.place}${typed}${where}，${said}，两处不一致，请核对；口径不同的请说明。`;
  return [
    { kind: 'finding', level: 'W', subject: leaf.key, message, addresses: [...quotedAddresses(context, quotes), address], quotes, answer: 'explain' },
  ];
}

/** A figure that prose says of an indicator is its 实际完成值. */
export const narrativeNumber: Check = {
  id: 'D01',
  title: '正文中的数字与指标完成值一致',
  levels: ['W'],
  answer: 'explain',
  explains:
    '正文中写到某项指标的完成数（指标名称、别名或简称与数字在同一句）时，应与该指标的实际完成值一致；单位不同的换算后比较，“超”“近”“约”按邻近的整数理解，其他年度、阶段和范围的数不比较。',
  source: '自评报告复核的通行做法（正文与指标表一致）',
  form: (context) => {
    const byLeaf = actualMentions(context);
    return byLeaf.size === 0 ? [] : allLeaves(context).flatMap((leaf) => compareMentions(context, leaf, byLeaf.get(leaf.key) ?? []));
  },
};
