import type { DecimalText } from '../shared/decimal-text';
import { fraction } from '../shared/fraction';
import type { Comparator } from './indicator-system-version';
import { parseRange } from './parse-range';
import { readDeadline } from './read-deadline';
import { readFigure } from './read-figure';
import { halfWidth, saysNothing, withoutSpaces } from './typed-text';
import { convertUnit, parseUnit } from './units';

/**
 * An approved 目标值 read from its text. The unit is the one all 实际完成值 are expressed in; `assumptions` says in Chinese what was not written but
 * supposed. `words` is a qualitative target ("有效提升") or a text nothing can be taken from; `reason` says why.
 */
export type ParsedTarget =
  | {
      readonly kind: 'number';
      /** The operator the text itself carries; null when it has none. */
      readonly comparator: Comparator | null;
      readonly value: DecimalText;
      readonly unit: string;
      readonly assumptions: readonly string[];
      /** ISO day, the last one allowed, where the text sets one beside the figure ("11月底完成100%"). */
      readonly deadline?: string;
    }
  /** Both bounds are included; low ≤ high. */
  | { readonly kind: 'range'; readonly low: DecimalText; readonly high: DecimalText; readonly unit: string; readonly assumptions: readonly string[] }
  /** `date` is an ISO day, the last one allowed. */
  | { readonly kind: 'date'; readonly date: string; readonly assumptions: readonly string[] }
  /** "/", 无, —: the indicator does not apply. */
  | { readonly kind: 'none'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string; readonly reason: string };

const EVENT = /^(?:全部|均|已|按期|按时)?(?:完成|完工|竣工|开工|建成|验收|投入使用|支付|拨付|发放|到位|上报|报送|提交|公开|办结|结束)/;

/**
 * Reads "≥85%", "14.6万户", "0起", "2 亿", "90%～95%", "12月31日前", "11月底完成100%", "/". The unit is the text's own; where it has none, or only a
 * multiplier, the indicator's 计量单位 completes it ("2 亿" with 亿元 or 元 is 2 亿元). A date without a year takes the fiscal year.
 */
export function parseTarget(text: string, measureUnit = '', fiscalYear: number | null = null): ParsedTarget {
  const written = halfWidth(text);
  const words = (reason: string): ParsedTarget => ({ kind: 'words', text: text.trim(), reason });
  if (written === '') return words('没有填写目标值');
  if (saysNothing(written)) return { kind: 'none', text: text.trim() };
  const close = withoutSpaces(written);
  const isMonths = /^(?:个?月|年)$/.test(measureUnit) && /^\d{1,2}月$/.test(close);
  const deadline = isMonths ? null : readDeadline(close, fiscalYear);
  if (deadline !== null) {
    if (!deadline.ok) return words(deadline.reason);
    return withDeadline(text, measureUnit, deadline.deadline.date, deadline.deadline.rest, deadline.deadline.assumptions);
  }
  const range = parseRange(close);
  if (range !== null) {
    if (!range.ok) return words(range.reason);
    const { unit, assumptions } = completeUnit(range.range.unit, measureUnit);
    return { kind: 'range', low: range.range.low, high: range.range.high, unit, assumptions: [...range.range.assumptions, ...assumptions] };
  }
  const reading = readFigure(text);
  if (!reading.ok) return words(reading.reason);
  const { figure } = reading;
  const { unit, assumptions } = completeUnit(figure.unit, measureUnit);
  return { kind: 'number', comparator: figure.operator, value: figure.number, unit, assumptions: [...figure.notes, ...assumptions] };
}

function withDeadline(text: string, measureUnit: string, date: string, rest: string, assumptions: readonly string[]): ParsedTarget {
  const event = EVENT.exec(rest);
  const after = rest.slice(event?.[0].length ?? 0);
  if (after === '') return { kind: 'date', date, assumptions };
  const target = parseTarget(after, measureUnit);
  if (target.kind === 'number') return { ...target, deadline: date, assumptions: [...assumptions, ...target.assumptions] };
  if (event && target.kind === 'words' && !/\d|^[率度]/.test(after)) return { kind: 'date', date, assumptions: [...assumptions, `只取其中的时间要求，“${after}”不计`] };
  return { kind: 'words', text: text.trim(), reason: `“${text.trim()}”除时间要求外还有其他文字` };
}

/** The text's unit, completed by the indicator's 计量单位 where it has none or only a multiplier. */
function completeUnit(written: string, measureUnit: string): { readonly unit: string; readonly assumptions: readonly string[] } {
  if (written === '') return { unit: parseUnit(measureUnit).text, assumptions: measureUnit === '' ? [] : [`目标值未写单位，按计量单位“${measureUnit}”读`] };
  const completed = parseUnit(written).base === '' && measureUnit !== '' ? completeMultiplier(written, measureUnit) : null;
  if (completed === null) return { unit: parseUnit(written).text, assumptions: [] };
  return { unit: parseUnit(completed).text, assumptions: [`“${written}”后未写单位，按“${completed}”读`] };
}

function completeMultiplier(multiplier: string, measureUnit: string): string | null {
  const base = measureUnit.replace(/^[十百千万亿]+/, '');
  const completed = multiplier + base;
  return base !== '' && convertUnit(fraction('1'), parseUnit(completed), parseUnit(measureUnit)) ? completed : null;
}
