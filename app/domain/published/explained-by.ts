import { compare, type Exact } from '../shared/fraction';
import { fraction, roundFraction } from '../shared/fraction-text';

/** How a published score follows from the computed one: the first that holds, in this order. */
export const EXPLANATIONS = [
  /** Equal at two decimals, half-up. */
  'exact',
  'rounded-1dp',
  'rounded-integer',
  /** Cut off after one decimal, or to an integer. */
  'floored',
  /** The target is met, yet points are missing. */
  'met-but-reduced',
  /** The target is missed, yet all points are given. */
  'full-although-missed',
  'unexplained',
  /** Target or actual is no figure. */
  'not-computable',
] as const;
export type ExplainedBy = (typeof EXPLANATIONS)[number];

/** The explanations by which a published score follows from the rule alone. */
export const FOLLOWS_THE_RULE: ReadonlySet<ExplainedBy> = new Set(['exact', 'rounded-1dp', 'rounded-integer', 'floored']);

export interface ComparedScore {
  /** Unrounded; null where nothing can be computed. */
  readonly computed: Exact | null;
  readonly published: Exact | null;
  readonly weight: Exact | null;
}

/** The first explanation that holds; null where no score was published. */
export function explainedBy({ computed, published, weight }: ComparedScore): ExplainedBy | null {
  if (published === null) return null;
  if (computed === null || weight === null) return 'not-computable';
  const equals = (digits: number, mode: 'half_up' | 'truncate'): boolean => compare(published, fraction(roundFraction(computed, { digits, mode }))) === 0;
  if (roundFraction(published, { digits: 2, mode: 'half_up' }) === roundFraction(computed, { digits: 2, mode: 'half_up' })) return 'exact';
  if (equals(1, 'half_up')) return 'rounded-1dp';
  if (equals(0, 'half_up')) return 'rounded-integer';
  if (equals(1, 'truncate') || equals(0, 'truncate')) return 'floored';
  const isFull = compare(computed, weight) >= 0;
  if (isFull && compare(published, weight) < 0) return 'met-but-reduced';
  if (!isFull && compare(published, weight) === 0) return 'full-although-missed';
  return 'unexplained';
}
