import type { IndicatorEntry } from '../form/indicator-entry';
import { compare, type Exact, isNegative, isZero, mul, ZERO } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Derivation } from './derivation';
import type { Expression } from './expression/expression';
import type { Outcome } from './rules/outcome';

/**
 * 超额完成扣减 (domain.md §2.4): weight × clamp(factor × (a/t − suggestAt), 0, cap), taken off only where the version says so. Gives what came off; 0 when
 * nothing did. Only a result above a positive target has such a ratio; a reverse indicator far below its target is not touched.
 */
export function deductOverAchievement(entry: IndicatorEntry, outcome: Outcome, derive: Derivation): Exact {
  const rule = entry.overAchievement;
  const { target } = entry;
  if (rule?.deduct === undefined || outcome.status !== 'scored' || outcome.completion === null || target?.kind !== 'number') return ZERO;
  if (entry.rule.type === 'ratio_reverse' || entry.comparator === 'lte' || entry.comparator === 'lt' || isNegative(fraction(target.value)) || isZero(fraction(target.value))) return ZERO;
  if (compare(outcome.completion.actual, mul(fraction(rule.suggestAt), outcome.completion.target)) <= 0) return ZERO;
  const { factor, cap } = rule.deduct;
  const ratio: Expression = { op: 'divide', of: ['actual', 'target'] };
  derive.decide({ is: 'gt', left: ratio, right: { number: rule.suggestAt } }, () => 'over_target');
  const share: Expression = { op: 'multiply', of: [{ number: factor }, { op: 'subtract', of: [ratio, { number: rule.suggestAt }] }] };
  const bounded: Expression = { op: 'max', of: [{ number: '0' }, { op: 'min', of: [share, { number: cap }] }] };
  return derive.calculate('over_target', '超额完成扣减', { op: 'multiply', of: ['weight', bounded] }, '分');
}
