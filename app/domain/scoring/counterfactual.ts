import { withThousands } from '../shared/decimal-format';
import { exactDecimal, expandFraction } from '../shared/fraction';
import type { Gap } from './rules/outcome';

/** What would give full marks: "再增 0.05 万户得满分", "“全年执行数”再增 18.58 万元得满分", "再减 3 起得满分". */
export function fullMarksText(gap: Gap | null): string | null {
  if (gap === null) return null;
  const amount = withThousands(exactDecimal(gap.amount) ?? expandFraction(gap.amount, 8));
  const figure = gap.figure === null ? '' : `“${gap.figure}”`;
  const unit = gap.unit === '%' ? '%' : ` ${gap.unit.trim()}`;
  return `${figure}再${gap.direction === 'raise' ? '增' : '减'} ${amount}${unit}得满分`;
}
