import { inputField } from '../../form/leaf-addresses';
import { convertUnit, parseUnit } from '../../form/units';
import { type Exact, isNegative, isZero, ONE } from '../../shared/fraction';
import { fractionText } from '../../shared/fraction-text';
import type { Expression } from '../expression/expression';
import { figureText, rateText } from '../number-text';
import { type ReadCell, readNumber, type ReadNumber } from '../read-cell';
import type { Measure, Operand } from '../scoring-rule';
import { readOwn, type Subject } from './outcome';

type RateMeasure = Exclude<Measure, { kind: 'target_actual' }>;

/** A measured figure: what thresholds are compared with. Percent for a rate, the operand's own unit otherwise. */
export type Measured =
  | { readonly kind: 'missing'; readonly cells: readonly ReadCell[] }
  | { readonly kind: 'zero_denominator' }
  | {
      readonly kind: 'figure';
      /** Name of the figure in the derivation. */
      readonly name: string;
      readonly value: Exact;
      readonly unit: string;
      /** As tables print it. */
      readonly text: string;
    };

/** Inputs are `inputs.<key>`, other cells go by their address. */
export function operandName(operand: Operand): string {
  return 'cell' in operand ? operand.cell : inputField(operand.input);
}

export function operandCell(operand: Operand, subject: Subject): ReadCell {
  return 'cell' in operand ? subject.cells.read(operand.cell) : readOwn(subject, inputField(operand.input));
}

/** Reads an operand into the derivation under its name; null where its cell holds no figure, which then is one of the `missing`. */
export function readOperand(operand: Operand, subject: Subject, missing: ReadCell[]): ReadNumber | null {
  const cell = operandCell(operand, subject);
  const number = readNumber(cell, operandName(operand));
  if (number === null) missing.push(cell);
  else subject.derive.read(number);
  return number;
}

/**
 * Brings an operand into the unit of the one it is compared with; figures that do not convert are taken as they stand (the version's author
 * gave them the same unit).
 */
export function alignUnit({ step, value }: ReadNumber, other: ReadNumber, subject: Subject): Exact {
  if (step.unit === other.step.unit) return value;
  const factor = convertUnit(ONE, parseUnit(step.unit), parseUnit(other.step.unit))?.value;
  if (factor === undefined) return value;
  return subject.derive.calculate(step.name, step.label, { op: 'multiply', of: [step.name, { number: fractionText(factor) }] }, other.step.unit);
}

export function readMeasure(measure: RateMeasure, subject: Subject): Measured {
  switch (measure.kind) {
    case 'quotient':
      return rateOf(measure.numerator, measure.denominator, subject, (numerator, denominator, value) => {
        const top: Expression = measure.absoluteNumerator === true && isNegative(value) ? { op: 'abs', of: [numerator] } : numerator;
        return { op: 'divide', of: [top, denominator] };
      });
    case 'growth':
      return rateOf(measure.current, measure.prior, subject, (current, prior) => ({ op: 'divide', of: [{ op: 'subtract', of: [current, prior] }, prior] }));
    case 'value': {
      const missing: ReadCell[] = [];
      const number = readOperand(measure.operand, subject, missing);
      if (number === null) return { kind: 'missing', cells: missing };
      const { step, value } = number;
      return { kind: 'figure', name: step.name, value, unit: step.unit, text: figureText(value, step.unit) };
    }
  }
}

function rateOf(left: Operand, right: Operand, subject: Subject, divide: (left: string, right: string, value: Exact) => Expression): Measured {
  const missing: ReadCell[] = [];
  const first = readOperand(left, subject, missing);
  const second = readOperand(right, subject, missing);
  if (first === null || second === null) return { kind: 'missing', cells: missing };
  if (isZero(second.value)) {
    subject.derive.note({ step: 'lack', label: second.step.label, address: second.step.address, reason: '为 0，不能作分母' });
    return { kind: 'zero_denominator' };
  }
  const [numerator, denominator] = [first.step.name, second.step.name];
  const dividend = alignUnit(first, second, subject);
  const expression = divide(numerator, denominator, dividend);
  const value = subject.derive.calculate('rate', subject.entry.name, { op: 'percent', of: [expression] }, '%');
  return { kind: 'figure', name: 'rate', value, unit: '%', text: rateText(value) };
}
