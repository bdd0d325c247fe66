import type { IndicatorEntry } from '../../form/indicator-entry';
import { compare, div, type Exact, HUNDRED, isNegative, isZero, mul, ZERO } from '../../shared/fraction';
import type { DerivedItem } from '../derived-item';
import { measureNeeds } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { scoreDate } from './date';
import type { Gap } from './gap';
import { gapToTarget } from './gap-to-target';
import { operandName, readMeasure } from './measure';
import { missingOutcome, type Outcome, type RuleHandler, scored, settleFull, settleZero, type Subject, zeroDenominatorOutcome } from './outcome';
import { isOutcome, readRangeActual, readTargetActual } from './target-actual';
import { scoreDownward, scoreRange, scoreUpward } from './target-rules';

type Ratio = Extract<ScoringRule, { type: 'ratio' }>;

/**
 * 完成比例法 (财预〔2020〕10号; domain.md §2.3, §2.4). The signs ≤ and ＜ are scored in the reverse direction whatever the rule is called; a range as
 * target is scored as a range, in proportion outside it; a deadline as target is met or missed.
 */
export const ratio: RuleHandler<Ratio> = {
  title: '完成比例法',
  needs: (rule) => measureNeeds(rule.measure),
  describe: (rule, entry) => {
    if (rule.measure.kind !== 'target_actual') return '完成比例法：得分=比率×分值，最高得满分';
    if (entry.target?.kind === 'range') return '完成比例法（区间目标）：在目标区间内得满分；低于下限的按完成比例计分，高于上限的按超出幅度扣减';
    if (entry.target?.kind === 'date') return '完成比例法（时限目标）：按期完成得满分，逾期不得分';
    return isDownward(entry)
      ? '完成比例法（反向指标）：不超过目标值得满分；超过的，得分=〔1−（完成值−目标值）÷目标值〕×分值，达到目标值 2 倍及以上不得分'
      : '完成比例法：达到目标值得满分；未达到的，得分=完成值÷目标值×分值；超额完成不加分';
  },
  score: (rule, subject) => {
    if (rule.measure.kind !== 'target_actual') return scoreRate(rule, rule.measure, subject);
    const { target } = subject.entry;
    if (target?.kind === 'range') {
      const read = readRangeActual(subject, target, rule.onMissing);
      return isOutcome(read) ? read : scoreRange(subject, read, 'proportional');
    }
    if (target?.kind === 'date') return scoreDate(subject, target, 'zero', rule.onMissing);
    const read = readTargetActual(subject, rule.onMissing);
    if (isOutcome(read)) return read;
    return isDownward(subject.entry) ? scoreDownward(subject, read, 'linear') : scoreUpward(subject, read);
  },
  gap: ({ measure }, item) => (measure.kind === 'target_actual' ? gapToTarget(item) : gapOfRate(measure, item)),
};

function isDownward(entry: IndicatorEntry): boolean {
  return entry.comparator === 'lt' || entry.comparator === 'lte';
}

function scoreRate(rule: Ratio, measure: Exclude<Ratio['measure'], { kind: 'target_actual' }>, subject: Subject): Outcome {
  const { derive } = subject;
  const target = '100%';
  const measured = readMeasure(measure, subject);
  if (measured.kind === 'missing') return missingOutcome(subject, rule.onMissing, measured.cells, { target });
  if (measured.kind === 'zero_denominator') return zeroDenominatorOutcome(subject, rule.onZeroDenominator, target);
  const { name } = measured;
  const printed = { target, actual: measured.text, completion: { actual: measured.value, target: HUNDRED } };
  const met = derive.decide({ is: 'gte', left: name, right: { number: '100' } }, (holds) => (holds ? 'full_rate' : 'part_rate'));
  if (met) {
    settleFull(subject, 'full_rate');
    return scored(subject, printed, met);
  }
  const isNothing = isNegative(measured.value) || isZero(measured.value);
  if (isNothing) settleZero(subject, 'no_rate');
  else if (isPlain(measure)) derive.score({ op: 'multiply', of: [{ op: 'divide', of: [operandName(measure.numerator), operandName(measure.denominator)] }, 'weight'] });
  else derive.score({ op: 'multiply', of: [{ op: 'divide', of: [name, { number: '100' }] }, 'weight'] });
  return scored(subject, printed, met);
}

/** A numerator over a denominator, each as it stands. */
function isPlain(measure: Ratio['measure']): measure is Extract<Ratio['measure'], { kind: 'quotient' }> {
  return measure.kind === 'quotient' && measure.absoluteNumerator !== true;
}

/** Only the numerator of a plain rate is raised: its denominator is what it is held against. */
function gapOfRate(measure: Ratio['measure'], item: DerivedItem): Gap | null {
  if (!item.took('part_rate') || !isPlain(measure)) return null;
  const [numerator, denominator] = [operandName(measure.numerator), operandName(measure.denominator)];
  const full = item.value(denominator);
  if (compare(full, ZERO) <= 0) return null;
  const at = (points: Exact): Exact => mul(div(points, item.weight), full);
  return { direction: 'raise', figure: item.read(numerator)!.label, unit: item.read(denominator)!.unit, now: item.value(numerator), full, at };
}
