import type { Comparator } from './indicator-system-version';
import { type ExactConversion, exactConversion } from './exact-conversion';
import type { Figure } from './figure';
import { readFigure } from './read-figure';
import { parseUnit } from './units';
import { compare, ONE } from '../shared/fraction';

/** A figure expressed in the unit it is held against. */
export interface Quantity {
  /** Exact decimal, or "n/d" where the conversion does not end. */
  readonly value: string;
  readonly unit: string;
  /** Set when the figure changed with its unit; another name for the same unit is only an assumption. */
  readonly conversion: ExactConversion | null;
  /** A sign the text repeats (≥360天). */
  readonly comparator: Comparator | null;
  readonly assumptions: readonly string[];
}

export type QuantityReading = (Quantity & { readonly ok: true }) | { readonly ok: false; readonly reason: string };

/**
 * Reads an 实际完成值 against the unit of its target. Without a unit it takes over the target's, multiplier included; a repeated sign (≥360天) counts as the
 * figure; both are said in `assumptions`. A strict sign (＞600) names no figure and is refused, and so is a multiplied unit against a target without one.
 * `wanted` null: there is no target unit, the figure keeps its own.
 */
export function readQuantity(typed: string, wanted: string | null): QuantityReading {
  const reading = readFigure(typed);
  return reading.ok ? quantityOf(reading.figure, typed, wanted) : reading;
}

/** The same for a figure that is read already. */
export function quantityOf(figure: Figure, typed: string, wanted: string | null): QuantityReading {
  if (figure.operator === 'gt' || figure.operator === 'lt') return { ok: false, reason: `“${typed.trim()}”不是确切的数字，请填写确切的完成值` };
  const unit = wanted ?? parseUnit(figure.unit).text;
  if (unit === '' && hasMultiplier(figure.unit)) return { ok: false, reason: `目标值没有写单位，无法判断“${figure.unit}”与它如何比较` };
  const converted = figureIn(figure, unit);
  if (!converted.ok || (figure.operator === null && (figure.unit !== '' || unit === ''))) return converted;
  const { value, conversion } = converted;
  const assumptions = [...converted.assumptions];
  if (figure.operator !== null) assumptions.splice(figure.notes.length, 0, `完成值带有“${figure.operatorText}”，按 ${figure.number}${figure.unit} 计`);
  if (figure.unit === '' && unit !== '') assumptions.push(`未写单位，按目标值单位“${unit}”读作 ${figure.number}${unit}`);
  return { ok: true, value, unit, conversion, comparator: figure.operator, assumptions };
}

/** Whether a unit that measures something is a multiple of it: 万户, but neither 公里 nor a bare 万. */
function hasMultiplier(written: string): boolean {
  const { base, multiplier } = parseUnit(written);
  return base !== '' && compare(multiplier, ONE) !== 0;
}

/** A figure in `unit`: converted exactly, or refused where the units do not measure the same thing. No unit is no conversion. */
export function figureIn(figure: Figure, unit: string): QuantityReading {
  if (figure.unit === '' || figure.unit === unit) return { ok: true, value: figure.number, unit, conversion: null, comparator: null, assumptions: figure.notes };
  const conversion = exactConversion(figure.number, figure.unit, unit);
  if (!conversion) return { ok: false, reason: `单位“${figure.unit}”与本项单位“${unit}”不符` };
  const same = conversion.factor === '1';
  const assumptions = conversion.note === null ? figure.notes : [...figure.notes, `${conversion.note}，读作 ${conversion.value}${unit}`];
  return { ok: true, value: same ? figure.number : conversion.value, unit, conversion: same ? null : conversion, comparator: null, assumptions };
}
