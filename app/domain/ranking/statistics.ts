import { add, compare, div, type Exact, mul, sub, sum } from '../shared/fraction';
import { fraction, fractionOf } from '../shared/fraction-text';

/** Exact mean; null for no value. */
export function mean(values: readonly Exact[]): Exact | null {
  return values.length === 0 ? null : div(sum(values), fractionOf(BigInt(values.length), 1n));
}

export interface FiveNumbers {
  readonly minimum: Exact;
  readonly lowerQuartile: Exact;
  readonly median: Exact;
  readonly upperQuartile: Exact;
  readonly maximum: Exact;
}

/**
 * Minimum, quartiles and maximum; null for no value. A quartile lies at position (n − 1)·q of the ordered values, interpolated linearly
 * between neighbours, so the median of an even number is the mean of the two middle values.
 */
export function fiveNumbers(values: readonly Exact[]): FiveNumbers | null {
  if (values.length === 0) return null;
  const ordered = [...values].sort(compare);
  const at = (quarters: number): Exact => {
    const position = (ordered.length - 1) * quarters;
    const below = ordered[Math.floor(position / 4)]!;
    const above = ordered[Math.ceil(position / 4)]!;
    return add(below, mul(sub(above, below), fractionOf(BigInt(position % 4), 4n)));
  };
  return { minimum: at(0), lowerQuartile: at(1), median: at(2), upperQuartile: at(3), maximum: at(4) };
}

/**
 * Percentile rank of each value (domain.md §6.3): (L + 0.5·(E − 1)) / (n − 1) × 100, L the number strictly lower, E the number equal
 * including itself. Null for a single value.
 */
export function percentileRanks(values: readonly string[]): ReadonlyArray<Exact | null> {
  const exact = values.map(fraction);
  if (values.length < 2) return exact.map(() => null);
  return exact.map((value) => {
    let lower = 0;
    let equal = 0;
    for (const other of exact) {
      const sign = compare(other, value);
      if (sign < 0) lower += 1;
      if (sign === 0) equal += 1;
    }
    return fractionOf(BigInt((2 * lower + equal - 1) * 50), BigInt(values.length - 1));
  });
}
