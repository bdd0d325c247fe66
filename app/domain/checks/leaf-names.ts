import type { IndicatorEntry } from '../form/indicator-entry';
import { createNameFinder, type NameFinder } from '../narrative/find-names';
import type { Leaf } from './check-context';

interface KnownNames {
  readonly entries: readonly IndicatorEntry[];
  readonly find: NameFinder;
}

const NO_NAMES: NameFinder = () => [];
/** A table and a form begin with the same leaf: a few sets of leaves for each first one. */
const MAX_SETS = 6;
const known = new WeakMap<IndicatorEntry, KnownNames[]>();

/** Finds the names of leaves in half-width prose, other ways to write them included. Prepared once for the same leaves, whatever they score. */
export function leafNameFinder(leaves: readonly Leaf[]): NameFinder {
  const [first] = leaves;
  if (first === undefined) return NO_NAMES;
  const sets = known.get(first.entry) ?? [];
  const same = sets.find(({ entries }) => entries.length === leaves.length && leaves.every(({ entry }, index) => entry === entries[index]));
  if (same !== undefined) return same.find;
  const find = createNameFinder(leaves.map(({ key, names, entry }) => ({ key, names, unit: entry.unit })));
  known.set(first.entry, [{ entries: leaves.map(({ entry }) => entry), find }, ...sets].slice(0, MAX_SETS));
  return find;
}
