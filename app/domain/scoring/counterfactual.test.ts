import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOfRuns } from '../testing/property-runs';
import { counterfactualOf } from './counterfactual';
import type { ItemScore } from './score-sheet';
import { beside, decimal, type Drawn, weight } from './testing/figures';
import type { InputLine, TargetLine } from './testing/oracle-lines';
import { order, quotient, scoreInputs, scoreTargets } from './testing/score-lines';

/** A change as the sentence states it: "再增 1,200.5 万户得满分". `isCut`: the amount goes on behind its last digit. */
interface Change {
  readonly amount: Drawn;
  readonly isCut: boolean;
  readonly raise: boolean;
}

function changeIn(sentence: string): Change {
  const [, word, amount = '', dots] = /再([增减]) ([\d,.]+)(…?)/.exec(sentence) ?? [];
  const [whole = '', decimals = ''] = amount.replace(/,/g, '').split('.');
  return { amount: { units: BigInt(whole + decimals), digits: decimals.length }, isCut: dots === '…', raise: word === '增' };
}

function plus(left: Drawn, right: Drawn, sign: 1n | -1n): Drawn {
  const digits = Math.max(left.digits, right.digits);
  const scaled = ({ units, digits: own }: Drawn): bigint => units * 10n ** BigInt(digits - own);
  return { units: scaled(left) + sign * scaled(right), digits };
}

/** The figure after the whole change (rounded up where the amount is cut off), and after a hair less than it. */
function applied(figure: Drawn, { amount, isCut, raise }: Change, hair: Drawn): { readonly enough: Drawn; readonly tooLittle: Drawn } {
  const direction = raise ? 1n : -1n;
  const whole = isCut ? plus(amount, { units: 1n, digits: amount.digits }, 1n) : amount;
  return { enough: plus(figure, whole, direction), tooLittle: plus(figure, isCut ? amount : plus(amount, hair, -1n), direction) };
}

const HAIR: Drawn = { units: 1n, digits: 8 };
/** What a department reports: up to a hundred million with three decimals, small numbers as often. */
const reported = fc.oneof(
  fc.record({ units: fc.bigInt({ min: 1n, max: 10n ** 11n }), digits: fc.constant(3) }),
  fc.record({ units: fc.bigInt({ min: 1n, max: 300n }), digits: fc.integer({ min: 0, max: 2 }) }),
);
const MISSING = { onMissing: 'block_submit' } as const;
const RATIO: TargetLine['bound']['rule'] = { type: 'ratio', measure: { kind: 'target_actual' }, ...MISSING, onZeroDenominator: 'full' };
const rule = fc.constantFrom<TargetLine['bound']['rule']>(
  RATIO,
  { type: 'ratio_reverse', variant: 'linear', ...MISSING },
  { type: 'ratio_reverse', variant: 'simple', ...MISSING },
  { type: 'equal', ...MISSING },
  { type: 'direct', condition: { kind: 'target_met' }, ...MISSING },
);
const limits = fc.constantFrom({}, {}, {}, { cap: '0.9' }, { floor: '0.3' }, { cap: '1', floor: '1' });

interface Case {
  readonly lineOf: (actual: Drawn) => TargetLine;
  readonly actual: Drawn;
  readonly points: Drawn;
}
const targetCase: fc.Arbitrary<Case> = fc
  .record({ rule, limits, target: fc.oneof(reported, fc.constant<Drawn>({ units: 0n, digits: 0 })), comparator: fc.constantFrom('gte', 'eq', 'lte'), tolerance: fc.option(reported, { nil: null }), points: weight })
  .chain((given) => beside(given.target, reported).map((actual) => ({ ...given, actual })))
  .map(({ rule: plain, limits: bounds, target, comparator, tolerance, actual, points }) => {
    const full = { ...plain, ...bounds, ...(plain.type === 'equal' && tolerance !== null ? { tolerance: decimal(tolerance) } : {}) } as TargetLine['bound']['rule'];
    return { actual, points, lineOf: lineWith({ kind: 'quantitative', unit: '户', comparator, target: `${decimal(target)}户`, rule: full }) };
  });
const rangeCase: fc.Arbitrary<Case> = fc
  .record({ low: reported, outside: fc.constantFrom('zero', 'proportional'), points: weight })
  .chain((given) => fc.oneof(beside(given.low, reported), beside({ ...given.low, units: 3n * given.low.units }, reported)).map((actual) => ({ ...given, actual })))
  .map(({ low, outside, actual, points }) => {
    const target = `${decimal(low)}户～${decimal({ ...low, units: 3n * low.units })}户`;
    return { actual, points, lineOf: lineWith({ kind: 'quantitative', unit: '户', comparator: 'gte', target, rule: { type: 'range', outside, ...MISSING } }) };
  });

function lineWith(bound: TargetLine['bound']): (actual: Drawn) => TargetLine {
  return (actual) => ({ bound, actual: `${decimal(actual)}户`, meaning: () => ({ way: 'empty', counts: 'blocks' }) });
}

