import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOfRuns, PROPERTY_RUNS } from '../testing/property-runs';
import { scoreBinding, sheetOf, smallBasis } from './testing/score-one';

const RUNS = { numRuns: PROPERTY_RUNS };

/** Figures as whole millionths, the oracle's own representation: no parser and no fraction library behind it. */
const millionths = fc.oneof(
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.bigInt({ min: 0n, max: 10n ** 21n }),
  fc.constantFrom(0n, 1n, 1000000n, 10n ** 21n),
);
const target = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 21n }), fc.bigInt({ min: 1n, max: 10n ** 8n }), fc.constant(0n));
const comparator = fc.constantFrom('gt', 'gte', 'eq', 'lt', 'lte');
const rule = fc.constantFrom({ type: 'ratio' }, { type: 'ratio_reverse', variant: 'linear' }, { type: 'ratio_reverse', variant: 'simple' });
const weight = fc.bigInt({ min: 1n, max: 400n });

function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

type Share = readonly [numerator: bigint, denominator: bigint];

/** The share of the weight by domain.md §2.4, on whole millionths. */
function shareOf(kind: { type: string; variant?: string }, sign: string, t: bigint, a: bigint): Share {
  const downward = kind.type === 'ratio_reverse' || sign === 'lt' || sign === 'lte';
  if (downward) {
    if (a <= t) return [1n, 1n];
    if (t === 0n) return [0n, 1n];
    if (kind.variant === 'simple') return [t, a];
    return a >= 2n * t ? [0n, 1n] : [2n * t - a, t];
  }
  const counted = a < 0n ? 0n : a;
  if (t === 0n) return sign === 'eq' && counted > 0n ? [0n, 1n] : [1n, 1n];
  return counted >= t ? [1n, 1n] : [counted, t];
}

const score = (kind: object, sign: string, t: bigint, a: bigint, w: bigint, unit = '') =>
  scoreBinding({ target: decimal(t) + unit, comparator: sign, rule: kind }, { actual: decimal(a) + unit }, w.toString());

/** "n/d" as a pair. */
function pair(text: string): Share {
  const [numerator, denominator] = text.split('/');
  return [BigInt(numerator!), BigInt(denominator!)];
}

const atMost = (left: Share, right: Share): boolean => left[0] * right[1] <= right[0] * left[1];

describe('target against actual', () => {
  it('is exactly the rational an independent computation gives, and stays within 0 and the weight', () => {
    fc.assert(
      fc.property(rule, comparator, target, millionths, weight, (kind, sign, t, a, w) => {
        const exact = pair(score(kind, sign, t, a, w).exact);
        const [numerator, denominator] = shareOf(kind, sign, t, a);
        expect(exact[0] * denominator).toBe(numerator * w * exact[1]);
        expect(atMost([0n, 1n], exact) && atMost(exact, [w, 1n])).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never lower for a better actual', () => {
    fc.assert(
      fc.property(rule, comparator, target, millionths, millionths, (kind, sign, t, one, other) => {
        const downward = kind.type === 'ratio_reverse' || sign === 'lt' || sign === 'lte' || (t === 0n && sign === 'eq');
        const [worse, better] = downward === one > other ? [one, other] : [other, one];
        expect(atMost(pair(score(kind, sign, t, worse, 5n).exact), pair(score(kind, sign, t, better, 5n).exact))).toBe(true);
      }),
      RUNS,
    );
  });

  it('does not change with the unit the actual is typed in', () => {
    const units = fc.constantFrom(['万户', '户', 10000n], ['亿元', '万元', 10000n], ['万亩', '亩', 10000n], ['公里', '米', 1000n], ['吨', '公斤', 1000n]);
    fc.assert(
      fc.property(rule, units, target, fc.bigInt({ min: 0n, max: 10n ** 12n }), (kind, [large, small, factor], t, a) => {
        const binding = { target: decimal(t) + large, rule: kind };
        const inLarge = scoreBinding(binding, { actual: decimal(a) + large });
        const inSmall = scoreBinding(binding, { actual: decimal(a * (factor as bigint)) + small });
        const bare = scoreBinding(binding, { actual: decimal(a) });
        expect([inSmall.exact, bare.exact]).toEqual([inLarge.exact, inLarge.exact]);
      }),
      RUNS,
    );
  });
});

describe('a whole table', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 3000 }), fc.bigInt({ min: 1n, max: 999n })), { minLength: 1, maxLength: 12 });
  const basisOf = (weights: readonly bigint[]) =>
    smallBasis({
      totalWeight: '10000',
      indicators: weights.map((tenths, index) => ({
        code: `GL-${String(index + 1).padStart(2, '0')}`,
        weight: `${tenths / 10n}.${tenths % 10n}`,
        inputs: ['done', 'planned'].map((key) => ({ key, label: key, kind: 'decimal' })),
        rule: { type: 'ratio', measure: { kind: 'quotient', numerator: { input: 'done' }, denominator: { input: 'planned' } } },
      })),
    });

  it('totals the exact rational sum whatever the order of its indicators, and shows it rounded once', () => {
    fc.assert(
      fc.property(rows, fc.integer(), (parts, seed) => {
        const cells: Record<string, string> = {};
        parts.forEach(([done, planned], index) => {
          cells[`indicators.GL-${String(index + 1).padStart(2, '0')}.inputs.done`] = String(done);
          cells[`indicators.GL-${String(index + 1).padStart(2, '0')}.inputs.planned`] = String(planned);
        });
        const basis = basisOf(parts.map(([, , tenths]) => tenths));
        const turned = seed % parts.length;
        const { indicators } = basis.system;
        const rotated = { ...basis, system: { ...basis.system, indicators: [...indicators.slice(turned), ...indicators.slice(0, turned)] } };
        const { total } = sheetOf(basis, cells);
        expect({ ...sheetOf(rotated, cells).total, steps: [] }).toEqual({ ...total, steps: [] });

        let sum: Share = [0n, 1n];
        for (const [done, planned, tenths] of parts) {
          const [numerator, denominator]: Share = planned === 0 || done >= planned ? [tenths, 10n] : [tenths * BigInt(done), 10n * BigInt(planned)];
          sum = [sum[0] * denominator + numerator * sum[1], sum[1] * denominator];
        }
        const exact = pair(total.exact);
        expect(exact[0] * sum[1]).toBe(sum[0] * exact[1]);
        // Half-up on two digits: 100·x + ½ cut to a whole number.
        const cents = (200n * sum[0] + sum[1]) / (2n * sum[1]);
        expect(total.score.replace('.', '')).toBe(cents.toString().padStart(3, '0'));
      }),
      { numRuns: partOfRuns(5) },
    );
  });

  it('shares 40 points exactly among any number of slots', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), fc.boolean(), (count, short) => {
        const bindings = Array.from({ length: count }, () => ({ target: '3', rule: { type: 'ratio' } }));
        const basis = smallBasis({ bindings, points: '40', totalWeight: '40' });
        const cells = Object.fromEntries(basis.bindings.map((_, index) => [`indicators.LZ-${String(index + 1).padStart(2, '0')}.actual`, short && index === 0 ? '1' : '3']));
        const lost = 2n * 40n;
        const expected = short ? pair(`${BigInt(40 * 3 * count) - lost}/${3 * count}`) : ([40n, 1n] as const);
        const exact = pair(sheetOf(basis, cells).total.exact);
        expect(exact[0] * expected[1]).toBe(expected[0] * exact[1]);
      }),
      { numRuns: 50 },
    );
  });
});
