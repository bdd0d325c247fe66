import Fraction from 'fraction.js';
import type { DecimalText } from './decimal-text';

/**
 * Exact rational numbers: the only arithmetic behind scores, rates and money. A thin layer over fraction.js (BigInt fractions in
 * lowest terms); nothing outside this file imports that library. No operation rounds except `roundFraction` and `expandFraction`.
 */
export type Exact = Fraction;

export type RoundingMode = 'half_up' | 'half_even' | 'truncate';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const QUOTIENT = /^-?\d+\/\d+$/;
const POWERS: bigint[] = [1n];

/** 10^exponent for exponent ≥ 0. */
export function powerOfTen(exponent: number): bigint {
  for (let next = POWERS.length; next <= exponent; next += 1) POWERS.push(POWERS[next - 1]! * 10n);
  return POWERS[exponent]!;
}

/** Short texts come again and again: weights, targets, bounds of rules. Fractions never change, so one may serve for all. */
const REMEMBERED_LENGTH = 8;
const REMEMBERED_COUNT = 4096;
const remembered = new Map<string, Exact>();

/** Reads decimal text ("-12.50") or a quotient of whole numbers ("40/7"). Throws RangeError on anything else. */
export function fraction(text: string): Exact {
  if (text.length > REMEMBERED_LENGTH) return readFraction(text);
  const known = remembered.get(text);
  if (known) return known;
  const value = readFraction(text);
  if (remembered.size >= REMEMBERED_COUNT) remembered.clear();
  remembered.set(text, value);
  return value;
}

function readFraction(text: string): Exact {
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const digits = decimal[3] ?? '';
    const numerator = BigInt(decimal[2]! + digits);
    return new Fraction(decimal[1] === '-' ? -numerator : numerator, powerOfTen(digits.length));
  }
  if (QUOTIENT.test(text)) {
    const slash = text.indexOf('/');
    const denominator = BigInt(text.slice(slash + 1));
    if (denominator !== 0n) return new Fraction(BigInt(text.slice(0, slash)), denominator);
  }
  throw new RangeError(`Not a decimal or a quotient: ${text}`);
}

/** numerator/denominator of two whole numbers; the denominator is not 0. */
export function fractionOf(numerator: bigint, denominator: bigint): Exact {
  return new Fraction(numerator, denominator);
}

export const ZERO: Exact = new Fraction(0n, 1n);
export const ONE: Exact = new Fraction(1n, 1n);
export const HUNDRED: Exact = new Fraction(100n, 1n);

export const add = (left: Exact, right: Exact): Exact => left.add(right);
export const sub = (left: Exact, right: Exact): Exact => left.sub(right);
export const mul = (left: Exact, right: Exact): Exact => left.mul(right);
/** Throws when `right` is zero: rules decide about an empty denominator before they divide. */
export const div = (left: Exact, right: Exact): Exact => left.div(right);
export const negate = (value: Exact): Exact => value.neg();
export const absolute = (value: Exact): Exact => value.abs();
/** −1, 0 or 1. */
export const compare = (left: Exact, right: Exact): number => left.compare(right);
export const isZero = (value: Exact): boolean => value.n === 0n;
export const isNegative = (value: Exact): boolean => value.n !== 0n && value.s < 0n;
export const minimum = (left: Exact, right: Exact): Exact => (compare(left, right) <= 0 ? left : right);
export const maximum = (left: Exact, right: Exact): Exact => (compare(left, right) >= 0 ? left : right);
export const clamp = (value: Exact, low: Exact, high: Exact): Exact => maximum(low, minimum(value, high));

/** Adds exactly. Whole numbers, the most of what is added, are kept apart: they need no common denominator. */
export function sum(values: Iterable<Exact>): Exact {
  let whole = 0n;
  let rest = ZERO;
  for (const value of values) {
    if (value.d === 1n) whole += value.s < 0n ? -value.n : value.n;
    else rest = rest.add(value);
  }
  return whole === 0n ? rest : rest.add(new Fraction(whole, 1n));
}

/** Adds decimal texts that all have `digits` decimals. */
export function sumDecimals(texts: Iterable<DecimalText>, digits: number): DecimalText {
  let units = 0n;
  for (const text of texts) units += BigInt(digits === 0 ? text : text.replace('.', ''));
  return decimalOf(units < 0n ? -units : units, digits, units < 0n);
}

