import type { DecimalText } from '../shared/decimal-text';
import { ceiling, compare, exactDecimal, expandFraction, fraction, isNegative } from '../shared/fraction';
import type { CellKind, CellSpec } from './form-model';
import { parseDate } from './parse-date';
import { readFigure } from './read-figure';
import { readTier, type Tier, TIER_NAMES, TIERS } from './tier';
import { halfWidth, saysNothing } from './typed-text';
import { convertUnit, parseUnit } from './units';

/** A cell's value: numbers are exact decimals in the cell's own unit (money in 万元, percent in %). */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly decimal: DecimalText; readonly unit: string }
  | { readonly kind: 'yes_no'; readonly yes: boolean }
  | { readonly kind: 'tier'; readonly tier: Tier }
  | { readonly kind: 'date'; readonly date: string };

/** `assumptions` says in Chinese whatever was not written but supposed (a unit taken over, a conversion). */
export type ParsedCell =
  | { readonly status: 'empty' }
  | { readonly status: 'ok'; readonly value: CellValue; readonly assumptions: readonly string[] }
  | { readonly status: 'invalid'; readonly reason: string };

export type ParseSpec = Pick<CellSpec, 'kind' | 'unit' | 'required' | 'maxLength'> & Partial<Pick<CellSpec, 'maximum' | 'signed'>>;

const EMPTY: ParsedCell = { status: 'empty' };
const MAX_DECIMALS = 6;
const MAX_MONEY_DIGITS = 14;

/** Reads typed text by the cell's kind. Never throws and never replaces: text that does not parse is `invalid` with a reason and an example. */
export function parseCell(spec: ParseSpec, typed: string): ParsedCell {
  if (typed.length > spec.maxLength) return invalid(`最多 ${spec.maxLength} 个字，现有 ${typed.length} 个字`);
  if (typed.trim() === '') return EMPTY;
  switch (spec.kind) {
    case 'text':
    case 'long_text':
      return ok({ kind: 'text', text: typed.trim() });
    case 'yes_no':
      return parseYesNo(typed);
    case 'tier':
      return parseTier(typed);
    case 'date': {
      const date = parseDate(typed);
      return date ? ok({ kind: 'date', date }) : invalid(`“${typed.trim()}”不是有效日期，例如 2024-12-25 或 2024年12月25日`);
    }
    default:
      return parseNumber(spec, spec.kind, typed);
  }
}

type NumberKind = Exclude<CellKind, 'text' | 'long_text' | 'yes_no' | 'tier' | 'date'>;

function parseNumber(spec: ParseSpec, kind: NumberKind, typed: string): ParsedCell {
  const example = `例如 ${exampleOf(kind, spec.unit)}`;
  if (saysNothing(halfWidth(typed))) {
    if (!spec.required) return EMPTY;
    return invalid(`“${typed.trim()}”不是数字；确实为零请填 0，有数的请填数字，${example}`);
  }
  const reading = readFigure(typed);
  if (!reading.ok) return invalid(`${reading.reason}，${example}`);
  const { figure } = reading;
  const assumptions = [...figure.notes];
  if (figure.operator !== null) {
    if (kind !== 'quantity') return invalid(`“${typed.trim()}”带有“${figure.operatorText}”，请只填写数字，${example}`);
    if (figure.operator === 'gt' || figure.operator === 'lt') {
      return invalid(`“${typed.trim()}”不是确切的数字，请填写确切的完成值，${example}`);
    }
    assumptions.push(`完成值带有“${figure.operatorText}”，按 ${figure.number}${figure.unit} 计`);
  }
  const cellUnit = unitOf(kind, spec.unit);
  let decimal = figure.number;
  if (figure.unit === '') {
    if (kind === 'quantity' && cellUnit !== '') assumptions.push(`未写单位，按目标值单位“${cellUnit}”读作 ${figure.number}${cellUnit}`);
  } else {
    const converted = convertUnit(fraction(figure.number), parseUnit(figure.unit), parseUnit(cellUnit));
    if (!converted) return invalid(`单位“${figure.unit}”与本项单位“${cellUnit}”不符，请按“${cellUnit}”填写，${example}`);
    const exact = exactDecimal(converted.value);
    if (exact === null) return invalid(`“${typed.trim()}”换算为“${cellUnit}”除不尽，请直接按“${cellUnit}”填写`);
    if (converted.note) assumptions.push(`${converted.note}，读作 ${exact}${cellUnit}`);
    if (compare(fraction(decimal), converted.value) !== 0) decimal = exact;
  }
  const refusal = outOfRange(spec, kind, decimal);
  return refusal ? invalid(`${refusal}，${example}`) : ok({ kind: 'number', decimal, unit: cellUnit }, assumptions);
}

