import { convertUnit, parseUnit } from '../form/units';
import type { Mention } from '../narrative/prose';
import { compare, type Exact } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import { allLeaves, type CheckContext, type Leaf } from './check-context';
import { quotedAddresses } from './quoted-address';

/** A stated target in the unit of the approved one; null when the two do not measure the same thing. */
function inTargetUnit({ figure }: Mention, unit: string): Exact | null {
  const value = fraction(figure.value);
  return figure.unit === '' ? value : (convertUnit(value, parseUnit(figure.unit), parseUnit(unit))?.value ?? null);
}

function compareTargets(context: CheckContext, { entry, key, place }: Leaf, mentions: readonly Mention[]): CheckOutcome[] {
  const { target } = entry;
  if (target === null || (target.kind !== 'number' && target.kind !== 'range')) return [];
  const approved = (target.kind === 'number' ? [target.value] : [target.low, target.high]).map(fraction);
  const comparable = mentions.flatMap((mention) => {
    const value = inTargetUnit(mention, target.unit);
    return value === null ? [] : [{ mention, isEqual: approved.some((bound) => compare(bound, value) === 0) }];
  });
  const changed = comparable.filter(({ isEqual }) => !isEqual).map(({ mention }) => mention);
  const shown = changed.length > 0 ? changed : comparable.map(({ mention }) => mention);
  if (shown.length === 0) return [];
  const quotes = shown.map(({ quote }) => quote);
  const addresses = quotedAddresses(context, quotes);
  const stated = [...new Set(shown.map(({ figure, quote }) => `“${quote.title}”中写作 ${figure.text}`))].join('，');
  if (changed.length === 0) {
    return [{ kind: 'confirmation', message: `${place}的目标值${stated}，与批复的目标值 ${entry.targetText} 一致。`, addresses, quotes }];
  }
  const message = `${place}批复的目标值为 ${entry.targetText}，${stated}，自评不得改动目标值，请更正。`;
  return [{ kind: 'finding', level: 'E', subject: key, message, addresses, quotes, answer: 'correct' }];
}

/**
 * A target named in prose is the approved one. A report states its approved targets itself, in the section of objectives, so that only the
 * other sections are held against them.
 */
export const targetChanged: Check = {
  id: 'C04',
  title: '正文中的目标值与批复的目标值一致',
  levels: ['E'],
  answer: 'correct',
  explains: '正文中提到某项指标的目标值（指标值）时，应与预算批复时确定的目标值一致；单位不同的换算后比较，“约”“超”等不确切的数不比较。',
  source: '财预〔2020〕10号（单位自评使用预算批复时确定的绩效指标）',
  form: (context) => {
    const byLeaf = new Map<string, Mention[]>();
    for (const mention of context.prose.mentions) {
      if (mention.says !== 'target' || mention.figure.exactness !== 'exact') continue;
      if (mention.year !== null && mention.year !== String(context.fiscalYear ?? mention.year)) continue;
      if (context.source === 'report' && mention.role === 'objectives') continue;
      byLeaf.set(mention.indicator, [...(byLeaf.get(mention.indicator) ?? []), mention]);
    }
    if (byLeaf.size === 0) return [];
    return allLeaves(context).flatMap((leaf) => compareTargets(context, leaf, byLeaf.get(leaf.key) ?? []));
  },
};
