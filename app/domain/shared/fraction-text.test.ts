import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/property-runs';
import { ceiling, div, HUNDRED, isZero, mul, sum } from './fraction';
import { exactDecimal, expandFraction, fraction, fractionOf, fractionText, type RoundingMode, roundFraction, roundPercent, sumDecimals } from './fraction-text';

const round = (text: string, digits: number, mode: RoundingMode): string => roundFraction(fraction(text), { digits, mode });

describe('fraction', () => {
  it.each([
    ['0', '0/1'],
    ['-0', '0/1'],
    ['-0.00', '0/1'],
    ['23758.69', '2375869/100'],
    ['-12.50', '-25/2'],
    ['40/7', '40/7'],
    ['-6/4', '-3/2'],
    ['1000000000000000', '1000000000000000/1'],
    ['0.000001', '1/1000000'],
  ])('%s is %s', (text, expected) => expect(fractionText(fraction(text))).toBe(expected));

  it.each(['', ' 1', '1.', '.5', '1e5', '1,000', '+1', '1/0', '1/-2', '½', 'NaN', '0x10', '1.(3)', '/7', '40/', '-/7', '4/7/2', '--4/7', '4/-0', '1.5/2'])('refuses %j', (text) =>
    expect(() => fraction(text)).toThrow(RangeError),
  );
});

