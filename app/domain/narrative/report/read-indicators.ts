import { directionOfName } from '../../form/direction-of-name';
import { parseTarget } from '../../form/parse-target';
import { isMeasure, parseUnit } from '../../form/units';
import { isZero } from '../../shared/fraction';
import { fraction } from '../../shared/fraction-text';
import type { NamedIndicator } from '../prose';
import { indicatorStatements, type IndicatorStatement, type Span } from './indicator-statement';
import { matchIndicator } from './indicator-match';
import type { IndicatorsRead, ReadIndicator } from './indicators-read';
import type { ReportSection } from './outline';
import { leaveUnread, missing, readInto, type Reading, readWhole } from './read-cell';
import { readResult } from './read-result';

/** A statement that gives a target. */
type DefiningStatement = IndicatorStatement & { readonly target: Span };

const isDefining = (statement: IndicatorStatement): statement is DefiningStatement => statement.target !== null;

/** A department has four to twelve indicators of its own, a whole table some thirty. */
const MOST_INDICATORS = 100;

const codeOf = (index: number): string => `LZ-${String(index + 1).padStart(2, '0')}`;

/** Reads definitions and targets from 绩效目标, targets and results from 完成情况, and joins both by name. */
export function readIndicators(reading: Reading, sections: Record<'objectives' | 'completion', readonly ReportSection[]>, fiscalYear: number | null): IndicatorsRead {
  const indicators: ReadIndicator[] = [];
  const objectiveOrder = sections.objectives.flatMap((section) => readObjectives(reading, section, indicators));
  if (sections.objectives.length === 0) missing(reading, '绩效目标', '没有找到绩效目标部分');
  const completionOrder: string[] = [];
  for (const section of sections.completion) readCompletion(reading, section, indicators, completionOrder, fiscalYear);
  const [first] = sections.completion;
  if (first === undefined) missing(reading, '绩效目标完成情况', '没有找到完成情况部分');
  for (const { code, name } of indicators) {
    if (first && !completionOrder.includes(code)) missing(reading, `“${name}”的完成情况`, '完成情况部分没有写到这个指标', first.heading.end);
  }
  return { indicators, objectiveOrder, completionOrder };
}

/** The codes of the indicators one section defines. A section without any is the overall objective as a whole. */
function readObjectives(reading: Reading, section: ReportSection, indicators: ReadIndicator[]): string[] {
  const { intro, stated, others } = indicatorStatements(section.paragraphs, () => false);
  readWhole(reading, 'basics.overall_objective', stated.length > 0 ? intro : section.paragraphs);
  if (stated.length === 0) return [];
  for (const body of others) leaveUnread(reading, '绩效目标', '不是“指标名称、定义、目标值”的写法', body);
  const defining = stated.filter(isDefining);
  for (const { body } of defining.slice(MOST_INDICATORS)) leaveUnread(reading, '绩效目标', `指标多于 ${MOST_INDICATORS} 个，不再读取`, body);
  return defining.slice(0, MOST_INDICATORS).map((statement) => define(reading, indicators, statement));
}

function readCompletion(reading: Reading, section: ReportSection, indicators: ReadIndicator[], order: string[], fiscalYear: number | null): void {
  const { intro, stated, others } = indicatorStatements(section.paragraphs, (name) => matchIndicator(nameAndUnit(name).bare, namedIndicators(indicators)) !== null);
  for (const body of [...intro, ...others]) leaveUnread(reading, '绩效目标完成情况', '没有与绩效目标对应的指标名称，也没有写指标值', body);
  for (const { body } of stated.slice(MOST_INDICATORS)) leaveUnread(reading, '绩效目标完成情况', `指标多于 ${MOST_INDICATORS} 个，不再读取`, body);
  for (const statement of stated.slice(0, MOST_INDICATORS)) {
    const code = indicatorOf(reading, indicators, statement);
    const indicator = indicators.find((one) => one.code === code);
    if (code === null || !indicator) continue;
    if (order.includes(code)) {
      leaveUnread(reading, '绩效目标完成情况', `“${indicator.name}”前面已经写过`, statement.body);
      continue;
    }
    order.push(code);
    readResult(reading, section, statement, indicator, fiscalYear);
  }
}

