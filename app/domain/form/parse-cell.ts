import type { DecimalText } from '../shared/decimal-text';
import { compare, isNegative } from '../shared/fraction';
import { constant, expandFraction, fraction } from '../shared/fraction-text';
import { remembering } from '../shared/remember';
import type { Figure } from './figure';
import type { CellKind, CellSpec } from './form-model';
import { readDateActual } from './read-actual';
import { readFigure } from './read-figure';
import { figureIn, type Quantity, quantityOf, type QuantityReading } from './read-quantity';
import { readTier, type Tier, TIER_NAMES, TIERS } from './tier';
import { halfWidth, saysNothing, trimmed } from './typed-text';

/** A cell's value: numbers are exact decimals in the cell's own unit (money in 万元, percent in %). */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly decimal: DecimalText; readonly unit: string }
  | { readonly kind: 'yes_no'; readonly yes: boolean }
  | { readonly kind: 'tier'; readonly tier: Tier }
  | { readonly kind: 'date'; readonly date: string };

/** `assumptions` says in Chinese whatever was not written but supposed (a unit taken over, a conversion); `conversion` is set where the unit was changed. */
export type ParsedCell =
  | { readonly status: 'empty' }
  | { readonly status: 'ok'; readonly value: CellValue; readonly assumptions: readonly string[]; readonly conversion?: UnitConversion }
  | { readonly status: 'invalid'; readonly reason: string };

/** How a figure was converted into the cell's unit: value = figure × factor, the factor exact ("0.0001", "2000/3"). */
export interface UnitConversion {
  readonly figure: DecimalText;
  readonly from: string;
  readonly factor: string;
}

/** `fiscalYear` completes a date typed without its year. */
export type ParseSpec = Pick<CellSpec, 'kind' | 'unit' | 'required' | 'maxLength'> & Partial<Pick<CellSpec, 'maximum' | 'signed' | 'fiscalYear'>>;

const EMPTY: ParsedCell = { status: 'empty' };
const MAX_DECIMALS = 6;
const MAX_MONEY_DIGITS = 14;

/** Reads typed text by the cell's kind. Never throws and never replaces: text that does not parse is `invalid` with a reason and an example. */
export function parseCell(spec: ParseSpec, typed: string): ParsedCell {
  if (typed.length > spec.maxLength) return invalid(`最多 ${spec.maxLength} 个字，现有 ${typed.length} 个字`);
  const text = trimmed(typed);
  if (text === '') return EMPTY;
  switch (spec.kind) {
    case 'text':
    case 'long_text':
      return ok({ kind: 'text', text });
    case 'yes_no':
      return typed.length > MAX_KEPT_LENGTH ? readYesNo(typed) : parseYesNo(typed);
    case 'tier':
      return parseTier(typed);
    case 'date': {
      const read = readDateActual(typed, spec.fiscalYear ?? null);
      if (read.kind === 'date') return ok({ kind: 'date', date: read.date }, read.assumptions);
      return invalid(`${read.kind === 'words' ? read.reason : `“${text}”不是有效日期`}，例如 2024-12-25 或 2024年12月25日`);
    }
    default:
      return parseNumber(spec, spec.kind, typed);
  }
}

type NumberKind = Exclude<CellKind, 'text' | 'long_text' | 'yes_no' | 'tier' | 'date'>;

function parseNumber(spec: ParseSpec, kind: NumberKind, typed: string): ParsedCell {
  const cellUnit = unitOf(kind, spec.unit);
  const reading = readFigure(typed);
  if (!reading.ok) return withoutNumber(spec, kind, typed, reading.reason);
  const { figure } = reading;
  // The commonest of all: a figure in the cell's own unit. Nothing is converted, nothing assumed.
  if (figure.operator === null && (figure.unit === cellUnit || (figure.unit === '' && kind !== 'quantity'))) {
    return numberOf(spec, kind, { value: figure.number, unit: cellUnit, conversion: null, assumptions: figure.notes });
  }
  const quantity = kind === 'quantity' ? quantityOf(figure, typed, cellUnit) : plainFigure(figure, typed, cellUnit);
  if (!quantity.ok) return withoutNumber(spec, kind, typed, quantity.reason);
  if (quantity.conversion !== null && quantity.value.includes('/')) return invalid(`“${typed.trim()}”换算为“${cellUnit}”除不尽，请直接按“${cellUnit}”填写`);
  return numberOf(spec, kind, quantity);
}

