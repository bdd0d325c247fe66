import type { DecimalText } from '../shared/decimal-text';
import { compare } from '../shared/fraction';
import { exactDecimal, fraction } from '../shared/fraction-text';
import type { Figure } from './figure';
import { readFigure } from './read-figure';
import { convertUnit, parseUnit } from './units';

/** Two bounds in one unit, both included. */
export interface Range {
  readonly low: DecimalText;
  readonly high: DecimalText;
  readonly unit: string;
  readonly assumptions: readonly string[];
}

export type RangeReading = { readonly ok: true; readonly range: Range } | { readonly ok: false; readonly reason: string } | null;

const BOUND = '[+-]?[\\d.,]+(?:[^\\d~～至到—,;、且和并-]*)';
const RANGE = new RegExp(`^(?:介于|在)?(?<low>${BOUND})(?:-|~|～|至|到|—{1,2}|--)(?<high>[+]?[\\d.,]+[^\\d~～至到—-]*?)(?:之间|范围内|区间内?)?$`);
const BOUNDS = /^(?<first>[^\d]+[\d.]+[^\d,;、]*?)(?:,|;|、|且|并且?|和|到|至)?(?<second>(?:<=|=<|≤|≦|>=|=>|≥|≧|不超过|不高于|不低于|不少于|小于等于|大于等于)[\d.]+[^\d]*)$/;

/**
 * Reads "90-95%", "90%～95%", "90%至95%", "3000-5000元", "≥90%且≤95%" (half width, no spaces); null when the text is no range. A unit written only at the
 * end counts for both ends; with both written they convert into the upper one's. A lower end above the upper one is refused.
 */
export function parseRange(text: string): RangeReading {
  const between = RANGE.exec(text);
  if (between) return rangeOf(text, between.groups!.low!, between.groups!.high!);
  const two = BOUNDS.exec(text);
  if (!two) return null;
  const ends = [readFigure(two.groups!.first!), readFigure(two.groups!.second!)] as const;
  if (!ends[0].ok || !ends[1].ok) return null;
  const lower = ends.find((end) => end.ok && end.figure.operator === 'gte');
  const upper = ends.find((end) => end.ok && end.figure.operator === 'lte');
  return lower?.ok && upper?.ok ? join(text, lower.figure, upper.figure) : null;
}

function rangeOf(text: string, lowText: string, highText: string): RangeReading {
  const low = readFigure(lowText);
  const high = readFigure(highText);
  if (!low.ok) return low;
  if (!high.ok) return high;
  const isYear = (figure: Figure): boolean => /^(?:19|20)\d\d$/.test(figure.number);
  if (isYear(low.figure) && isYear(high.figure) && /^(?:年度?)?$/.test(high.figure.unit)) return { ok: false, reason: `“${text}”是一段年份，不是一个数` };
  return join(text, low.figure, high.figure);
}

function join(text: string, low: Figure, high: Figure): RangeReading {
  if (low.unit !== '' && high.unit === '') return { ok: false, reason: `“${text}”的区间只有下限写了单位` };
  const assumptions = [...low.notes, ...high.notes];
  let lowest = low.number;
  if (low.unit === '' && high.unit !== '') assumptions.push(`“${low.number}”后未写单位，按“${low.number}${high.unit}”读`);
  if (low.unit !== '' && low.unit !== high.unit) {
    const converted = convertUnit(fraction(low.number), parseUnit(low.unit), parseUnit(high.unit));
    const exact = converted && exactDecimal(converted.value);
    if (!converted || exact === null) return { ok: false, reason: `“${text}”区间两端的单位不一致` };
    lowest = exact;
    assumptions.push(`区间下限换算为“${high.unit}”，读作 ${exact}${high.unit}`);
  }
  if (compare(fraction(lowest), fraction(high.number)) > 0) return { ok: false, reason: `“${text}”的下限大于上限` };
  return { ok: true, range: { low: lowest, high: high.number, unit: high.unit, assumptions } };
}
