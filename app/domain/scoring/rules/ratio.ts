import type { IndicatorEntry } from '../../form/indicator-entry';
import { clamp, compare, div, isNegative, isZero, mul, ONE, sub, ZERO } from '../../shared/fraction';
import { figureText, numberText, rateText } from '../number-text';
import { measureNeeds } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import type { TraceStep } from '../trace';
import { readMeasure } from './measure';
import { emptyDenominatorOutcome, missingOutcome, type Outcome, type RuleHandler, type Subject } from './outcome';
import { scoreReverse } from './ratio-reverse';
import { isOutcome, readTargetActual, type TargetActual } from './target-actual';

type Ratio = Extract<ScoringRule, { type: 'ratio' }>;

/**
 * 完成比例法 (财预〔2020〕10号; domain.md §2.3, §2.4): full marks from the target on, below it a/t × weight, never above the weight. A negative
 * actual counts as 0. Target 0: full marks while the actual is 0 or less for ＝, always for ≥. A negative target admits no ratio: met is full,
 * missed is 0. The signs ≤ and ＜ are scored in the reverse direction whatever the rule is called.
 */
export const ratio: RuleHandler<Ratio> = {
  title: '完成比例法',
  needs: (rule) => measureNeeds(rule.measure),
  describe: (rule, entry) =>
    isDownward(rule, entry)
      ? '完成比例法（反向指标）：不超过目标值得满分；超过的，得分=〔1−（完成值−目标值）÷目标值〕×分值，达到目标值 2 倍及以上不得分'
      : rule.measure.kind === 'target_actual'
        ? '完成比例法：达到目标值得满分；未达到的，得分=完成值÷目标值×分值；超额完成不加分'
        : '完成比例法：得分=比率×分值，最高得满分',
  score: (rule, subject) => {
    if (rule.measure.kind !== 'target_actual') return scoreRate(rule, rule.measure, subject);
    const read = readTargetActual(subject, rule.onMissing);
    if (isOutcome(read)) return read;
    return isDownward(rule, subject.entry) ? scoreReverse('linear', read, subject.entry.weight) : scoreUpward(read, subject.entry);
  },
};

function isDownward(rule: Ratio, entry: IndicatorEntry): boolean {
  return rule.measure.kind === 'target_actual' && (entry.comparator === 'lt' || entry.comparator === 'lte');
}

function scoreUpward(read: TargetActual, entry: IndicatorEntry): Outcome {
  const { target, unit, printed } = read;
  const { weight } = entry;
  const steps: TraceStep[] = [...read.steps];
  let actual = read.actual;
  if (isNegative(actual) && !isNegative(target)) {
    steps.push({ label: '负值处理', expression: `完成值 ${figureText(actual, unit)} 小于 0，按 0 计`, result: figureText(ZERO, unit) });
    actual = ZERO;
  }
  const zeroOnly = isZero(target) && entry.comparator === 'eq';
  const met = zeroOnly ? isZero(actual) : compare(actual, target) >= 0;
  const sign = `${numberText(actual)} ${met ? (zeroOnly ? '=' : '≥') : zeroOnly ? '＞' : '＜'} ${numberText(target)}`;
  if (met) {
    steps.push({ label: '判断', expression: `${sign}，达到目标值，得满分`, result: figureText(weight, ' 分') });
    return { status: 'scored', score: weight, ...printed, met, missing: [], steps, gap: null };
  }
  if (zeroOnly || isNegative(target)) {
    const why = zeroOnly ? '目标值为 0，超过即不得分' : '目标值为负数，不按比例计分，未达到不得分';
    steps.push({ label: '判断', expression: `${sign}，${why}`, result: '0 分' });
    return {
      status: 'scored',
      score: ZERO,
      ...printed,
      met,
      missing: [],
      steps,
      gap: zeroOnly ? { direction: 'lower', figure: null, amount: actual, unit } : { direction: 'raise', figure: null, amount: sub(target, actual), unit },
    };
  }
  const score = mul(div(actual, target), weight);
  steps.push({ label: '判断', expression: sign, result: '未达到目标值，按完成比例计分' });
  steps.push({ label: '计算', expression: `${numberText(actual)} ÷ ${numberText(target)} × ${numberText(weight)}`, result: figureText(score, ' 分') });
  // From the figure as typed: a negative one has further to go than the 0 it counts as.
  const amount = sub(target, read.actual);
  return { status: 'scored', score, ...printed, met, missing: [], steps, gap: { direction: 'raise', figure: null, amount, unit } };
}

function scoreRate(rule: Ratio, measure: Exclude<Ratio['measure'], { kind: 'target_actual' }>, subject: Subject): Outcome {
  const { weight } = subject.entry;
  const target = '100%';
  const measured = readMeasure(measure, subject);
  if (measured.kind === 'missing') return missingOutcome(rule.onMissing, measured.cells, { target, steps: measured.steps });
  if (measured.kind === 'empty_denominator') {
    return emptyDenominatorOutcome(rule.onZeroDenominator, measured.label, weight, { target, steps: measured.steps });
  }
  const { ratio: rate, quotient } = measured;
  const counted = clamp(rate, ZERO, ONE);
  const score = mul(counted, weight);
  const isPlainQuotient = quotient !== null && measure.kind === 'quotient';
  const asDivision = isPlainQuotient && compare(rate, counted) === 0;
  const factor = asDivision ? `${numberText(quotient.numerator)} ÷ ${numberText(quotient.denominator)}` : rateText(counted);
  const capped = compare(rate, ONE) > 0 ? '比率超过 100%，按 100% 计：' : '';
  const met = compare(rate, ONE) >= 0;
  return {
    status: 'scored',
    score,
    target,
    actual: rateText(rate),
    completion: rate,
    met,
    missing: [],
    steps: [...measured.steps, { label: '计算', expression: `${capped}${factor} × ${numberText(weight)}`, result: figureText(score, ' 分') }],
    gap:
      isPlainQuotient && !met
        ? { direction: 'raise', figure: quotient.label, amount: sub(quotient.denominator, quotient.numerator), unit: quotient.unit }
        : null,
  };
}
