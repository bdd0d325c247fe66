import { add, compare, div, type Exact, mul, sub, ZERO } from '../../shared/fraction';
import { fraction } from '../../shared/fraction-text';
import type { Branch } from '../branches';
import type { DerivedItem } from '../derived-item';
import type { Gap } from './gap';

/** What separates 实际完成值 from a target of one figure or of two bounds: `full` is the target or its nearer bound, `at` the way back from points to a figure. */
interface Way {
  readonly full: Exact;
  readonly at: Gap['at'];
}

type WayOf = (item: DerivedItem) => Way;

const TWO = fraction('2');

const toTarget: WayOf = (item) => ({ full: item.value('target'), at: null });

/** a = points ÷ weight × t. */
const inProportionTo =
  (bound: string): WayOf =>
  (item) => {
    const full = item.value(bound);
    return { full, at: (points) => mul(div(points, item.weight), full) };
  };

/** a = (2 − points ÷ weight) × t. */
const fallingFrom =
  (bound: string): WayOf =>
  (item) => {
    const full = item.value(bound);
    return { full, at: (points) => mul(sub(TWO, div(points, item.weight)), full) };
  };

/** a = t × weight ÷ points. */
const inverseTo: WayOf = (item) => {
  const full = item.value('target');
  return { full, at: (points) => div(mul(full, item.weight), points) };
};

/** The branches that cost points, and the way each leaves to more. */
const WAYS: Partial<Record<Branch, WayOf>> = {
  zero_target_exceeded: toTarget,
  negative_target_missed: toTarget,
  negative_target_exceeded: toTarget,
  target_missed: toTarget,
  short: inProportionTo('target'),
  exceeded: fallingFrom('target'),
  twice_target: fallingFrom('target'),
  exceeded_simple: inverseTo,
  below_range: (item) => ({ full: item.value('low'), at: null }),
  above_range: (item) => ({ full: item.value('high'), at: null }),
  below_range_proportional: inProportionTo('low'),
  above_range_proportional: fallingFrom('high'),
};

/** The gap of 实际完成值 to its target, by the branch that was taken; from the figure as typed: a negative one has further to go than the 0 it counts as. */
export function gapToTarget(item: DerivedItem): Gap | null {
  const branch = item.branches.find((one) => WAYS[one] !== undefined);
  if (branch === undefined) return null;
  const { full, at } = WAYS[branch]!(item);
  return gapOfActual(item, full, at);
}

/** The gap of a figure that must equal its target or come within `tolerance` of it. */
export function gapToEqual(item: DerivedItem, tolerance: string | undefined): Gap | null {
  if (!item.took('unequal')) return null;
  const target = item.value('target');
  const width = tolerance === undefined ? ZERO : fraction(tolerance);
  const isBelow = compare(item.value('actual'), target) < 0;
  return gapOfActual(item, isBelow ? sub(target, width) : add(target, width), null);
}

function gapOfActual(item: DerivedItem, full: Exact, at: Gap['at']): Gap {
  const now = fraction(item.read('actual')!.value);
  const { unit } = (item.read('target') ?? item.read('low'))!;
  return { direction: compare(now, full) < 0 ? 'raise' : 'lower', figure: null, unit, now, full, at };
}
