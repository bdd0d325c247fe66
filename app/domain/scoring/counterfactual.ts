import { withThousands } from '../shared/decimal-format';
import { absolute, add, compare, type Exact, isZero, ONE, sub } from '../shared/fraction';
import { exactDecimal, expandFraction } from '../shared/fraction-text';
import { boundsPoints } from './bounds';
import { DerivedItem } from './derived-item';
import type { Gap } from './rules/gap';
import { gapOf } from './rules/registry';
import type { ItemScore } from './score-sheet';

/** What it would take to score more; null where no single figure decides. */
export interface Counterfactual {
  /** "再增 0.05 万户得满分", "“全年执行数”再增 18.58 万元得满分", "再减 3 起得满分". */
  readonly toFullMarks: string | null;
  /** "再增 2.92 万户多得 1 分"; null also when less than that is missing to full marks. */
  readonly toOnePoint: string | null;
}

const NONE: Counterfactual = { toFullMarks: null, toOnePoint: null };

/** Read from the leaf's derivation. No change of a figure can be promised where its points are taken off again, or bounded by a cap or floor. */
export function counterfactualOf(item: Pick<ItemScore, 'name' | 'overTargetDeduction' | 'trace'>): Counterfactual {
  const rule = item.trace.parameters;
  const derived = new DerivedItem(item);
  if (item.overTargetDeduction !== null || isZero(derived.weight) || boundsPoints(rule)) return NONE;
  const gap = gapOf(rule, derived);
  if (gap === null) return NONE;
  return { toFullMarks: gap.full === null ? null : changeText(gap, gap.full, '得满分'), toOnePoint: onePointText(gap, derived) };
}

/** Where points come in steps the next one may cost as much as full marks do. */
function onePointText(gap: Gap, { points, weight }: DerivedItem): string | null {
  if (gap.at === null) return null;
  const wanted = add(points, ONE);
  const needed = compare(wanted, weight) >= 0 ? null : gap.at(wanted);
  if (needed === null || (gap.full !== null && compare(needed, gap.full) === 0)) return null;
  return compare(needed, gap.now) === 0 ? null : changeText(gap, needed, '多得 1 分');
}

function changeText({ direction, figure, unit, now }: Gap, needed: Exact, result: string): string {
  const amount = absolute(sub(needed, now));
  const shown = withThousands(exactDecimal(amount) ?? expandFraction(amount, 8));
  const verb = direction === 'raise' ? '再增 ' : '再减 ';
  const change = unit === '%' ? `${verb}${shown}%${result}` : `${verb}${shown} ${unit}${result}`;
  return figure === null ? change : `“${figure}”${change}`;
}
