import { inputAddress } from '../../form/cell-address';
import { convertUnit, parseUnit } from '../../form/units';
import { absolute, div, type Exact, HUNDRED, isNegative, isZero, mul, sub } from '../../shared/fraction';
import { longRateText, numberText } from '../number-text';
import { labelOf, type ReadCell, readNumber, type ReadNumber } from '../read-cell';
import type { Measure, Operand } from '../scoring-rule';
import type { TraceStep } from '../trace';
import type { Subject } from './outcome';

type RateMeasure = Exclude<Measure, { kind: 'target_actual' }>;

/**
 * A measured figure. `value` is what thresholds are compared with: percent for a rate, the operand's own unit otherwise; `ratio` is the
 * same as a plain ratio (1 = 100 %).
 */
export type Measured =
  | { readonly kind: 'missing'; readonly cells: readonly ReadCell[]; readonly steps: readonly TraceStep[] }
  | { readonly kind: 'empty_denominator'; readonly label: string; readonly steps: readonly TraceStep[] }
  | {
      readonly kind: 'figure';
      readonly value: Exact;
      readonly ratio: Exact;
      readonly unit: string;
      readonly steps: readonly TraceStep[];
      /** The operands of a quotient, both in the denominator's unit. */
      readonly quotient: { readonly numerator: Exact; readonly denominator: Exact; readonly label: string; readonly unit: string } | null;
    };

export function operandCell(operand: Operand, subject: Subject): ReadCell {
  return subject.read('cell' in operand ? operand.cell : inputAddress(subject.entry.prefix, operand.input));
}

export interface Operands {
  readonly numbers: readonly ReadNumber[];
  readonly missing: readonly ReadCell[];
}

/** Reads operands in order; the cells that give no figure are named. */
export function readOperands(operands: readonly Operand[], subject: Subject): Operands {
  const numbers: ReadNumber[] = [];
  const missing: ReadCell[] = [];
  for (const operand of operands) {
    const cell = operandCell(operand, subject);
    const number = readNumber(cell);
    if (number) numbers.push(number);
    else missing.push(cell);
  }
  return { numbers, missing };
}

/** The right operand's unit decides; figures that do not convert are taken as they stand (the version's author gave them the same unit). */
export function inUnitOf(number: ReadNumber, other: ReadNumber): Exact {
  if (number.unit === other.unit) return number.value;
  return convertUnit(number.value, parseUnit(number.unit), parseUnit(other.unit))?.value ?? number.value;
}

export function readMeasure(measure: RateMeasure, subject: Subject): Measured {
  switch (measure.kind) {
    case 'quotient':
      return rateOf(measure.numerator, measure.denominator, subject, (numerator, denominator) => {
        const turned = measure.absoluteNumerator === true && isNegative(numerator);
        const printed = turned ? `|${numberText(numerator)}|` : numberText(numerator);
        return { top: turned ? absolute(numerator) : numerator, expression: `${printed} ÷ ${numberText(denominator)}` };
      });
    case 'growth':
      return rateOf(measure.current, measure.prior, subject, (current, prior) => ({
        top: sub(current, prior),
        expression: `（${numberText(current)} − ${numberText(prior)}）÷ ${numberText(prior)}`,
      }));
    case 'value': {
      const { numbers, missing } = readOperands([measure.operand], subject);
      const number = numbers[0];
      if (!number) return { kind: 'missing', cells: missing, steps: [] };
      const ratio = number.unit === '%' ? div(number.value, HUNDRED) : number.value;
      return { kind: 'figure', value: number.value, ratio, unit: number.unit, steps: [number.step], quotient: null };
    }
  }
}

function rateOf(
  left: Operand,
  right: Operand,
  subject: Subject,
  combine: (left: Exact, right: Exact) => { readonly top: Exact; readonly expression: string },
): Measured {
  const { numbers, missing } = readOperands([left, right], subject);
  const steps = numbers.map((number) => number.step);
  const [first, second] = numbers;
  if (!first || !second) return { kind: 'missing', cells: missing, steps };
  if (isZero(second.value)) return { kind: 'empty_denominator', label: second.label, steps };
  const numerator = inUnitOf(first, second);
  const { top, expression } = combine(numerator, second.value);
  const ratio = div(top, second.value);
  return {
    kind: 'figure',
    value: mul(ratio, HUNDRED),
    ratio,
    unit: '%',
    steps: [...steps, { label: subject.entry.name, expression: `${expression} × 100%`, result: longRateText(ratio) }],
    quotient: { numerator, denominator: second.value, label: labelOf(operandCell(left, subject)), unit: second.unit },
  };
}