function numberOf(spec: ParseSpec, kind: NumberKind, { value: decimal, unit, conversion, assumptions }: Pick<Quantity, 'value' | 'unit' | 'conversion' | 'assumptions'>): ParsedCell {
  const refusal = outOfRange(spec, kind, decimal);
  if (refusal !== null) return invalid(`${refusal}，例如 ${exampleOf(kind, spec.unit)}`);
  return ok({ kind: 'number', decimal, unit }, assumptions, conversion === null ? undefined : { figure: conversion.figure, from: conversion.from, factor: conversion.factor });
}

function withoutNumber(spec: ParseSpec, kind: NumberKind, typed: string, reason: string): ParsedCell {
  if (!saysNothing(halfWidth(typed))) return invalid(`${reason}，例如 ${exampleOf(kind, spec.unit)}`);
  if (!spec.required) return EMPTY;
  return invalid(`“${typed.trim()}”不是数字；确实为零请填 0，有数的请填数字，例如 ${exampleOf(kind, spec.unit)}`);
}

/** A figure that stands for itself: a sign before it (≥5) is refused. */
function plainFigure(figure: Figure, typed: string, unit: string): QuantityReading {
  return figure.operator === null ? figureIn(figure, unit) : { ok: false, reason: `“${typed.trim()}”带有“${figure.operatorText}”，请只填写数字` };
}

function outOfRange(spec: ParseSpec, kind: NumberKind, decimal: DecimalText): string | null {
  if (kind === 'quantity' || kind === 'decimal' || kind === 'percent') return null;
  const belowZero = decimal.charCodeAt(0) === MINUS && isNegative(fraction(decimal));
  if (kind === 'count' && (belowZero || decimalsOf(decimal) > 0)) return `“${decimal}”应为不小于 0 的整数`;
  if (kind === 'money') {
    if (belowZero && !spec.signed) return '金额不能为负数';
    if (decimalsOf(decimal) > MAX_DECIMALS) return `金额以万元为单位最多 ${MAX_DECIMALS} 位小数（精确到分）`;
    if (wholeDigitsOf(decimal) > MAX_MONEY_DIGITS) return '金额过大，请核对单位是否为万元';
  }
  if (kind === 'points') {
    if (belowZero) return '得分不能为负数';
    if (decimalsOf(decimal) > MAX_DECIMALS) return `得分最多 ${MAX_DECIMALS} 位小数`;
    if (spec.maximum !== undefined && compare(fraction(decimal), constant(spec.maximum)) > 0) {
      return `得分不能超过本项分值 ${expandFraction(constant(spec.maximum), 4)} 分`;
    }
  }
  return null;
}

function wholeDigitsOf(decimal: DecimalText): number {
  const point = decimal.indexOf('.');
  return (point < 0 ? decimal.length : point) - (decimal.startsWith('-') ? 1 : 0);
}

/** Decimals that say something: "12.500" has one. */
function decimalsOf(decimal: DecimalText): number {
  const point = decimal.indexOf('.');
  let end = decimal.length;
  while (end > point && decimal.charCodeAt(end - 1) === ZERO) end -= 1;
  return point < 0 ? 0 : Math.max(0, end - point - 1);
}

const ZERO = 0x30;
const MINUS = 0x2d;

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

/** An answer is a word or a sign. */
const MAX_KEPT_LENGTH = 8;
const parseYesNo = remembering(100, readYesNo);

function readYesNo(typed: string): ParsedCell {
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

const NO_ASSUMPTIONS: readonly string[] = [];

function ok(value: CellValue, assumptions: readonly string[] = NO_ASSUMPTIONS, conversion?: UnitConversion): ParsedCell {
  return conversion === undefined ? { status: 'ok', value, assumptions } : { status: 'ok', value, assumptions, conversion };
}

function invalid(reason: string): ParsedCell {
  return { status: 'invalid', reason };
}