const isFull = (item: ItemScore): boolean => order(item.exact, item.exactWeight) === 0;

/** What the sentences of a leaf promise is what comes of the change they state. */
function expectTrue(item: ItemScore, after: (change: Change) => { readonly enough: ItemScore; readonly tooLittle: ItemScore }): void {
  const { toFullMarks, toOnePoint } = counterfactualOf(item);
  if (toFullMarks !== null) {
    const { enough, tooLittle } = after(changeIn(toFullMarks));
    expect([toFullMarks, isFull(item), isFull(enough), isFull(tooLittle)]).toEqual([toFullMarks, false, true, false]);
  }
  if (toOnePoint !== null) {
    const [numerator, denominator] = quotient(item.exact);
    const { enough } = after(changeIn(toOnePoint));
    expect([toOnePoint, order(enough.exact, `${numerator + denominator}/${denominator}`) >= 0]).toEqual([toOnePoint, true]);
  }
}

describe('what would give full marks, and one more point', () => {
  it.each([
    ['a figure held against a target', targetCase],
    ['a figure held against a range', rangeCase],
  ])('is true of %s', (_name, cases) => {
    fc.assert(
      fc.property(cases, ({ lineOf, actual, points }) => {
        const item = scoreTargets([lineOf(actual)], points)[0]!;
        expectTrue(item, (change) => {
          const { enough, tooLittle } = applied(actual, change, HAIR);
          const [first, second] = scoreTargets([lineOf(enough), lineOf(tooLittle)], points);
          return { enough: first!, tooLittle: second! };
        });
      }),
      { numRuns: partOfRuns(2) },
    );
  });

  const hundred: Drawn = { units: 100n, digits: 0 };
  const share = fc.record({ units: fc.bigInt({ min: 1n, max: 30_000n }), digits: fc.constant(2) });

  /** Of 100, so that the figure typed is the rate in percent. */
  const line = (numerator: Drawn, given: InputLine['rule']): InputLine => ({
    inputs: ['a', 'b'].map((key) => ({ key, label: key, kind: 'decimal' })),
    typed: { a: decimal(numerator), b: decimal(hundred) },
    rule: given,
    meaning: { way: 'list', items: [] },
  });
  const measure = { kind: 'quotient', numerator: { input: 'a' }, denominator: { input: 'b' } } as const;
  const ofRate = fc.oneof(
    fc.constant<InputLine['rule']>({ type: 'ratio', measure, ...MISSING, onZeroDenominator: 'full' }),
    fc.record({ free: share, step: share, each: weight, begun: fc.boolean() }).map(
      ({ free, step, each, begun }): InputLine['rule'] => ({
        type: 'deduction_per_unit',
        measure,
        fullUpTo: decimal(free),
        step: decimal(step),
        pointsPerStep: decimal(each),
        stepMode: begun ? 'started' : 'continuous',
        ...MISSING,
        onZeroDenominator: 'full',
      }),
    ),
    fc.record({ best: share, points: weight }).map(
      ({ best, points }): InputLine['rule'] => ({
        type: 'band_table',
        measure,
        bands: [
          { atLeast: decimal(plus(best, best, 1n)), points: decimal(plus(points, points, 1n)) },
          { atLeast: decimal(best), points: decimal(points) },
        ],
        otherwise: '0',
        ...MISSING,
        onZeroDenominator: 'full',
      }),
    ),
  );

  it('is true of a rate of two figures', () => {
    fc.assert(
      fc.property(ofRate, share, weight, (given, numerator, points) => {
        const item = scoreInputs([line(numerator, given)], points)[0]!;
        expectTrue(item, (change) => {
          const { enough, tooLittle } = applied(numerator, change, HAIR);
          const [first, second] = scoreInputs([line(enough, given), line(tooLittle, given)], points);
          return { enough: first!, tooLittle: second! };
        });
      }),
      { numRuns: partOfRuns(2) },
    );
  });

  it('is true of things that are counted', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 40n }), weight, weight, (count, each, points) => {
        const counted = (number: Drawn): InputLine => ({
          inputs: [{ key: 'a', label: '问题', kind: 'count', unit: '个' }],
          typed: { a: decimal(number) },
          rule: { type: 'deduction_list', items: [{ input: 'a', pointsEach: decimal(each) }], ...MISSING },
          meaning: { way: 'list', items: [] },
        });
        const figure: Drawn = { units: count, digits: 0 };
        const item = scoreInputs([counted(figure)], points)[0]!;
        expectTrue(item, (change) => {
          const { enough, tooLittle } = applied(figure, change, { units: 1n, digits: 0 });
          const [first, second] = scoreInputs([counted(enough), counted(tooLittle)], points);
          return { enough: first!, tooLittle: second! };
        });
      }),
      { numRuns: partOfRuns(2) },
    );
  });
});
