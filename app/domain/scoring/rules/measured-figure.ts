import type { Exact } from '../../shared/fraction';
import type { DerivedItem } from '../derived-item';
import type { Measure } from '../scoring-rule';
import type { Gap } from './gap';
import { operandName, readMeasure } from './measure';
import { missingOutcome, type OnMissing, type OnZeroDenominator, type Outcome, type Subject, zeroDenominatorOutcome } from './outcome';
import { isOutcome, readTargetActual } from './target-actual';

/** The figure a table of bands or steps is entered with: a measured one, or 实际完成值. */
export interface Figure {
  /** Its name in the derivation. */
  readonly name: string;
  readonly value: Exact;
  readonly unit: string;
  readonly text: string;
}

interface Rule {
  readonly measure: Measure;
  readonly onMissing: OnMissing;
  readonly onZeroDenominator: OnZeroDenominator;
}

/** Reads the figure of a rule, or gives the outcome for what is missing. */
export function readFigureOf({ measure, onMissing, onZeroDenominator }: Rule, subject: Subject, target: string): Figure | Outcome {
  if (measure.kind === 'target_actual') {
    const read = readTargetActual(subject, onMissing);
    return isOutcome(read) ? read : { name: 'actual', value: read.actual, unit: read.unit, text: read.printed.actual };
  }
  const measured = readMeasure(measure, subject);
  if (measured.kind === 'missing') return missingOutcome(subject, onMissing, measured.cells, { target });
  if (measured.kind === 'zero_denominator') return zeroDenominatorOutcome(subject, onZeroDenominator, target);
  return measured;
}

/** Thresholds of a rate are in percent, steps between them in percentage points. */
export function isRate(measure: Measure): boolean {
  return measure.kind === 'quotient' || measure.kind === 'growth';
}

/** The same figure in a derivation, beside what its gap says of it. */
export function derivedFigure(measure: Measure, item: DerivedItem): Pick<Gap, 'figure' | 'unit' | 'now'> {
  if (measure.kind === 'target_actual') return { figure: null, unit: item.read('target')!.unit, now: item.value('actual') };
  if (measure.kind !== 'value') return { figure: item.name, unit: '个百分点', now: item.value('rate') };
  const name = operandName(measure.operand);
  return { figure: item.name, unit: item.read(name)!.unit, now: item.value(name) };
}
