import type { Mention } from '../narrative/prose';
import type { CheckContext } from './check-context';

/** What prose says of the results of the evaluated year, by the key of the leaf. */
export function actualMentions(context: CheckContext): ReadonlyMap<string, readonly Mention[]> {
  const byLeaf = new Map<string, Mention[]>();
  for (const mention of context.prose.mentions) {
    if (mention.says !== 'actual') continue;
    if (mention.year !== null && context.fiscalYear !== null && mention.year !== String(context.fiscalYear)) continue;
    const known = byLeaf.get(mention.indicator);
    if (known) known.push(mention);
    else byLeaf.set(mention.indicator, [mention]);
  }
  return byLeaf;
}
