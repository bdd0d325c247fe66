import { fits, fitsBig, gcd, gcdOfBig, LARGEST_SHORT, short, shortPowerOfTen } from './whole-numbers';

/**
 * An exact rational number in lowest terms, the sign in the numerator. Numerator and denominator are kept short (JavaScript numbers up to 2^53 − 1, exact
 * whole numbers) as long as both fit, else as BigInts: which of the two it is follows from the value. Only this file and `fraction-text.ts` look inside.
 */
export class Exact {
  constructor(
    readonly n: number,
    readonly d: number,
    readonly large: Large | null,
  ) {}
}

/** Numerator and denominator where one of them does not fit; `n` and `d` of the fraction then mean nothing. */
export interface Large {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO = new Exact(0, 1, null);
export const ONE = new Exact(1, 1, null);
export const HUNDRED = new Exact(100, 1, null);

export const largeOf = (value: Exact): Large => value.large ?? { n: BigInt(value.n), d: BigInt(value.d) };

/** n/d of two numbers that fit; d > 0. */
export function reduced(n: number, d: number): Exact {
  if (n === 0) return ZERO;
  if (d === 1) return new Exact(n, 1, null);
  const divisor = gcd(n < 0 ? -n : n, d);
  return divisor === 1 ? new Exact(n, d, null) : new Exact(n / divisor, d / divisor, null);
}

/** units/10^digits of a number that fits; digits ≤ 15. Only 2 and 5 can be shared, and are looked for one by one: quicker than the common divisor. */
export function reducedDecimal(units: number, digits: number): Exact {
  const power = shortPowerOfTen(digits);
  if (digits === 0 || digits > MOST_SHORT_DIGITS || units > LARGEST_SHORT || units < -LARGEST_SHORT) return reduced(units, power);
  if (units === 0) return ZERO;
  let n = units | 0;
  let d = power | 0;
  while (((n | d) & 1) === 0) {
    n >>= 1;
    d >>= 1;
  }
  while (n % 5 === 0 && d % 5 === 0) {
    n = (n / 5) | 0;
    d = (d / 5) | 0;
  }
  return new Exact(n, d, null);
}

/** 10^9 is the last power of ten below 2^31. */
const MOST_SHORT_DIGITS = 9;

/** n/d of any two whole numbers; d > 0. */
export function reducedBig(n: bigint, d: bigint): Exact {
  if (n === 0n) return ZERO;
  const divisor = gcdOfBig(n, d);
  return inLowestTerms(n / divisor, d / divisor);
}

function inLowestTerms(n: bigint, d: bigint): Exact {
  return fitsBig(n) && fitsBig(d) ? new Exact(short(n), short(d), null) : new Exact(0, 1, { n, d });
}

export function add(left: Exact, right: Exact): Exact {
  const found = left.large === null && right.large === null ? shortSum(left.n, left.d, right.n, right.d) : null;
  return found ?? addLarge(largeOf(left), largeOf(right));
}

export function sub(left: Exact, right: Exact): Exact {
  const found = left.large === null && right.large === null ? shortSum(left.n, left.d, -right.n, right.d) : null;
  return found ?? addLarge(largeOf(left), largeOf(negate(right)));
}

/**
 * Null when a number on the way does not fit. Only the divisors both denominators share can be shared by the sum and its denominator (Knuth, The Art of
 * Computer Programming 4.5.1).
 */
function shortSum(n1: number, d1: number, n2: number, d2: number): Exact | null {
  if (d1 === d2) {
    const n = n1 + n2;
    return fits(n) ? reduced(n, d1) : null;
  }
  const shared = d1 === 1 || d2 === 1 ? 1 : gcd(d1, d2);
  const rest = d2 / shared;
  const first = n1 * rest;
  const second = n2 * (d1 / shared);
  const n = first + second;
  const d = d1 * rest;
  if (!fits(first) || !fits(second) || !fits(n) || !fits(d)) return null;
  if (shared === 1) return new Exact(n, d, null);
  const divisor = gcd(n < 0 ? -n : n, shared);
  return new Exact(n / divisor, d / divisor, null);
}

function addLarge(left: Large, right: Large): Exact {
  const shared = gcdOfBig(left.d, right.d);
  const rest = right.d / shared;
  const n = left.n * rest + right.n * (left.d / shared);
  if (n === 0n) return ZERO;
  const d = left.d * rest;
  const divisor = shared === 1n ? 1n : gcdOfBig(n, shared);
  return divisor === 1n ? inLowestTerms(n, d) : inLowestTerms(n / divisor, d / divisor);
}

export function negate(value: Exact): Exact {
  if (value.large !== null) return new Exact(0, 1, { n: -value.large.n, d: value.large.d });
  return value.n === 0 ? value : new Exact(-value.n, value.d, null);
}

export const absolute = (value: Exact): Exact => (isNegative(value) ? negate(value) : value);

export function mul(left: Exact, right: Exact): Exact {
  if (left.large === null && right.large === null) {
    const product = shortProduct(left.n, left.d, right.n, right.d);
    if (product !== null) return product;
  }
  const [one, other] = [largeOf(left), largeOf(right)];
  return reducedBig(one.n * other.n, one.d * other.d);
}

/** Throws RangeError when `right` is zero: rules decide about an empty denominator before they divide. */
export function div(left: Exact, right: Exact): Exact {
  if (isZero(right)) throw new RangeError('Division by zero');
  if (left.large === null && right.large === null) {
    const quotient = right.n < 0 ? shortProduct(left.n, left.d, -right.d, -right.n) : shortProduct(left.n, left.d, right.d, right.n);
    if (quotient !== null) return quotient;
  }
  const [one, other] = [largeOf(left), largeOf(right)];
  const n = one.n * other.d;
  const d = one.d * other.n;
  return d < 0n ? reducedBig(-n, -d) : reducedBig(n, d);
}

/** n1/d1 × n2/d2, both in lowest terms; null when it does not fit. */
function shortProduct(n1: number, d1: number, n2: number, d2: number): Exact | null {
  if (n1 === 0 || n2 === 0) return ZERO;
  const across = d2 === 1 ? 1 : gcd(n1 < 0 ? -n1 : n1, d2);
  const back = d1 === 1 ? 1 : gcd(n2 < 0 ? -n2 : n2, d1);
  const n = (n1 / across) * (n2 / back);
  const d = (d1 / back) * (d2 / across);
  return fits(n) && fits(d) ? new Exact(n, d, null) : null;
}

/** −1, 0 or 1. */
export function compare(left: Exact, right: Exact): number {
  if (left.large === null && right.large === null) {
    if (left.d === right.d) return left.n < right.n ? -1 : left.n > right.n ? 1 : 0;
    const one = left.n * right.d;
    const other = right.n * left.d;
    if (fits(one) && fits(other)) return one < other ? -1 : one > other ? 1 : 0;
  }
  const [a, b] = [largeOf(left), largeOf(right)];
  const one = a.n * b.d;
  const other = b.n * a.d;
  return one < other ? -1 : one > other ? 1 : 0;
}

export const isZero = (value: Exact): boolean => value.n === 0 && value.large === null;
export const isNegative = (value: Exact): boolean => (value.large === null ? value.n < 0 : value.large.n < 0n);
export const minimum = (left: Exact, right: Exact): Exact => (compare(left, right) <= 0 ? left : right);
export const maximum = (left: Exact, right: Exact): Exact => (compare(left, right) >= 0 ? left : right);
export const clamp = (value: Exact, low: Exact, high: Exact): Exact => maximum(low, minimum(value, high));

/** Adds exactly. Whole numbers are kept apart: they need no common denominator. */
export function sum(values: readonly Exact[]): Exact {
  let whole = 0;
  let rest = ZERO;
  for (const value of values) {
    if (value.d === 1 && value.large === null && fits(whole + value.n)) whole += value.n;
    else rest = add(rest, value);
  }
  return add(reduced(whole, 1), rest);
}

/** Largest whole number that is not above the value. */
export function floor(value: Exact): Exact {
  if (value.large === null) {
    if (value.d === 1) return value;
    const rest = value.n % value.d;
    const whole = (value.n - rest) / value.d;
    return reduced(rest < 0 ? whole - 1 : whole, 1);
  }
  const { n, d } = value.large;
  const whole = n / d;
  return inLowestTerms(n < 0n && n % d !== 0n ? whole - 1n : whole, 1n);
}

/** Smallest whole number that is not below the value. */
export const ceiling = (value: Exact): Exact => negate(floor(negate(value)));
