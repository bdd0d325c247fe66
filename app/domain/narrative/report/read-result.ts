import { isZero } from '../../shared/fraction';
import { fraction } from '../../shared/fraction-text';
import { parseTarget } from '../../form/parse-target';
import { actualFigure, type ActualStatement, explanationIn } from './actual-value';
import type { IndicatorStatement } from './indicator-statement';
import { type ReportSection, speakerOf } from './outline';
import { leaveUnread, missing, readInto, type Reading } from './read-cell';
import type { ReadIndicator } from './indicators-read';

/** Reads the result of one completion item into `indicators.<code>.actual`, its reason into `.deviation` and the target it repeats into `.stated_target`. */
export function readResult(reading: Reading, section: ReportSection, statement: IndicatorStatement, indicator: ReadIndicator, fiscalYear: number | null): void {
  const { body, rest, target } = statement;
  const prefix = `indicators.${indicator.code}`;
  if (target) readInto(reading, `${prefix}.stated_target`, body, target.from, target.to);
  const explained = explanationIn(body.text, rest);
  if (explained) readInto(reading, `${prefix}.deviation`, body, explained.from, explained.to);
  const actual = actualOf(reading, section, statement, indicator, fiscalYear);
  if (actual.kind === 'none') {
    const what = `“${indicator.name}”的完成值`;
    if (rest.to > rest.from) leaveUnread(reading, what, actual.reason, body, rest.from, rest.to);
    else missing(reading, what, actual.reason, body.end);
    return;
  }
  const { from, to } = actual.span;
  readInto(reading, `${prefix}.actual`, body, from, to, actual.kind === 'words' ? {} : { value: actual.value, assumptions: actual.assumptions });
}

function actualOf(reading: Reading, section: ReportSection, statement: IndicatorStatement, indicator: ReadIndicator, fiscalYear: number | null): ActualStatement {
  const { rest } = statement;
  const parsed = parseTarget(indicator.target, indicator.unit, fiscalYear);
  if (parsed.kind === 'words') return rest.to > rest.from ? { kind: 'words', span: rest } : { kind: 'none', reason: '没有写完成情况' };
  if (parsed.kind === 'none') return { kind: 'none', reason: '指标不适用' };
  if (parsed.kind === 'date') return dateIn(statement);
  const isZeroTarget = parsed.kind === 'number' && isZero(fraction(parsed.value));
  return actualFigure(speakerOf(reading.text, section), statement, parsed.unit, isZeroTarget);
}

const DATE = /(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|底|末|初)?/g;

/** The only date after the target. */
function dateIn({ body, rest }: IndicatorStatement): ActualStatement {
  const dates = [...body.text.slice(rest.from).matchAll(DATE)];
  const [first] = dates;
  if (!first || dates.length > 1) return { kind: 'none', reason: first ? '写了不止一个日期' : '没有写完成的日期' };
  const from = rest.from + first.index;
  return { kind: 'supposed', span: { from, to: from + first[0].length }, value: first[0], assumptions: [] };
}
