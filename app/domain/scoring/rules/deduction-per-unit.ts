import { ceiling, compare, div, fraction, maximum, mul, sub, ZERO } from '../../shared/fraction';
import { figureText, numberText, rateText } from '../number-text';
import { measureNeeds } from '../rule-needs';
import type { Measure, ScoringRule } from '../scoring-rule';
import { readMeasure } from './measure';
import { emptyDenominatorOutcome, missingOutcome, type Outcome, type RuleHandler, type Subject } from './outcome';
import { isOutcome, readTargetActual } from './target-actual';

type DeductionPerUnit = Extract<ScoringRule, { type: 'deduction_per_unit' }>;
type Figure = Pick<Outcome, 'steps' | 'actual'> & { readonly value: ReturnType<typeof fraction>; readonly unit: string };

/** “每超过 x 扣 y 分，扣完为止” (domain.md §3.4): full marks up to a limit, beyond it points off per step, begun steps whole or in proportion. */
export const deductionPerUnit: RuleHandler<DeductionPerUnit> = {
  title: '按幅度扣分法',
  needs: (rule) => measureNeeds(rule.measure),
  describe: (rule) => {
    const unit = isRate(rule.measure) ? '%' : '';
    const step = isRate(rule.measure) ? `${rule.step} 个百分点` : rule.step;
    const begun = rule.stepMode === 'started' ? '（不足一档按一档计）' : '（按比例计）';
    return `按幅度扣分法：不超过 ${rule.fullUpTo}${unit} 得满分；每超过 ${step}扣 ${rule.pointsPerStep} 分${begun}，扣完为止`;
  },
  score: (rule, subject) => {
    const { weight } = subject.entry;
    const target = `≤${rule.fullUpTo}${isRate(rule.measure) ? '%' : ''}`;
    const figure = readFigureOf(rule, subject, target);
    if ('status' in figure) return figure;
    const limit = fraction(rule.fullUpTo);
    const excess = sub(figure.value, limit);
    const points = isRate(rule.measure) ? ' 个百分点' : figure.unit;
    const shared = { status: 'scored', target, actual: figure.actual, completion: null, missing: [] } as const;
    if (compare(excess, ZERO) <= 0) {
      const expression = `${numberText(figure.value)}${figure.unit} ≤ ${rule.fullUpTo}${figure.unit}，不扣分`;
      const steps = [...figure.steps, { label: '判断', expression, result: figureText(weight, ' 分') }];
      return { ...shared, score: weight, met: true, steps, gap: null };
    }
    const exactSteps = div(excess, fraction(rule.step));
    const counted = rule.stepMode === 'started' ? ceiling(exactSteps) : exactSteps;
    const deduction = mul(counted, fraction(rule.pointsPerStep));
    const rest = sub(weight, deduction);
    const score = maximum(rest, ZERO);
    const floored = compare(rest, ZERO) < 0;
    return {
      ...shared,
      score,
      met: false,
      steps: [
        ...figure.steps,
        { label: '超出', expression: `${numberText(figure.value)}${figure.unit} − ${rule.fullUpTo}${figure.unit}`, result: `${numberText(excess)}${points}` },
        {
          label: '扣分档数',
          expression: `${numberText(excess)} ÷ ${rule.step}${rule.stepMode === 'started' ? '，不足一档按一档计' : '，按比例计'}`,
          result: numberText(counted),
        },
        { label: '扣分', expression: `${numberText(counted)} × ${rule.pointsPerStep}`, result: figureText(deduction, ' 分') },
        { label: '计算', expression: `${numberText(weight)} − ${numberText(deduction)}${floored ? '，扣完为止' : ''}`, result: figureText(score, ' 分') },
      ],
      gap: { direction: 'lower', figure: subject.entry.name, amount: excess, unit: points },
    };
  },
};

function readFigureOf(rule: DeductionPerUnit, subject: Subject, target: string): Figure | Outcome {
  if (rule.measure.kind === 'target_actual') {
    const read = readTargetActual(subject, rule.onMissing);
    return isOutcome(read) ? read : { value: read.actual, unit: read.unit, actual: read.printed.actual, steps: read.steps };
  }
  const measured = readMeasure(rule.measure, subject);
  if (measured.kind === 'missing') return missingOutcome(rule.onMissing, measured.cells, { target, steps: measured.steps });
  if (measured.kind === 'empty_denominator') {
    return emptyDenominatorOutcome(rule.onZeroDenominator, measured.label, subject.entry.weight, { target, steps: measured.steps });
  }
  const actual = isRate(rule.measure) ? rateText(measured.ratio) : figureText(measured.value, measured.unit);
  return { value: measured.value, unit: measured.unit, actual, steps: measured.steps };
}

function isRate(measure: Measure): boolean {
  return measure.kind === 'quotient' || measure.kind === 'growth';
}
