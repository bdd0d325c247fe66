import { compare, isNegative, isZero, mul, ZERO } from '../../shared/fraction';
import { fraction } from '../../shared/fraction-text';
import type { Condition, Expression } from '../expression/expression';
import { type Outcome, scored, settleFull, settleZero, type Subject } from './outcome';
import type { RangeActual, TargetActual } from './target-actual';

/** How an actual is held against a target of one figure or of two bounds. The rule types choose among these. */

const AT_LEAST: Condition = { is: 'gte', left: 'actual', right: 'target' };
const AT_MOST: Condition = { is: 'lte', left: 'actual', right: 'target' };
const EXACTLY: Condition = { is: 'eq', left: 'actual', right: 'target' };
const NEGATIVE: Condition = { is: 'lt', left: 'actual', right: { number: '0' } };
const TWICE: Condition = { is: 'gte', left: 'actual', right: { op: 'multiply', of: [{ number: '2' }, 'target'] } };

const RATIO: Expression = { op: 'multiply', of: [{ op: 'divide', of: ['actual', 'target'] }, 'weight'] };
const INVERSE: Expression = { op: 'multiply', of: [{ op: 'divide', of: ['target', 'actual'] }, 'weight'] };
const LINEAR: Expression = excessShare('target');
const ABOVE_RANGE: Expression = excessShare('high');
const BELOW_RANGE: Expression = { op: 'multiply', of: [{ op: 'divide', of: ['actual', 'low'] }, 'weight'] };
const NO_LESS_THAN_ZERO: Expression = { op: 'max', of: ['actual', { number: '0' }] };

const TWO = fraction('2');

/** 〔1 −（a − bound）÷ bound〕× weight. */
function excessShare(bound: string): Expression {
  return { op: 'multiply', of: [{ op: 'subtract', of: [{ number: '1' }, { op: 'divide', of: [{ op: 'subtract', of: ['actual', bound] }, bound] }] }, 'weight'] };
}

/**
 * ≥, ＞ and ＝ (domain.md §2.4): full marks from the target on, below it a/t × weight. A negative actual counts as 0. Target 0: full marks while the actual
 * is 0 or less for ＝, always for ≥. A negative target admits no ratio: met is full, missed is 0.
 */
export function scoreUpward(subject: Subject, read: TargetActual): Outcome {
  const { derive, entry } = subject;
  const { target, unit, printed } = read;
  let actual = read.actual;
  if (isNegative(actual) && !isNegative(target)) {
    derive.decide(NEGATIVE, () => 'negative_as_zero');
    actual = derive.calculate('actual', '完成值', NO_LESS_THAN_ZERO, unit);
  }
  if (isZero(target) && entry.comparator === 'eq') {
    const met = derive.decide(EXACTLY, (holds) => (holds ? 'met' : 'zero_target_exceeded'));
    if (met) settleFull(subject, 'met');
    else settleZero(subject, 'zero_target_exceeded');
    return scored(subject, printed, met);
  }
  const met = compare(actual, target) >= 0;
  if (met) {
    derive.decided(AT_LEAST, true, isZero(target) ? 'above_zero_only' : 'met');
    settleFull(subject, 'met');
    return scored(subject, printed, met);
  }
  if (isNegative(target)) {
    derive.decided(AT_LEAST, false, 'negative_target_missed');
    settleZero(subject, 'negative_target_missed');
    return scored(subject, printed, met);
  }
  derive.decided(AT_LEAST, false, 'short');
  derive.score(RATIO);
  return scored(subject, printed, met);
}

/**
 * ≤ and ＜: full marks while the actual is at most the target. Beyond it `linear` gives 〔1−(a−t)/t〕×weight and 0 from 2t on, `simple` t/a × weight
 * (domain.md §2.4). Target 0 or below: any excess is 0 points; nothing is divided.
 */
export function scoreDownward(subject: Subject, read: TargetActual, variant: 'linear' | 'simple'): Outcome {
  const { derive } = subject;
  const { target, actual, printed } = read;
  if (compare(actual, target) <= 0) {
    derive.decided(AT_MOST, true, 'met_reverse');
    settleFull(subject, 'met_reverse');
    return scored(subject, printed, true);
  }
  if (isZero(target) || isNegative(target)) {
    const branch = isZero(target) ? 'zero_target_exceeded' : 'negative_target_exceeded';
    derive.decided(AT_MOST, false, branch);
    settleZero(subject, branch);
    return scored(subject, printed, false);
  }
  if (variant === 'simple') {
    derive.decided(AT_MOST, false, 'exceeded_simple');
    derive.score(INVERSE);
    return scored(subject, printed, false);
  }
  const isTwice = compare(actual, mul(TWO, target)) >= 0;
  if (isTwice) derive.decided(TWICE, true, 'twice_target');
  else derive.decided(AT_MOST, false, 'exceeded');
  if (isTwice) settleZero(subject, 'twice_target');
  else derive.score(LINEAR);
  return scored(subject, printed, false);
}

/** ＝ taken at its word: the target, or within `tolerance` of it, is full marks; anything else none. */
export function scoreEqual(subject: Subject, read: TargetActual, tolerance: string | undefined): Outcome {
  const { derive } = subject;
  const apart: Expression = { op: 'abs', of: [{ op: 'subtract', of: ['actual', 'target'] }] };
  const condition: Condition = tolerance === undefined ? EXACTLY : { is: 'lte', left: apart, right: { number: tolerance } };
  const met = derive.decide(condition, (holds) => (holds ? 'equal' : 'unequal'));
  if (met) settleFull(subject, 'equal');
  else settleZero(subject, 'unequal');
  return scored(subject, read.printed, met);
}

/** Two bounds, both included: inside full marks, outside none or in proportion to the nearer bound. */
export function scoreRange(subject: Subject, read: RangeActual, outside: 'zero' | 'proportional'): Outcome {
  const { derive } = subject;
  const { low, high, actual, printed } = read;
  const isBelow = compare(actual, low) < 0;
  if (!isBelow && compare(actual, high) <= 0) {
    derive.decide({ all: [{ is: 'gte', left: 'actual', right: 'low' }, { is: 'lte', left: 'actual', right: 'high' }] }, () => 'in_range');
    settleFull(subject, 'in_range');
    return scored(subject, printed, true);
  }
  const bound = isBelow ? low : high;
  const proportional = outside === 'proportional' && compare(bound, ZERO) > 0;
  const condition: Condition = isBelow ? { is: 'gte', left: 'actual', right: 'low' } : { is: 'lte', left: 'actual', right: 'high' };
  const side = isBelow ? 'below_range' : 'above_range';
  derive.decide(condition, () => (proportional ? `${side}_proportional` : side));
  const hasShare = proportional && (isBelow ? !isNegative(actual) : compare(actual, mul(TWO, high)) < 0);
  if (hasShare) derive.score(isBelow ? BELOW_RANGE : ABOVE_RANGE);
  else settleZero(subject, side);
  return scored(subject, printed, false);
}
