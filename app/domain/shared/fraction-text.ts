import type { DecimalText } from './decimal-text';
import { div, type Exact, HUNDRED, isNegative, largeOf, mul, reduced, reducedBig, reducedDecimal, sum } from './fraction';
import { remembering } from './remember';
import { fits, powerOfTen, shortPowerOfTen, wholeQuotient } from './whole-numbers';

/** Fractions from text and into text. Nothing here rounds but `roundFraction` and `roundPercent`; `expandFraction` cuts off and says so. */

export type RoundingMode = 'half_up' | 'half_even' | 'truncate';
interface Places {
  readonly digits: number;
  readonly mode: RoundingMode;
}

/** As many digits are always within 2^53. */
const SHORT_DIGITS = 15;
const [ZERO_CODE, NINE_CODE, POINT, MINUS] = [48, 57, 46, 45];
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const QUOTIENT = /^-?\d+\/\d+$/;

/** Reads decimal text ("-12.50") or a quotient of whole numbers ("40/7"). Throws RangeError on anything else. */
export function fraction(text: string): Exact {
  return shortDecimal(text) ?? shortQuotient(text) ?? longFraction(text);
}

/** A figure of a version or a rule: few, and read again with every score. */
export const constant: (text: string) => Exact = remembering(2000, fraction);

/** Decimal text of at most 15 digits; null for any other. */
function shortDecimal(text: string): Exact | null {
  const { length } = text;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let units = 0;
  let point = -1;
  if (length - start > SHORT_DIGITS + 1) return null;
  for (let at = start; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO_CODE && code <= NINE_CODE) units = units * 10 + (code - ZERO_CODE);
    else if (code === POINT && point < 0 && at > start) point = at;
    else return null;
  }
  if (point === length - 1 || length === start || (point < 0 && length - start > SHORT_DIGITS)) return null;
  const signed = start === 1 ? -units : units;
  return reducedDecimal(signed, point < 0 ? 0 : length - point - 1);
}

/** "-40/7" with at most 15 digits on either side; null for any other. */
function shortQuotient(text: string): Exact | null {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const negative = text.charCodeAt(0) === MINUS;
  const numerator = shortWhole(text, negative ? 1 : 0, slash);
  const denominator = shortWhole(text, slash + 1, text.length);
  return numerator < 0 || denominator <= 0 ? null : reduced(negative ? -numerator : numerator, denominator);
}

/** The digits of a part of a text; −1 when it is empty, longer or holds anything else. */
function shortWhole(text: string, start: number, end: number): number {
  if (end === start || end - start > SHORT_DIGITS) return -1;
  let whole = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ZERO_CODE || code > NINE_CODE) return -1;
    whole = whole * 10 + (code - ZERO_CODE);
  }
  return whole;
}

function longFraction(text: string): Exact {
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const digits = decimal[3] ?? '';
    const units = BigInt(decimal[2]! + digits);
    return reducedBig(decimal[1] === '-' ? -units : units, powerOfTen(digits.length));
  }
  if (QUOTIENT.test(text)) {
    const slash = text.indexOf('/');
    const denominator = BigInt(text.slice(slash + 1));
    if (denominator !== 0n) return reducedBig(BigInt(text.slice(0, slash)), denominator);
  }
  throw new RangeError(`Not a decimal or a quotient: ${text}`);
}

/** numerator/denominator of two whole numbers; the denominator is not 0. */
export function fractionOf(numerator: bigint, denominator: bigint): Exact {
  return denominator < 0n ? reducedBig(-numerator, -denominator) : reducedBig(numerator, denominator);
}

/**
 * Rounds once, exactly, to decimal text with `digits` decimals. `half_up` takes halves away from zero (−0.5 → −1), `half_even` to the
 * even neighbour, `truncate` drops towards zero. Zero carries no sign.
 */
export function roundFraction(value: Exact, { digits, mode }: Places): DecimalText {
  const negative = isNegative(value);
  if (value.large === null && digits <= SHORT_DIGITS) {
    const units = scaledUnits(negative ? -value.n : value.n, value.d, shortPowerOfTen(digits), mode);
    if (fits(units)) return shortDecimalOf(units, digits, negative);
  }
  const { n, d } = largeOf(value);
  return decimalOf(roundedBigUnits((negative ? -n : n) * powerOfTen(digits), d, mode).toString(), digits, negative);
}

/** part ÷ whole in percent, rounded half-up to two digits; nothing is reduced on the way. `whole` is not 0. */
export function roundPercent(part: Exact, whole: Exact): DecimalText {
  if (part.large === null && whole.large === null) {
    const negative = part.n < 0 !== whole.n < 0;
    const scaled = Math.abs(part.n) * whole.d * TEN_THOUSAND;
    const divisor = part.d * Math.abs(whole.n);
    if (fits(scaled) && fits(divisor)) return shortDecimalOf(roundedUnits(scaled, divisor, 'half_up'), 2, negative);
  }
  return roundFraction(mul(div(part, whole), HUNDRED), { digits: 2, mode: 'half_up' });
}

/** A percentage with two digits. */
const TEN_THOUSAND = 10_000;

