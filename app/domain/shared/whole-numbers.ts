/**
 * Whole numbers for exact fractions. Up to 2^53 − 1 a JavaScript number holds every whole number exactly and is many times as fast as a BigInt; a
 * product or sum that stays within this bound was computed exactly, for one beyond it is never rounded back below.
 */
const LARGEST = Number.MAX_SAFE_INTEGER;
const LARGEST_BIG = BigInt(LARGEST);
/** The largest machine integer. */
export const LARGEST_SHORT = 0x7fffffff;

export const fits = (whole: number): boolean => whole <= LARGEST && whole >= -LARGEST;

export const fitsBig = (whole: bigint): boolean => whole <= LARGEST_BIG && whole >= -LARGEST_BIG;

/** A BigInt that fits, as a number. */
// eslint-disable-next-line hengji/exact-figures -- the one place where a whole number of a figure becomes a number: it fits, so nothing is lost
export const short = (whole: bigint): number => Number(whole);

/** Greatest common divisor of two whole numbers that are not negative. */
export function gcd(left: number, right: number): number {
  let a = left;
  let b = right;
  while (a > LARGEST_SHORT || b > LARGEST_SHORT) {
    if (b === 0) return a;
    const rest = a - wholeQuotient(a, b) * b;
    a = b;
    b = rest;
  }
  return gcdOfShort(a, b);
}

/**
 * ⌊numerator ÷ denominator⌋ of two numbers that fit, the first not negative, the second above 0. The division is rounded, but never up to a whole number m that
 * it does not reach: it would have to come within half a last place below m, that is m × denominator ≥ 2^53, and the numerator just below does not fit unless both
 * are powers of two, where the last place below m is half as wide. Much quicker than a remainder of numbers beyond 2^31.
 */
export const wholeQuotient = (numerator: number, denominator: number): number => Math.floor(numerator / denominator);

/** Apart, so that the engine may compute with machine integers. */
function gcdOfShort(left: number, right: number): number {
  let a = left | 0;
  let b = right | 0;
  while (b !== 0) {
    const rest = (a % b) | 0;
    a = b;
    b = rest;
  }
  return a;
}

export function gcdOfBig(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right;
  while (b > LARGEST_BIG) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return b === 0n ? a : BigInt(gcd(short(b), short(a % b)));
}

const POWERS: readonly number[] = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const BIG_POWERS: bigint[] = [1n];

/** 10^exponent for exponents from 0 to 15. */
export const shortPowerOfTen = (exponent: number): number => POWERS[exponent]!;

/** 10^exponent for exponent ≥ 0. */
export function powerOfTen(exponent: number): bigint {
  for (let next = BIG_POWERS.length; next <= exponent; next += 1) BIG_POWERS.push(BIG_POWERS[next - 1]! * 10n);
  return BIG_POWERS[exponent]!;
}
