import type { IndicatorEntry } from '../form/indicator-entry';
import { createNameFinder, type NameFinder } from '../narrative/find-names';
import type { Leaf } from './check-context';

interface KnownNames {
  readonly entries: readonly IndicatorEntry[];
  readonly find: NameFinder;
}

const NO_NAMES: NameFinder = () => [];
const known = new WeakMap<IndicatorEntry, KnownNames>();

/** Finds the names of leaves in half-width prose, other ways to write them included. Prepared once for the same leaves, whatever they score. */
export function leafNameFinder(leaves: readonly Leaf[]): NameFinder {
  const [first] = leaves;
  if (first === undefined) return NO_NAMES;
  const last = known.get(first.entry);
  if (last && last.entries.length === leaves.length && leaves.every(({ entry }, index) => entry === last.entries[index])) return last.find;
  const find = createNameFinder(leaves.map(({ key, names, entry }) => ({ key, names, unit: entry.unit })));
  known.set(first.entry, { entries: leaves.map(({ entry }) => entry), find });
  return find;
}
