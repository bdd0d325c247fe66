import type { ExactConversion } from './exact-conversion';
import type { Comparator } from './indicator-system-version';
import { parseDate } from './parse-date';
import type { ParsedTarget } from './parse-target';
import { afterEvent, readDeadline } from './read-deadline';
import { readQuantity } from './read-quantity';
import { compare, isNegative, isZero, ONE } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { remembering } from '../shared/remember';
import { halfWidth, MAX_FIGURE_TEXT, saysNothing, withoutSpaces } from './typed-text';

/**
 * An 实际完成值 read against its target. `number`: in the target's unit, `value` an exact decimal or "n/d"; `comparator` is a sign the text repeats (≥360天).
 * `none`: 无, / and the like, which is not 0. `words`: no figure can be taken; `reason` says why. `assumptions` says in Chinese whatever was supposed.
 */
export type ActualReading =
  | {
      readonly kind: 'number';
      readonly value: string;
      readonly unit: string;
      readonly comparator: Comparator | null;
      readonly conversion: ExactConversion | null;
      readonly assumptions: readonly string[];
      /** ISO day, where the text names one beside the figure ("11月25日完成100%"). */
      readonly date?: string;
    }
  /** `date` is an ISO day; for a period (a month) it is its last day. */
  | { readonly kind: 'date'; readonly date: string; readonly precision: 'day' | 'period'; readonly assumptions: readonly string[] }
  | { readonly kind: 'none'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'words'; readonly text: string; readonly reason: string };

/** Reads an actual as typed against the parsed target; never throws, never guesses. */
export function readActual(typed: string, target: ParsedTarget, fiscalYear: number | null = null): ActualReading {
  const text = halfWidth(typed);
  if (text === '') return { kind: 'empty' };
  if (saysNothing(text)) return { kind: 'none', text: typed.trim() };
  if (text.length > MAX_FIGURE_TEXT) return { kind: 'words', text: typed.trim(), reason: '完成值是一段文字，不是数' };
  if (target.kind === 'date') return readDateActual(typed, fiscalYear);
  const unit = target.kind === 'number' || target.kind === 'range' ? target.unit : null;
  const close = withoutSpaces(text);
  const isMonths = /^\d{1,2}月$/.test(close) && unit !== null && /^个?月$|^年$/.test(unit);
  const time = isMonths ? null : readDeadline(close, fiscalYear);
  if (time === null) return withRatioHint(readNumber(typed, typed, unit), target);
  if (!time.ok) return { kind: 'words', text: typed.trim(), reason: time.reason };
  const { after } = afterEvent(time.deadline.rest);
  if (after === '') return { kind: 'words', text: typed.trim(), reason: `“${typed.trim()}”是时间，不是目标值所要的数` };
  const number = readNumber(typed, after, unit);
  return number.kind === 'number' ? { ...number, assumptions: [...time.deadline.assumptions, ...number.assumptions], date: time.deadline.date } : number;
}

/**
 * Reads when something was done: a day, or a month or other period, which counts by its last day. "提前完成" and the like name no day and stay words.
 */
export function readDateActual(typed: string, fiscalYear: number | null): ActualReading {
  return typed.length > MAX_KEPT_LENGTH ? readWholeDate(typed, fiscalYear) : datesOf(fiscalYear?.toString() ?? '')(typed);
}

/** The days of a year are few, and every project ends on one. */
const MAX_KEPT_LENGTH = 16;
const datesOf = remembering(20, (year) => remembering(1000, (typed) => readWholeDate(typed, year === '' ? null : parseInt(year, 10))));

function readWholeDate(typed: string, fiscalYear: number | null): ActualReading {
  const whole = parseDate(typed);
  if (whole !== null) return { kind: 'date', date: whole, precision: 'day', assumptions: [] };
  const text = typed.trim();
  const time = readDeadline(withoutSpaces(halfWidth(typed)), fiscalYear);
  if (time === null) return { kind: 'words', text, reason: `“${text}”没有写完成的日期` };
  if (!time.ok) return { kind: 'words', text, reason: time.reason };
  const { date, precision, rest, assumptions } = time.deadline;
  const { event, after } = afterEvent(rest);
  if (after === '') return { kind: 'date', date, precision, assumptions };
  if (event === '' || /\d/.test(after)) return { kind: 'words', text, reason: `“${text}”除日期外还有其他内容` };
  return { kind: 'date', date, precision, assumptions: [...assumptions, `只取其中的日期，“${after}”不计`] };
}

/** `unit` null: the target sets none (words, not applicable), the figure keeps its own. */
function readNumber(typed: string, figureText: string, unit: string | null): ActualReading {
  const own = readQuantity(figureText, unit);
  if (!own.ok) return { kind: 'words', text: typed.trim(), reason: own.reason };
  const { value, comparator, conversion, assumptions } = own;
  return { kind: 'number', value, unit: own.unit, comparator, conversion, assumptions };
}

/** "0.95" against 95% inherits the % as every figure does, and so may be a hundred times too small: that is said as well. */
function withRatioHint(reading: ActualReading, target: ParsedTarget): ActualReading {
  if (reading.kind !== 'number' || target.kind !== 'number' || target.unit !== '%' || reading.conversion !== null) return reading;
  const value = fraction(reading.value);
  const looksLikeRatio = !isNegative(value) && !isZero(value) && compare(value, ONE) <= 0 && compare(fraction(target.value), ONE) > 0;
  const isInherited = reading.assumptions.length > 0;
  return looksLikeRatio && isInherited ? { ...reading, assumptions: [...reading.assumptions, `${reading.value}% 远小于目标值，如填的是比值，请写成百分数`] } : reading;
}