/** numerator × scale ÷ denominator; beyond 2^53 when it cannot be had in numbers. The whole part and the rest are scaled apart where both together do not fit. */
function scaledUnits(numerator: number, denominator: number, scale: number, mode: RoundingMode): number {
  const scaled = numerator * scale;
  if (fits(scaled)) return roundedUnits(scaled, denominator, mode);
  const whole = wholeQuotient(numerator, denominator);
  const scaledRest = (numerator - whole * denominator) * scale;
  return fits(scaledRest) ? whole * scale + roundedUnits(scaledRest, denominator, mode) : Infinity;
}

/** numerator ÷ denominator as a whole number, neither of them negative. */
function roundedUnits(numerator: number, denominator: number, mode: RoundingMode): number {
  const units = wholeQuotient(numerator, denominator);
  const rest = numerator - units * denominator;
  if (rest === 0 || mode === 'truncate') return units;
  const twice = rest * 2;
  return twice > denominator || (twice === denominator && (mode === 'half_up' || units % 2 === 1)) ? units + 1 : units;
}

function roundedBigUnits(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const units = numerator / denominator;
  if (mode === 'truncate') return units;
  const twice = (numerator - units * denominator) * 2n;
  return twice > denominator || (twice === denominator && (mode === 'half_up' || units % 2n === 1n)) ? units + 1n : units;
}

/** Decimal expansion: all of it when it ends within `digits` decimals, else cut there with "…" ("94.97505641…"). Never rounds. */
export function expandFraction(value: Exact, digits: number): string {
  const text = roundFraction(value, { digits, mode: 'truncate' });
  if (endsWithin(value, digits)) return withoutTrailingZeros(text);
  return `${isNegative(value) && !text.startsWith('-') ? '-' : ''}${text}…`;
}

function endsWithin(value: Exact, digits: number): boolean {
  if (value.large === null && digits <= SHORT_DIGITS) return shortPowerOfTen(digits) % value.d === 0;
  return powerOfTen(digits) % largeOf(value).d === 0n;
}

/** The exact decimal text, or null when the expansion does not end. */
export function exactDecimal(value: Exact): DecimalText | null {
  const digits = value.large === null ? decimalsOf(value.d) : decimalsOfBig(value.large.d);
  return digits < 0 ? null : roundFraction(value, { digits, mode: 'truncate' });
}

/** How many decimals a fraction of this denominator (in lowest terms) has; −1 when they do not end. */
function decimalsOf(denominator: number): number {
  let rest = denominator;
  let fives = 0;
  let twos = 0;
  for (let fifth = Math.floor(rest / 5); fifth * 5 === rest; fifth = Math.floor(rest / 5)) {
    rest = fifth;
    fives += 1;
  }
  for (let half = Math.floor(rest / 2); half * 2 === rest; half = Math.floor(rest / 2)) {
    rest = half;
    twos += 1;
  }
  return rest === 1 ? Math.max(fives, twos) : -1;
}

function decimalsOfBig(denominator: bigint): number {
  let rest = denominator;
  let fives = 0;
  let twos = 0;
  for (; rest % 5n === 0n; fives += 1) rest /= 5n;
  for (; rest % 2n === 0n; twos += 1) rest /= 2n;
  return rest === 1n ? Math.max(fives, twos) : -1;
}

/** The decimal expansion where it ends, else "n/d" in lowest terms. `fraction` reads both. */
export function exactText(value: Exact): string {
  return exactDecimal(value) ?? fractionText(value);
}

/** "n/d" in lowest terms, the sign in front; a whole number keeps "/1". */
export function fractionText(value: Exact): string {
  return value.large === null ? `${value.n}/${value.d}` : `${value.large.n}/${value.large.d}`;
}

/** Adds decimal texts that all have `digits` decimals. */
export function sumDecimals(texts: readonly DecimalText[], digits: number): DecimalText {
  let units = 0;
  for (const text of texts) {
    const more = unitsOf(text);
    if (!fits(more) || !fits(units + more)) return roundFraction(sum(texts.map(fraction)), { digits, mode: 'truncate' });
    units += more;
  }
  return decimalOf(String(Math.abs(units)), digits, units < 0);
}

/** "-12.50" → −1250; beyond 2^53 where the text has more digits. */
function unitsOf(text: DecimalText): number {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let units = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== POINT) units = units * 10 + (code - ZERO_CODE);
  }
  return start === 1 ? -units : units;
}

/** Points and rates are mostly figures of two digits up to 200: their texts are made once. */
const HUNDREDTHS = 20_000;
const hundredths: (DecimalText | undefined)[] = Array.from({ length: HUNDREDTHS });

function shortDecimalOf(units: number, digits: number, negative: boolean): DecimalText {
  if (digits !== 2 || negative || units >= HUNDREDTHS) return decimalOf(String(units), digits, negative);
  return (hundredths[units] ??= decimalOf(String(units), 2, false));
}

function decimalOf(units: string, digits: number, negative: boolean): DecimalText {
  const sign = negative && units !== '0' ? '-' : '';
  if (digits === 0) return sign + units;
  const padded = units.length > digits ? units : units.padStart(digits + 1, '0');
  const point = padded.length - digits;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
}

/** "96.810" → "96.81", "7.00" → "7": the figure without zeros that say nothing. */
export function withoutTrailingZeros(text: DecimalText): DecimalText {
  let end = text.length;
  if (text.charCodeAt(end - 1) !== ZERO_CODE || !text.includes('.')) return text;
  while (text.charCodeAt(end - 1) === ZERO_CODE) end -= 1;
  if (text.charCodeAt(end - 1) === POINT) end -= 1;
  return text.slice(0, end);
}
