import type { IndicatorEntry } from '../form/indicator-entry';
import { compare, type Exact, isZero, mul, ONE, sub, ZERO } from '../shared/fraction';
import { constant } from '../shared/fraction-text';
import type { Derivation } from './derivation';
import type { Expression } from './expression/expression';
import type { ScoringRule } from './scoring-rule';

interface Bounded {
  readonly entry: IndicatorEntry;
  readonly isBounded: boolean;
}

/** Whether a cap below the weight or a floor above nothing comes between the figure and the points. */
export function boundsPoints({ cap, floor }: ScoringRule): boolean {
  return (cap !== undefined && compare(constant(cap), ONE) < 0) || (floor !== undefined && !isZero(constant(floor)));
}

/** Takes the over-achievement deduction off, then keeps the points between the rule's floor and cap (shares of the weight). */
export function boundScore({ entry, isBounded }: Bounded, points: Exact, deduction: Exact, derive: Derivation): Exact {
  let score = points;
  if (!isZero(deduction)) {
    const rest: Expression = { op: 'subtract', of: ['score', 'over_target'] };
    score = derive.calculate('score', '扣减后得分', compare(sub(score, deduction), ZERO) < 0 ? { op: 'max', of: [{ number: '0' }, rest] } : rest, '分');
  }
  if (!isBounded) return score;
  const { cap, floor } = entry.rule;
  if (cap !== undefined) score = keepWithin('gt', cap, score, entry, derive);
  if (floor !== undefined) score = keepWithin('lt', floor, score, entry, derive);
  return score;
}

function keepWithin(is: 'gt' | 'lt', share: string, score: Exact, entry: IndicatorEntry, derive: Derivation): Exact {
  const limit: Expression = { op: 'multiply', of: ['weight', { number: share }] };
  const order = compare(score, mul(entry.weight, constant(share)));
  if (is === 'gt' ? order <= 0 : order >= 0) return score;
  derive.decide({ is, left: 'score', right: limit }, () => (is === 'gt' ? 'above_cap' : 'below_floor'));
  return derive.score(limit);
}
