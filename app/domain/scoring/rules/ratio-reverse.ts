import { compare, div, type Exact, fraction, isNegative, isZero, mul, ONE, sub, ZERO } from '../../shared/fraction';
import { figureText, numberText } from '../number-text';
import { ACTUAL_ONLY } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import type { TraceStep } from '../trace';
import type { Outcome, RuleHandler } from './outcome';
import { isOutcome, readTargetActual, type TargetActual } from './target-actual';

type RatioReverse = Extract<ScoringRule, { type: 'ratio_reverse' }>;

const TWO = fraction('2');

/**
 * 反向指标: full marks while the actual is at most the target. Beyond it `linear` gives 〔1−(a−t)/t〕×weight and 0 from 2t on, `simple` t/a × weight
 * (domain.md §2.4). Target 0 or below: any excess is 0 points; nothing is divided.
 */
export const ratioReverse: RuleHandler<RatioReverse> = {
  title: '反向比例法',
  needs: () => ACTUAL_ONLY,
  describe: (rule) =>
    rule.variant === 'linear'
      ? '反向比例法：不超过目标值得满分；超过的，得分=〔1−（完成值−目标值）÷目标值〕×分值，达到目标值 2 倍及以上不得分'
      : '反向比例法：不超过目标值得满分；超过的，得分=目标值÷完成值×分值',
  score: (rule, subject) => {
    const read = readTargetActual(subject, rule.onMissing);
    return isOutcome(read) ? read : scoreReverse(rule.variant, read, subject.entry.weight);
  },
};

export function scoreReverse(variant: RatioReverse['variant'], read: TargetActual, weight: Exact): Outcome {
  const { target, actual, unit, printed } = read;
  const sign = `${numberText(actual)} ${compare(actual, target) <= 0 ? '≤' : '＞'} ${numberText(target)}`;
  if (compare(actual, target) <= 0) {
    const steps = [...read.steps, { label: '判断', expression: `${sign}，未超过目标值，得满分`, result: figureText(weight, ' 分') }];
    return { status: 'scored', score: weight, ...printed, met: true, missing: [], steps, gap: null };
  }
  const steps: TraceStep[] = [...read.steps];
  let score = ZERO;
  if (isZero(target) || isNegative(target)) {
    steps.push({ label: '判断', expression: `${sign}，目标值${isZero(target) ? '为 0' : '为负数'}，超过即不得分`, result: '0 分' });
  } else if (variant === 'simple') {
    score = mul(div(target, actual), weight);
    steps.push({ label: '判断', expression: sign, result: '超过目标值，按反向比例计分' });
    steps.push({ label: '计算', expression: `${numberText(target)} ÷ ${numberText(actual)} × ${numberText(weight)}`, result: figureText(score, ' 分') });
  } else if (compare(actual, mul(TWO, target)) >= 0) {
    steps.push({ label: '判断', expression: `${numberText(actual)} ≥ 2 × ${numberText(target)}，达到目标值 2 倍及以上，不得分`, result: '0 分' });
  } else {
    score = mul(sub(ONE, div(sub(actual, target), target)), weight);
    steps.push({ label: '判断', expression: sign, result: '超过目标值，按超出幅度扣减' });
    steps.push({
      label: '计算',
      expression: `〔1 −（${numberText(actual)} − ${numberText(target)}）÷ ${numberText(target)}〕× ${numberText(weight)}`,
      result: figureText(score, ' 分'),
    });
  }
  const gap = { direction: 'lower', figure: null, amount: sub(actual, target), unit } as const;
  return { status: 'scored', score, ...printed, met: false, missing: [], steps, gap };
}