/** Smallest whole number that is not below the value. */
export function ceiling(value: Exact): Exact {
  const whole = value.n / value.d;
  if (isNegative(value)) return new Fraction(-whole, 1n);
  return new Fraction(value.n % value.d === 0n ? whole : whole + 1n, 1n);
}

/** Largest whole number that is not above the value. */
export const floor = (value: Exact): Exact => negate(ceiling(negate(value)));

/**
 * Rounds once, exactly, to decimal text with `digits` decimals. `half_up` takes halves away from zero (−0.5 → −1), `half_even` to the
 * even neighbour, `truncate` drops towards zero. Zero carries no sign.
 */
export function roundFraction(value: Exact, rounding: { readonly digits: number; readonly mode: RoundingMode }): DecimalText {
  return decimalOf(roundedUnits(value.n * powerOfTen(rounding.digits), value.d, rounding.mode), rounding.digits, isNegative(value));
}

function roundedUnits(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  if (denominator === 1n) return numerator;
  const units = numerator / denominator;
  if (mode === 'truncate') return units;
  const twice = (numerator - units * denominator) * 2n;
  return twice > denominator || (twice === denominator && (mode === 'half_up' || units % 2n === 1n)) ? units + 1n : units;
}

/** dividend ÷ divisor × 10^shift rounded to decimal text; nothing is reduced on the way. The divisor is not 0. */
export function roundQuotient(dividend: Exact, divisor: Exact, shift: number, rounding: { readonly digits: number; readonly mode: RoundingMode }): DecimalText {
  const numerator = dividend.n * divisor.d * powerOfTen(shift + rounding.digits);
  const denominator = dividend.d * divisor.n;
  return decimalOf(roundedUnits(numerator, denominator, rounding.mode), rounding.digits, isNegative(dividend) !== isNegative(divisor));
}

/** Decimal expansion: all of it when it ends within `digits` decimals, else cut there with "…" ("94.97505641…"). Never rounds. */
export function expandFraction(value: Exact, digits: number): string {
  if (value.d === 1n) return `${isNegative(value) ? '-' : ''}${value.n}`;
  const scaled = value.n * powerOfTen(digits);
  const units = scaled / value.d;
  if (scaled % value.d === 0n) return withoutTrailingZeros(decimalOf(units, digits, isNegative(value)));
  const text = decimalOf(units, digits, false);
  return `${isNegative(value) ? '-' : ''}${text}…`;
}

/** The exact decimal text, or null when the expansion does not end. */
export function exactDecimal(value: Exact): DecimalText | null {
  if (value.d === 1n) return `${isNegative(value) ? '-' : ''}${value.n}`;
  let rest = value.d;
  let digits = 0;
  while (rest % 10n === 0n) {
    rest /= 10n;
    digits += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    digits += 1;
  }
  while (rest % 2n === 0n) {
    rest /= 2n;
    digits += 1;
  }
  if (rest !== 1n) return null;
  return withoutTrailingZeros(decimalOf((value.n * powerOfTen(digits)) / value.d, digits, isNegative(value)));
}

/** The decimal expansion where it ends, else "n/d" in lowest terms. `fraction` reads both. */
export function exactText(value: Exact): string {
  return exactDecimal(value) ?? fractionText(value);
}

/** "n/d" in lowest terms, the sign in front; a whole number keeps "/1". */
export function fractionText(value: Exact): string {
  return `${isNegative(value) ? '-' : ''}${value.n}/${value.d}`;
}

function decimalOf(units: bigint, digits: number, negative: boolean): DecimalText {
  const sign = negative && units !== 0n ? '-' : '';
  const text = units.toString();
  if (digits === 0) return sign + text;
  const padded = text.padStart(digits + 1, '0');
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** "96.810" → "96.81", "7.00" → "7": the figure without zeros that say nothing. */
export function withoutTrailingZeros(text: DecimalText): DecimalText {
  if (!text.includes('.')) return text;
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end -= 1;
  if (text.charCodeAt(end - 1) === 46) end -= 1;
  return text.slice(0, end);
}
