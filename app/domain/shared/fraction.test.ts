import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/property-runs';
import { absolute, add, ceiling, clamp, compare, div, type Exact, floor, isNegative, isZero, maximum, minimum, mul, negate, sub, sum } from './fraction';
import { fractionOf, fractionText } from './fraction-text';

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** Short ones, long ones, and those at the bound where a numerator or a denominator stops to fit into a number. */
const whole = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.bigInt({ min: LARGEST - 20n, max: LARGEST + 20n }),
  fc.bigInt({ min: -LARGEST - 20n, max: -LARGEST + 20n }),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
  fc.constantFrom(0n, 1n, -1n, 2n ** 31n, 2n ** 31n - 1n, -(2n ** 31n), 2n ** 52n),
);
const pair = fc.tuple(whole, whole.filter((value) => value !== 0n));
const numbers = fc.tuple(pair, pair).map(([[a, b], [c, d]]) => ({ left: fractionOf(a, b), right: fractionOf(c, d), one: new Fraction(a, b), other: new Fraction(c, d) }));
const runs = { numRuns: PROPERTY_RUNS };

/** The library's fraction as text; it keeps the sign apart and lowest terms. */
const textOf = (value: Fraction): string => `${value.n !== 0n && value.s < 0n ? '-' : ''}${value.n}/${value.d}`;

/** A value has one representation: numbers while both fit, BigInts else. Negative zero is none. */
function expectProper(value: Exact): void {
  const [n, d] = fractionText(value).split('/').map(BigInt) as [bigint, bigint];
  const fits = n <= LARGEST && n >= -LARGEST && d <= LARGEST;
  expect(value.large === null).toBe(fits);
  expect(Object.is(value.n, -0)).toBe(false);
}

describe('arithmetic, beside a library of BigInt fractions', () => {
  it('adds, subtracts, multiplies and divides to the same fraction', () => {
    fc.assert(
      fc.property(numbers, ({ left, right, one, other }) => {
        const results: [Exact, Fraction][] = [
          [left, one],
          [add(left, right), one.add(other)],
          [sub(left, right), one.sub(other)],
          [mul(left, right), one.mul(other)],
          [negate(left), one.neg()],
          [absolute(left), one.abs()],
          [floor(left), one.floor()],
          [ceiling(left), one.ceil()],
        ];
        if (!isZero(right)) results.push([div(left, right), one.div(other)]);
        for (const [ours, theirs] of results) {
          expect(fractionText(ours)).toBe(textOf(theirs));
          expectProper(ours);
        }
      }),
      runs,
    );
  });

  it('compares alike', () => {
    fc.assert(
      fc.property(numbers, ({ left, right, one, other }) => {
        const order = one.compare(other);
        expect(compare(left, right)).toBe(Math.sign(order));
        expect(compare(left, left)).toBe(0);
        expect(isNegative(left)).toBe(one.s < 0n && one.n !== 0n);
        expect(minimum(left, right)).toBe(order <= 0 ? left : right);
        expect(maximum(left, right)).toBe(order >= 0 ? left : right);
      }),
      runs,
    );
  });

  it('adds many', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const expected = pairs.reduce((total, [n, d]) => total.add(new Fraction(n, d)), new Fraction(0));
        expect(fractionText(sum(pairs.map(([n, d]) => fractionOf(n, d))))).toBe(textOf(expected));
      }),
      runs,
    );
  });
});

describe('edges', () => {
  const of = (n: bigint, d = 1n): Exact => fractionOf(n, d);

  it.each([
    ['a sum that no longer fits', add(of(LARGEST), of(1n)), '9007199254740992/1'],
    ['a sum that fits again', sub(add(of(LARGEST), of(1n)), of(1n)), '9007199254740991/1'],
    ['a product that no longer fits', mul(of(LARGEST), of(2n)), '18014398509481982/1'],
    ['a denominator that no longer fits', mul(of(1n, LARGEST), of(1n, 2n)), '1/18014398509481982'],
    ['a quotient by a negative', div(of(3n), of(-6n)), '-1/2'],
    ['nothing from something', sub(of(1n, 3n), of(1n, 3n)), '0/1'],
    ['nothing times a negative', mul(of(0n), of(-5n)), '0/1'],
    ['a third of the largest thrice', sum([of(LARGEST, 3n), of(LARGEST, 3n), of(LARGEST, 3n)]), '9007199254740991/1'],
  ])('%s', (_name, value, expected) => {
    expect(fractionText(value)).toBe(expected);
    expectProper(value);
  });

  it('refuses to divide by nothing', () => expect(() => div(of(1n), of(0n))).toThrow(RangeError));
  it.each([
    ['-1', '0'],
    ['7', '5'],
    ['3', '3'],
  ])('keeps %s between 0 and 5', (text, expected) => expect(fractionText(clamp(of(BigInt(text)), of(0n), of(5n)))).toBe(`${expected}/1`));
});