describe('rounding', () => {
  it.each([
    ['0.5', 0, '1', '0', '0'],
    ['1.5', 0, '2', '2', '1'],
    ['2.5', 0, '3', '2', '2'],
    ['-0.5', 0, '-1', '0', '0'],
    ['-2.5', 0, '-3', '-2', '-2'],
    ['-0.004', 2, '0.00', '0.00', '0.00'],
    ['94.975', 2, '94.98', '94.98', '94.97'],
    ['94.985', 2, '94.99', '94.98', '94.98'],
    ['94.97505641', 1, '95.0', '95.0', '94.9'],
    ['89.996', 2, '90.00', '90.00', '89.99'],
    ['2/3', 2, '0.67', '0.67', '0.66'],
    ['-2/3', 2, '-0.67', '-0.67', '-0.66'],
    ['5', 2, '5.00', '5.00', '5.00'],
    ['1000000000000000.125', 2, '1000000000000000.13', '1000000000000000.12', '1000000000000000.12'],
    ['36.4', 1, '36.4', '36.4', '36.4'],
  ])('%s to %i digits: half-up %s, half-even %s, truncated %s', (text, digits, up, even, cut) => {
    expect([round(text, digits, 'half_up'), round(text, digits, 'half_even'), round(text, digits, 'truncate')]).toEqual([up, even, cut]);
  });

  /** Oracle: decides by comparing the exact distances to the two neighbours, never by a remainder. */
  const oracle = (numerator: bigint, denominator: bigint, digits: number, mode: RoundingMode): bigint => {
    const scale = 10n ** BigInt(digits);
    const magnitude = numerator < 0n ? -numerator : numerator;
    let low = 0n;
    let high = (magnitude * scale) / denominator + 2n;
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (middle * denominator <= magnitude * scale) low = middle;
      else high = middle;
    }
    const below = magnitude * scale - low * denominator;
    const above = (low + 1n) * denominator - magnitude * scale;
    let units = low;
    if (mode === 'half_up' && below >= above) units = low + 1n;
    if (mode === 'half_even' && (below > above || (below === above && low % 2n !== 0n))) units = low + 1n;
    return numerator < 0n ? -units : units;
  };

  it('agrees with an oracle that measures distances', () => {
    const numerator = fc.oneof(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: -2000n, max: 2000n }));
    const denominator = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.constantFrom(2n, 8n, 20n, 200n, 2000n));
    const mode = fc.constantFrom<RoundingMode>('half_up', 'half_even', 'truncate');
    fc.assert(
      fc.property(numerator, denominator, fc.integer({ min: 0, max: 6 }), mode, (n, d, digits, how) => {
        const text = roundFraction(fraction(`${n}/${d}`), { digits, mode: how });
        expect(text).toMatch(digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${digits}}$`));
        expect(BigInt(text.replace('.', ''))).toBe(oracle(n, d, digits, how));
        expect(text).not.toMatch(/^-0(\.0+)?$/);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('expansion', () => {
  it.each([
    ['5', 8, '5'],
    ['94.975', 8, '94.975'],
    ['65889301355/693753748', 8, '94.97505641…'],
    ['1455/292', 9, '4.982876712…'],
    ['-1/3', 4, '-0.3333…'],
    ['1/1000000000', 4, '0.0000…'],
    ['0.50', 0, '0…'],
    ['100', 0, '100'],
  ])('%s with %i digits is %s', (text, digits, expected) => expect(expandFraction(fraction(text), digits)).toBe(expected));

  it.each([
    ['1/8', '0.125'],
    ['-7/20', '-0.35'],
    ['1/3', null],
    ['300', '300'],
    ['1/1048576', '0.00000095367431640625'],
  ])('exact decimal of %s is %s', (text, expected) => expect(exactDecimal(fraction(text))).toBe(expected));
});

it.each([
  ['2', '2/1'],
  ['2.0001', '3/1'],
  ['0', '0/1'],
  ['-2.5', '-2/1'],
])('ceiling of %s is %s', (text, expected) => expect(fractionText(ceiling(fraction(text)))).toBe(expected));

describe('figures of any length', () => {
  const digits = (min: number, max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
  const decimal = fc.tuple(fc.constantFrom('', '-'), digits(1, 20), fc.constantFrom(...[0, 1, 2, 5, 15, 16, 25]), digits(25, 25)).map(([sign, whole, places, decimals]) => `${sign}${whole}${places === 0 ? '' : `.${decimals.slice(0, places)}`}`);
  const runs = { numRuns: PROPERTY_RUNS };

  it('are read as they stand', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const point = text.indexOf('.');
        const places = point < 0 ? 0 : text.length - point - 1;
        expect(fractionText(fraction(text))).toBe(fractionText(fractionOf(BigInt(text.replace('.', '')), 10n ** BigInt(places))));
      }),
      runs,
    );
  });

  it('add up to what their fractions add up to', () => {
    const twoDigits = fc.tuple(fc.constantFrom('', '', '-'), fc.bigInt({ min: 0n, max: 10n ** 18n })).map(([sign, units]) => `${sign}${units}.25`);
    fc.assert(
      fc.property(fc.array(twoDigits, { maxLength: 8 }), (texts) => {
        expect(sumDecimals(texts, 2)).toBe(roundFraction(sum(texts.map(fraction)), { digits: 2, mode: 'truncate' }));
      }),
      runs,
    );
  });

  it('are read as they stand where they are quotients', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '-'), digits(1, 20), digits(1, 20), (sign, numerator, denominator) => {
        const text = `${sign}${numerator}/${denominator}`;
        if (BigInt(denominator) === 0n) expect(() => fraction(text)).toThrow(RangeError);
        else expect(fractionText(fraction(text))).toBe(fractionText(fractionOf(BigInt(sign + numerator), BigInt(denominator))));
      }),
      runs,
    );
  });

  it('are rounded to percent as their quotient is', () => {
    const whole = fc.oneof(fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }));
    const figure = fc.tuple(whole, fc.constantFrom(1n, 3n, 100n, 10n ** 6n)).map(([n, d]) => fractionOf(n, d));
    fc.assert(
      fc.property(figure, figure.filter((value) => !isZero(value)), (part, of) => {
        expect(roundPercent(part, of)).toBe(roundFraction(mul(div(part, of), HUNDRED), { digits: 2, mode: 'half_up' }));
      }),
      runs,
    );
  });
});
