import type { Exact } from '../../shared/fraction';

/** What separates a leaf from more points, where one figure decides. Also the way back: which figure gives how many points. */
export interface Gap {
  readonly direction: 'raise' | 'lower';
  /** Name of the figure when it is not 实际完成值 itself. */
  readonly figure: string | null;
  readonly unit: string;
  /** The figure as it is. */
  readonly now: Exact;
  /** The figure nearest to `now` that gives full marks; null when none does. */
  readonly full: Exact | null;
  /** The same for fewer points (more than the leaf has); null where it is all points or none. */
  readonly at: ((points: Exact) => Exact | null) | null;
}
