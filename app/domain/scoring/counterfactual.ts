import { withThousands } from '../shared/decimal-format';
import { absolute, add, compare, type Exact, exactDecimal, expandFraction, isZero, ONE, sub } from '../shared/fraction';
import type { Gap } from './rules/outcome';

/** What would give full marks: "再增 0.05 万户得满分", "“全年执行数”再增 18.58 万元得满分", "再减 3 起得满分". */
export function fullMarksText(gap: Gap | null, weight: Exact): string | null {
  const needed = gap?.at(weight) ?? null;
  return gap === null || needed === null ? null : `${changeText(gap, needed)}得满分`;
}

/** What one more point would take: "再增 2.92 万户多得 1 分"; null when less than that is missing to full marks. */
export function onePointText(gap: Gap | null, score: Exact, weight: Exact): string | null {
  if (gap === null || compare(add(score, ONE), weight) >= 0) return null;
  const needed = gap.at(add(score, ONE));
  const full = gap.at(weight);
  // Where points come in steps the next one may cost as much as full marks do.
  if (needed === null || (full !== null && compare(needed, full) === 0)) return null;
  return isZero(sub(needed, gap.now)) ? null : `${changeText(gap, needed)}多得 1 分`;
}

function changeText(gap: Gap, needed: Exact): string {
  const amount = absolute(sub(needed, gap.now));
  const shown = withThousands(exactDecimal(amount) ?? expandFraction(amount, 8));
  const figure = gap.figure === null ? '' : `“${gap.figure}”`;
  const unit = gap.unit === '%' ? '%' : ` ${gap.unit}`;
  return `${figure}再${gap.direction === 'raise' ? '增' : '减'} ${shown}${unit}`;
}