function define(reading: Reading, indicators: ReadIndicator[], { body, name, definition, target }: DefiningStatement): string {
  const code = codeOf(indicators.length);
  const text = (span: Span): string => body.text.slice(span.from, span.to);
  const { bare, unit } = nameAndUnit(text(name));
  const read = readTarget(bare, text(target), unit);
  readInto(reading, `indicators.${code}.name`, body, name.from, name.from + bare.length);
  if (definition.to > definition.from) readInto(reading, `indicators.${code}.definition`, body, definition.from, definition.to);
  readInto(reading, `indicators.${code}.target`, body, target.from, target.to, { assumptions: read.assumptions });
  indicators.push({ code, name: bare, definition: text(definition), target: text(target), unit: read.unit, comparator: read.comparator });
  return code;
}

/** "企业年度报告率(%)": the unit behind a name is no part of it. */
function nameAndUnit(name: string): { readonly bare: string; readonly unit: string } {
  const match = /^(.+)\(([^()]{1,6})\)$/.exec(name);
  return match && isMeasure(match[2]!) ? { bare: match[1]!, unit: match[2]! } : { bare: name, unit: '' };
}

function readTarget(name: string, target: string, measureUnit: string): Pick<ReadIndicator, 'unit' | 'comparator'> & { readonly assumptions: readonly string[] } {
  const parsed = parseTarget(target, measureUnit);
  if (parsed.kind === 'range') return { unit: parsed.unit, comparator: 'gte', assumptions: parsed.assumptions };
  if (parsed.kind !== 'number') return { unit: '', comparator: 'gte', assumptions: [] };
  const { unit, comparator, assumptions } = parsed;
  if (comparator !== null) return { unit, comparator, assumptions };
  const { word } = directionOfName(name);
  if (isZero(fraction(parsed.value))) return { unit, comparator: 'lte', assumptions: [...assumptions, '目标值为 0 且没有写符号，按不超过读'] };
  if (word === null) return { unit, comparator: 'gte', assumptions };
  return { unit, comparator: 'lte', assumptions: [...assumptions, `目标值没有写符号，名称中有“${word}”，按越低越好读`] };
}

const named = new WeakMap<readonly ReadIndicator[], readonly NamedIndicator[]>();

/** The names of the list, which only grows: names are made ready once until it does. */
function namedIndicators(indicators: readonly ReadIndicator[]): readonly NamedIndicator[] {
  const known = named.get(indicators);
  if (known?.length === indicators.length) return known;
  const list = indicators.map(({ code, name, unit }) => ({ key: code, names: [name], unit }));
  named.set(indicators, list);
  return list;
}

/** The code of the indicator a completion item speaks of. One that states a target of its own and fits none is an indicator too. */
function indicatorOf(reading: Reading, indicators: ReadIndicator[], statement: IndicatorStatement): string | null {
  const name = nameAndUnit(statement.body.text.slice(statement.name.from, statement.name.to)).bare;
  const known = matchIndicator(name, namedIndicators(indicators));
  if (known) {
    complete(indicators, known.key, statement);
    return known.key;
  }
  return isDefining(statement) ? define(reading, indicators, statement) : null;
}

/** "2 亿" in one section and "2亿元" in the other are one unit, the fuller one. */
function complete(indicators: ReadIndicator[], code: string, { body, target }: IndicatorStatement): void {
  const at = indicators.findIndex((indicator) => indicator.code === code);
  const indicator = indicators[at]!;
  if (!target) return;
  const written = body.text.slice(target.from, target.to);
  const other = readTarget(indicator.name, written, '').unit;
  const isFuller = parseUnit(indicator.unit).base === '' && other.startsWith(indicator.unit) && other !== '';
  if (isFuller) indicators[at] = { ...indicator, unit: other };
}
