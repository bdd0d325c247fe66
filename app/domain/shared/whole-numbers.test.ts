import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/property-runs';
import { gcd, wholeQuotient } from './whole-numbers';

const RUNS = { numRuns: PROPERTY_RUNS };
const LARGEST = Number.MAX_SAFE_INTEGER;
const whole = fc.oneof(fc.maxSafeNat(), fc.nat(1000), fc.integer({ min: 0, max: 2000 }).map((below) => LARGEST - below), fc.integer({ min: -3, max: 3 }).map((off) => 2 ** 31 + off));
const divisor = whole.filter((number) => number > 0);
/** Just below, at and just above a multiple: where a rounded division could give another whole number. */
const nearMultiple = fc
  .tuple(divisor, divisor, fc.integer({ min: -1, max: 1 }))
  .map(([first, second, off]) => [Math.floor(LARGEST / second) < first ? LARGEST : first * second + off, second] as const)
  .filter(([numerator]) => numerator <= LARGEST);

describe('whole numbers up to 2^53 − 1', () => {
  it('are divided as BigInts are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(whole, divisor), nearMultiple), ([numerator, denominator]) => {
        expect(BigInt(wholeQuotient(numerator, denominator))).toBe(BigInt(numerator) / BigInt(denominator));
      }),
      RUNS,
    );
  });

  it('have a common divisor no larger one of which divides both', () => {
    const euclid = (left: bigint, right: bigint): bigint => (right === 0n ? left : euclid(right, left % right));
    fc.assert(
      fc.property(whole, whole, (left, right) => {
        expect(BigInt(gcd(left, right))).toBe(euclid(BigInt(left), BigInt(right)));
      }),
      RUNS,
    );
  });
});
