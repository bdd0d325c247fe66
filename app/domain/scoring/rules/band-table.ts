import { compare, fraction, maximum, minimum, ZERO } from '../../shared/fraction';
import { figureText, numberText, rateText } from '../number-text';
import { measureNeeds } from '../rule-needs';
import type { Measure, ScoringRule } from '../scoring-rule';
import { readMeasure } from './measure';
import { emptyDenominatorOutcome, missingOutcome, type Outcome, type RuleHandler, type Subject } from './outcome';
import { isOutcome, readTargetActual } from './target-actual';

type BandTable = Extract<ScoringRule, { type: 'band_table' }>;
type Figure = Pick<Outcome, 'steps' | 'actual'> & { readonly value: ReturnType<typeof fraction>; readonly unit: string };

/** 分档赋分法: the first band whose lower bound the figure reaches gives its points, never more than the weight. */
export const bandTable: RuleHandler<BandTable> = {
  title: '分档赋分法',
  needs: (rule) => measureNeeds(rule.measure),
  describe: (rule) => {
    const unit = unitOf(rule.measure);
    const bands = rule.bands.map((band) => `≥${band.atLeast}${unit} 得 ${band.points} 分`);
    return `分档赋分法：${[...bands, `其余得 ${rule.otherwise} 分`].join('；')}`;
  },
  score: (rule, subject) => {
    const { weight } = subject.entry;
    const target = `≥${rule.bands[0]!.atLeast}${unitOf(rule.measure)}`;
    const figure = readFigureOf(rule, subject, target);
    if ('status' in figure) return figure;
    const index = rule.bands.findIndex((band) => compare(figure.value, fraction(band.atLeast)) >= 0);
    const band = rule.bands[index];
    const score = maximum(minimum(fraction(band ? band.points : rule.otherwise), weight), ZERO);
    const lowest = rule.bands[rule.bands.length - 1]!.atLeast;
    const bound = band ? `≥ ${band.atLeast}` : `＜ ${lowest}`;
    const where = `${numberText(figure.value)}${figure.unit} ${bound}${figure.unit}`;
    return {
      status: 'scored',
      score,
      target,
      actual: figure.actual,
      completion: null,
      met: compare(score, weight) === 0,
      missing: [],
      steps: [...figure.steps, { label: '对应档次', expression: where, result: figureText(score, ' 分') }],
      gap: null,
    };
  },
};

function readFigureOf(rule: BandTable, subject: Subject, target: string): Figure | Outcome {
  if (rule.measure.kind === 'target_actual') {
    const read = readTargetActual(subject, rule.onMissing);
    return isOutcome(read) ? read : { value: read.actual, unit: read.unit, actual: read.printed.actual, steps: read.steps };
  }
  const measured = readMeasure(rule.measure, subject);
  if (measured.kind === 'missing') return missingOutcome(rule.onMissing, measured.cells, { target, steps: measured.steps });
  if (measured.kind === 'empty_denominator') {
    return emptyDenominatorOutcome(rule.onZeroDenominator, measured.label, subject.entry.weight, { target, steps: measured.steps });
  }
  const actual = rule.measure.kind === 'value' ? figureText(measured.value, measured.unit) : rateText(measured.ratio);
  return { value: measured.value, unit: measured.unit, actual, steps: measured.steps };
}

function unitOf(measure: Measure): string {
  return measure.kind === 'quotient' || measure.kind === 'growth' ? '%' : '';
}
