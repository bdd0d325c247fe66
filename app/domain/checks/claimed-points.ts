import type { ItemScore } from '../scoring/score-sheet';
import type { Exact } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';

/** The points a line claims: the typed or published score, else the computed one; null while it has neither. */
export function claimedPoints(item: ItemScore): Exact | null {
  if (item.selfScore !== null) return fraction(item.selfScore);
  return item.status === 'scored' ? fraction(item.exact) : null;
}
