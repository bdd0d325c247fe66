import type { DecimalText } from '../shared/decimal-text';
import { type Comparator, COMPARATOR_SIGNS } from './indicator-system-version';
import { parseRange } from './parse-range';
import { afterEvent, readDeadline } from './read-deadline';
import { readFigure, readPlainly } from './read-figure';
import { remembering } from '../shared/remember';
import { targetUnit } from './target-unit';
import { halfWidth, MAX_FIGURE_TEXT, saysNothing, withoutInclusive, withoutSpaces } from './typed-text';

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

/** What a joined column of the table says about the kind or direction of the indicator. */
const LABEL = /^(定量|正向|反向|逆向|负向)(?:指标)?:?/;

/**
 * Reads "≥85%", "14.6万户", "0起", "2 亿", "90%～95%", "12月31日前", "11月底完成100%", "/". The unit is the text's own; where it has none, or only a
 * multiplier, the indicator's 计量单位 completes it ("2 亿" with 亿元 or 元 is 2 亿元). A date without a year takes the fiscal year.
 */
export function parseTarget(text: string, measureUnit = '', fiscalYear: number | null = null): ParsedTarget {
  const plain = readPlainTarget(text, measureUnit);
  if (plain !== null) return plain;
  return text.length > MAX_KEPT_LENGTH ? readWholeTarget(text, measureUnit, fiscalYear) : targetsIn(measureUnit)(fiscalYear?.toString() ?? '')(text);
}

/** Words and deadlines of targets come again in every department. */
const MAX_KEPT_LENGTH = 24;
const targetsIn = remembering(300, (measureUnit) =>
  remembering(20, (year) => remembering(300, (text) => readWholeTarget(text, measureUnit, year === '' ? null : parseInt(year, 10)))),
);

function readWholeTarget(text: string, measureUnit: string, fiscalYear: number | null): ParsedTarget {
  const written = halfWidth(text);
  const words = (reason: string): ParsedTarget => ({ kind: 'words', text: text.trim(), reason });
  if (written === '') return words('没有填写目标值');
  if (saysNothing(written)) return { kind: 'none', text: text.trim() };
  if (written.length > MAX_FIGURE_TEXT) return words('目标值是一段文字，不是数');
  const close = withoutInclusive(withoutSpaces(written));
  if (close.startsWith('定性')) return words(`“${text.trim()}”写明是定性目标，按文字评判`);
  const label = LABEL.exec(close);
  if (label) return withDirection(text, label[1]!, parseTarget(close.slice(label[0].length), measureUnit, fiscalYear));
  const isMonths = /^(?:个?月|年)$/.test(measureUnit) && /^\d{1,2}月$/.test(close);
  const deadline = isMonths ? null : readDeadline(close, fiscalYear);
  if (deadline !== null) {
    if (!deadline.ok) return words(deadline.reason);
    return withDeadline(text, measureUnit, deadline.deadline.date, deadline.deadline.rest, deadline.deadline.assumptions);
  }
  const behind = deadlineBehind(close, fiscalYear);
  if (behind) return withDeadline(text, measureUnit, behind.date, behind.figure, behind.assumptions);
  const range = parseRange(close);
  if (range !== null) {
    if (!range.ok) return words(range.reason);
    const { unit, assumptions } = targetUnit(range.range.unit, measureUnit);
    return { kind: 'range', low: range.range.low, high: range.range.high, unit, assumptions: [...range.range.assumptions, ...assumptions] };
  }
  const reading = readFigure(text);
  if (!reading.ok) return words(/\d/.test(close) ? reading.reason : `“${text.trim()}”是文字，不是数`);
  const { figure } = reading;
  const { unit, assumptions } = targetUnit(figure.unit, measureUnit);
  return { kind: 'number', comparator: figure.operator, value: figure.number, unit, assumptions: [...figure.notes, ...assumptions] };
}

/** Spellings that are a sign, a figure and a unit, where the unit is no word of time: nothing else in the text to look for. */
function readPlainTarget(text: string, measureUnit: string): ParsedTarget | null {
  const figure = readPlainly(text);
  const unit = figure && (figure.unit === measureUnit ? timelessUnit(measureUnit) : timelessUnits(measureUnit)(figure.unit));
  return unit && { kind: 'number', comparator: figure.operator, value: figure.number, unit: unit.unit, assumptions: unit.assumptions };
}

const timelessUnits = remembering(300, (measureUnit) =>
  remembering(300, (written) => (/[月日号年季旬周期前底初末]/.test(written) || /[月年]/.test(measureUnit) ? null : targetUnit(written, measureUnit))),
);
const timelessUnit = remembering(300, (unit) => timelessUnits(unit)(unit));

function withDeadline(text: string, measureUnit: string, date: string, rest: string, assumptions: readonly string[]): ParsedTarget {
  const { event, after } = afterEvent(rest);
  if (after === '') return { kind: 'date', date, assumptions };
  const target = parseTarget(after, measureUnit);
  if (target.kind === 'number') return { ...target, deadline: date, assumptions: [...assumptions, ...target.assumptions] };
  if (event !== '' && target.kind === 'words' && !/\d/.test(after)) return { kind: 'date', date, assumptions: [...assumptions, `只取其中的时间要求，“${after}”不计`] };
  return { kind: 'words', text: text.trim(), reason: `“${text.trim()}”除时间要求外还有其他文字` };
}

/** "100%(12月底前)", "3个,年底前完成": the deadline behind the figure. */
function deadlineBehind(text: string, fiscalYear: number | null): { readonly date: string; readonly figure: string; readonly assumptions: readonly string[] } | null {
  const parts = /^([^,;(]*\d[^,;(]*)[,;(](.+?)\)?$/.exec(text);
  const time = parts && readDeadline(parts[2]!, fiscalYear);
  if (!time?.ok || afterEvent(time.deadline.rest).after !== '') return null;
  return { date: time.deadline.date, figure: parts![1]!, assumptions: time.deadline.assumptions };
}

/** 反向 beside the figure stands for ≤ and 正向 for ≥ where no sign is written; a sign that contradicts it leaves nothing to hold an actual against. */
function withDirection(text: string, label: string, target: ParsedTarget): ParsedTarget {
  if (label === '定量' || target.kind === 'none') return target;
  const words = (reason: string): ParsedTarget => ({ kind: 'words', text: text.trim(), reason });
  if (target.kind !== 'number') return target.kind === 'words' ? words(target.reason) : words(`“${text.trim()}”除“${label}”外不是一个数`);
  const comparator = label === '正向' ? 'gte' : 'lte';
  const opposite = label === '正向' ? /^lte?$/ : /^gte?$/;
  if (target.comparator !== null) return opposite.test(target.comparator) ? words(`“${text.trim()}”写明“${label}”，符号却相反`) : target;
  return { ...target, comparator, assumptions: [...target.assumptions, `写明“${label}”，按“${COMPARATOR_SIGNS[comparator]}”读`] };
}
