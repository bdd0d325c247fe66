import { nameFinderOf } from '../find-mentions';
import { bareName } from '../name-forms';
import type { NamedIndicator } from '../prose';

/** Indicators of a report are few, so similarity is compared with each. */
const LIKENESS = 0.65;

/** The indicator a name means: the same name, another way to write it, else the only one that is much alike; null when there is none. */
export function matchIndicator(name: string, indicators: readonly NamedIndicator[]): NamedIndicator | null {
  const bare = bareName(name);
  const same = indicators.find((indicator) => indicator.names.some((other) => bareName(other) === bare));
  if (same) return same;
  const found = nameFinderOf(indicators)(bare).filter(({ from, to }) => from === 0 && to === bare.length);
  if (found.length === 1) return found[0]!.indicator;
  const alike = indicators.filter((indicator) => indicator.names.some((other) => likeness(bareName(other), bare) >= LIKENESS));
  return alike.length === 1 ? alike[0]! : null;
}

/** Pairs of characters that both names hold, as a share of all their pairs (Dice). */
function likeness(left: string, right: string): number {
  const pairs = (text: string): string[] => [...text].slice(1).map((char, index) => text[index]! + char);
  const mine = pairs(left);
  const others = pairs(right);
  const shared = mine.filter((pair) => {
    const at = others.indexOf(pair);
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  }).length;
  const all = mine.length + shared + others.length;
  return all === 0 ? 0 : (2 * shared) / all;
}
