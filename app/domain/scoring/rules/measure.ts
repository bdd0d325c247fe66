import { convertUnit, parseUnit } from '../../form/units';
import { type Exact, isNegative, isZero, ONE } from '../../shared/fraction';
import { fractionText } from '../../shared/fraction-text';
import type { Expression } from '../expression/expression';
import { remembering } from '../../shared/remember';
import { figureText, rateText } from '../number-text';
import { type ReadCell, readNumber, type ReadNumber } from '../read-cell';
import type { Measure, Operand } from '../scoring-rule';
import { readOwn, type Subject } from './outcome';

type RateMeasure = Exclude<Measure, { kind: 'target_actual' }>;

/** Two operands in the denominator's unit, with the names the derivation knows them by. */
export interface Quotient {
  readonly numerator: string;
  readonly denominator: string;
  readonly divisor: Exact;
  /** The numerator as it stands. */
  readonly dividend: Exact;
  readonly label: string;
  readonly unit: string;
}

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
      readonly quotient: Quotient | null;
    };

/** `inputs.<key>`: the field of an input, and its name in a derivation. The same text each time, so that names are told apart at once. */
export const inputField = remembering(2000, (key) => `inputs.${key}`);

/** Inputs are `inputs.<key>`, other cells go by their address. */
export function operandName(operand: Operand): string {
  return 'cell' in operand ? operand.cell : inputField(operand.input);
}

export function operandCell(operand: Operand, subject: Subject): ReadCell {
  return 'cell' in operand ? subject.read(operand.cell) : readOwn(subject, inputField(operand.input));
}

/** Reads operands in order into the derivation; gives the cells that hold no figure. */
export function readOperands(operands: readonly Operand[], subject: Subject): { readonly numbers: readonly ReadNumber[]; readonly missing: readonly ReadCell[] } {
  const numbers: ReadNumber[] = [];
  const missing: ReadCell[] = [];
  for (const operand of operands) {
    const cell = operandCell(operand, subject);
    const number = readNumber(cell, operandName(operand));
    if (number === null) {
      missing.push(cell);
      continue;
    }
    numbers.push(number);
    subject.derive.read(number);
  }
  return { numbers, missing };
}

/**
 * Brings an operand into the unit of the one it is compared with; figures that do not convert are taken as they stand (the version's author
 * gave them the same unit).
 */
export function alignUnit(operand: Operand, number: ReadNumber, other: ReadNumber, subject: Subject): Exact {
  if (number.step.unit === other.step.unit) return number.value;
  const factor = convertUnit(ONE, parseUnit(number.step.unit), parseUnit(other.step.unit))?.value;
  if (factor === undefined) return number.value;
  const name = operandName(operand);
  return subject.derive.calculate(name, number.step.label, { op: 'multiply', of: [name, { number: fractionText(factor) }] }, other.step.unit);
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
      const { numbers, missing } = readOperands([measure.operand], subject);
      const number = numbers[0];
      if (!number) return { kind: 'missing', cells: missing };
      const name = operandName(measure.operand);
      return { kind: 'figure', name, value: number.value, unit: number.step.unit, text: figureText(number.value, number.step.unit), quotient: null };
    }
  }
}

function rateOf(left: Operand, right: Operand, subject: Subject, divide: (left: string, right: string, value: Exact) => Expression): Measured {
  const { numbers, missing } = readOperands([left, right], subject);
  const [first, second] = numbers;
  if (!first || !second) return { kind: 'missing', cells: missing };
  if (isZero(second.value)) {
    subject.derive.note({ step: 'lack', label: second.step.label, address: second.step.address, reason: '为 0，不能作分母' });
    return { kind: 'zero_denominator' };
  }
  const dividend = alignUnit(left, first, second, subject);
  const expression = divide(operandName(left), operandName(right), dividend);
  const value = subject.derive.calculate('rate', subject.entry.name, { op: 'percent', of: [expression] }, '%');
  const quotient = { numerator: operandName(left), denominator: operandName(right), divisor: second.value, dividend, label: first.step.label, unit: second.step.unit };
  return { kind: 'figure', name: 'rate', value, unit: '%', text: rateText(value), quotient };
}
