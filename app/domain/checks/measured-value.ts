import type { IndicatorEntry } from '../form/indicator-entry';
import { convertUnit, parseUnit } from '../form/units';
import type { Measure, Operand } from '../scoring/scoring-rule';
import { absolute, div, type Exact, HUNDRED, isZero, mul, sub } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { CheckContext } from './check-context';

export interface MeasuredValue {
  /** Percent for a rate. */
  readonly value: Exact;
  readonly unit: string;
}

/** What the rule measures, in the unit its thresholds are in; null while a figure is missing or a denominator is 0. */
export function measuredValue(context: CheckContext, entry: IndicatorEntry): MeasuredValue | null {
  const { rule } = entry;
  const measure: Measure = 'measure' in rule ? rule.measure : { kind: 'target_actual' };
  const read = (operand: Operand): MeasuredValue | null => readCell(context, 'cell' in operand ? operand.cell : entry.addresses.input(operand.input));
  switch (measure.kind) {
    case 'target_actual':
      return readCell(context, entry.addresses.actual);
    case 'value':
      return read(measure.operand);
    case 'quotient':
      return percentOf(read(measure.numerator), read(measure.denominator), (top) => (measure.absoluteNumerator === true ? absolute(top) : top));
    case 'growth':
      return percentOf(read(measure.current), read(measure.prior), (top, bottom) => sub(top, bottom));
  }
}

function readCell(context: CheckContext, address: string): MeasuredValue | null {
  const parsed = context.parsed(address);
  return parsed.status === 'ok' && parsed.value.kind === 'number' ? { value: fraction(parsed.value.decimal), unit: parsed.value.unit } : null;
}

function percentOf(left: MeasuredValue | null, right: MeasuredValue | null, top: (left: Exact, right: Exact) => Exact): MeasuredValue | null {
  if (left === null || right === null || isZero(right.value)) return null;
  const aligned = convertUnit(left.value, parseUnit(left.unit), parseUnit(right.unit))?.value ?? left.value;
  return { value: mul(div(top(aligned, right.value), right.value), HUNDRED), unit: '%' };
}
