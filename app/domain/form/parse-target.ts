import type { DecimalText } from '../shared/decimal-text';
import { fraction } from '../shared/fraction';
import type { Comparator } from './indicator-system-version';
import { readFigure } from './read-figure';
import { convertUnit, parseUnit } from './units';

/**
 * An approved 目标值 read from its text. `number`: a figure in `unit`, the unit all 实际完成值 are expressed in. `words`: a qualitative
 * target ("有效提升") or a text no figure can be taken from; `reason` says why.
 */
export type ParsedTarget =
  | {
      readonly kind: 'number';
      /** The operator the text itself carries; null when it has none. */
      readonly comparator: Comparator | null;
      readonly value: DecimalText;
      readonly unit: string;
      readonly assumptions: readonly string[];
    }
  | { readonly kind: 'words'; readonly text: string; readonly reason: string };

/**
 * Reads "≥85%", "14.6万户", "0起", "2 亿", "不少于12种". The unit is the text's own; where it has none, or only a multiplier, the
 * indicator's 计量单位 completes it ("2 亿" with 亿元 or 元 is 2 亿元).
 */
export function parseTarget(text: string, measureUnit = ''): ParsedTarget {
  const reading = readFigure(text);
  if (!reading.ok) return { kind: 'words', text: text.trim(), reason: reading.reason };
  const { figure } = reading;
  const assumptions = [...figure.notes];
  let unit = figure.unit;
  if (unit === '') {
    unit = measureUnit;
    if (unit !== '') assumptions.push(`目标值未写单位，按计量单位“${unit}”读`);
  } else if (parseUnit(unit).base === '' && measureUnit !== '') {
    const completed = completeMultiplier(unit, measureUnit);
    if (completed) {
      assumptions.push(`“${unit}”后未写单位，按“${completed}”读`);
      unit = completed;
    }
  }
  return { kind: 'number', comparator: figure.operator, value: figure.number, unit: parseUnit(unit).text, assumptions };
}

function completeMultiplier(multiplier: string, measureUnit: string): string | null {
  const base = measureUnit.replace(/^[十百千万亿]+/, '');
  const completed = multiplier + base;
  return base !== '' && convertUnit(fraction('1'), parseUnit(completed), parseUnit(measureUnit)) ? completed : null;
}