function outOfRange(spec: ParseSpec, kind: NumberKind, decimal: DecimalText): string | null {
  const value = fraction(decimal);
  if (kind === 'count') {
    const whole = compare(ceiling(value), value) === 0;
    if (!whole || isNegative(value)) return `“${decimal}”应为不小于 0 的整数`;
  }
  if (kind === 'money') {
    if (isNegative(value) && !spec.signed) return '金额不能为负数';
    if (decimalsOf(decimal) > MAX_DECIMALS) return `金额以万元为单位最多 ${MAX_DECIMALS} 位小数（精确到分）`;
    if (/^-?(\d+)/.exec(decimal)![1]!.length > MAX_MONEY_DIGITS) return '金额过大，请核对单位是否为万元';
  }
  if (kind === 'points') {
    if (isNegative(value)) return '得分不能为负数';
    if (decimalsOf(decimal) > MAX_DECIMALS) return `得分最多 ${MAX_DECIMALS} 位小数`;
    if (spec.maximum !== undefined && compare(value, fraction(spec.maximum)) > 0) {
      return `得分不能超过本项分值 ${expandFraction(fraction(spec.maximum), 4)} 分`;
    }
  }
  return null;
}

function decimalsOf(decimal: DecimalText): number {
  const text = exactDecimal(fraction(decimal))!;
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Money cells are always in 万元 and percent cells in %, whatever the specification leaves out. */
function unitOf(kind: NumberKind, unit: string): string {
  if (unit !== '') return unit;
  if (kind === 'money') return '万元';
  if (kind === 'percent') return '%';
  return kind === 'points' ? '分' : '';
}

function exampleOf(kind: NumberKind, unit: string): string {
  if (kind === 'money') return '23,758.69 或 2.37亿元';
  if (kind === 'percent') return '96.81%';
  if (kind === 'points') return '4.98';
  if (kind === 'count') return `12${unit}`;
  return `14.55${unit}`;
}

const YES = new Set(['是', '有', '是的', '已', '√', '✓', '✔', 'y', 'yes']);
const NO = new Set(['否', '无', '没有', '不是', '未', '×', '✗', '✘', 'n', 'no']);

function parseYesNo(typed: string): ParsedCell {
  const text = halfWidth(typed).toLowerCase();
  if (!YES.has(text) && !NO.has(text)) return invalid(`“${typed.trim()}”应为“是”或“否”`);
  const yes = YES.has(text);
  const word = yes ? '是' : '否';
  return ok({ kind: 'yes_no', yes }, text === word ? [] : [`“${typed.trim()}”按“${word}”读`]);
}

function parseTier(typed: string): ParsedCell {
  const read = readTier(typed);
  if (!read) return invalid(`“${typed.trim()}”不是评判等级，应为${TIERS.map((tier) => `“${TIER_NAMES[tier]}”`).join('、')}之一`);
  return ok({ kind: 'tier', tier: read.tier }, read.verbatim ? [] : [`“${typed.trim()}”按“${TIER_NAMES[read.tier]}”读`]);
}

function ok(value: CellValue, assumptions: readonly string[] = []): ParsedCell {
  return { status: 'ok', value, assumptions };
}

function invalid(reason: string): ParsedCell {
  return { status: 'invalid', reason };
}
