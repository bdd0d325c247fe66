import { numberText } from '../scoring/number-text';
import type { Exact } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { CheckContext, Leaf } from './check-context';

/** Target and actual of a leaf as numbers in one unit; null when either is not a readable number. */
export interface TargetFigures {
  readonly target: Exact;
  readonly actual: Exact;
  readonly unit: string;
}

export function targetFigures(context: CheckContext, leaf: Leaf): TargetFigures | null {
  const { target, addresses } = leaf.entry;
  if (target?.kind !== 'number') return null;
  const parsed = context.parsed(addresses.actual);
  if (parsed.status !== 'ok' || parsed.value.kind !== 'number') return null;
  return { target: fraction(target.value), actual: fraction(parsed.value.decimal), unit: target.unit };
}

/** "14.55 < 14.6 万户", "91.2 < 98%". */
export function comparisonText({ target, actual, unit }: TargetFigures, sign: '<' | '>'): string {
  return `${numberText(actual)} ${sign} ${numberText(target)}${unit === '' || unit === '%' ? unit : ` ${unit}`}`;
}
