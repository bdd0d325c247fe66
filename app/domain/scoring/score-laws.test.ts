import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOfRuns } from '../testing/property-runs';
import { createLiveScorer } from './live-scorer';
import { replayTotal } from './total-trace';
import { beside, decimal, type Drawn, grouped, moved, positive, signed, weight } from './testing/figures';
import { filledForm, type OracleForm, oracleForm } from './testing/oracle-forms';
import { type InputLine, ratioLine, reverseLine, directLine, type TargetLine } from './testing/oracle-lines';
import { order, quotient, scoreInputs, scoreTargets } from './testing/score-lines';

const COMMON = { onMissing: 'block_submit', onZeroDenominator: 'full' } as const;
const form = oracleForm({ bound: [0, 5], common: [1, 5], project: [1, 5] });

const scoreForm = (given: OracleForm) => {
  const { basis, cells } = filledForm(given);
  return createLiveScorer(basis).score(cells);
};

describe('bounds', () => {
  it('no points are below 0 or above the weight, before the rounding; no total is below 0 or above the full score', () => {
    fc.assert(
      fc.property(form, (given) => {
        const sheet = scoreForm({ ...given, rounding: { ...given.rounding, scope: 'total', digits: 2 } });
        const project = sheet.projects[0]!;
        const outside = [...sheet.items, project.execution, ...project.items].filter((item) => order('0/1', item.exact) > 0 || order(item.exact, item.exactWeight) > 0);
        expect(outside).toEqual([]);
        for (const total of [sheet.total, project.total]) {
          const [whole, full] = [quotient(total.exact), quotient(`${total.fullScore.replace('.', '')}/1${'0'.repeat(total.fullScore.split('.')[1]?.length ?? 0)}`)];
          expect(whole[0] >= 0n && whole[0] * full[1] <= full[0] * whole[1]).toBe(true);
        }
      }),
      { numRuns: partOfRuns(10) },
    );
  });
});

/** The same line with another actual in the unit of its target. */
const withActual = (line: TargetLine, actual: Drawn): TargetLine => ({ ...line, actual: decimal(actual) });

describe('a better result never scores less', () => {
  const pair = fc.tuple(fc.oneof(ratioLine, reverseLine, directLine), signed, signed, weight);

  it('where a target is to be reached or not to be passed', () => {
    fc.assert(
      fc.property(pair, ([line, one, other, points]) => {
        const { bound } = line;
        const isZeroWanted = bound.comparator === 'eq' && /^0(\.0+)?\D*$/.test(bound.target) && bound.rule.type === 'ratio';
        const isDownward = bound.rule.type === 'ratio_reverse' || bound.comparator === 'lt' || bound.comparator === 'lte' || isZeroWanted;
        const [lower, higher] = scoreTargets([...inOrder(one, other).map((actual) => withActual(line, actual))], points);
        expect(order(isDownward ? higher!.exact : lower!.exact, isDownward ? lower!.exact : higher!.exact)).toBeLessThanOrEqual(0);
      }),
      { numRuns: partOfRuns(2) },
    );
  });

  it('where the result should lie within bounds: nearer to them is better', () => {
    const between = fc.record({ low: positive, outside: fc.constantFrom('zero', 'proportional'), one: positive, other: positive, isBelow: fc.boolean(), points: weight });
    fc.assert(
      fc.property(between, ({ low, outside, one, other, isBelow, points }) => {
        const high: Drawn = { units: 2n * low.units, digits: low.digits };
        const line: TargetLine = {
          bound: { kind: 'quantitative', unit: '户', comparator: 'gte', target: `${decimal(low)}户～${decimal(high)}户`, rule: { type: 'range', outside, onMissing: 'block_submit' } },
          actual: '',
          meaning: () => ({ way: 'empty', counts: 'blocks' }),
        };
        const away = (distance: Drawn): Drawn => plus(isBelow ? { ...distance, units: -distance.units } : distance, isBelow ? low : high);
        const [near, far] = scoreTargets(inOrder(one, other).map((distance) => withActual(line, away(distance))), points);
        expect(order(far!.exact, near!.exact)).toBeLessThanOrEqual(0);
      }),
      { numRuns: partOfRuns(4) },
    );
  });

  it('where a figure is entered into bands, steps and lists', () => {
    const sorted = fc.tuple(signed, fc.array(positive, { minLength: 1, maxLength: 4 })).map(([lowest, gaps]) => gaps.reduce((bounds, gap) => [plus(bounds[0]!, gap), ...bounds], [lowest]));
    const stepped = fc.record({ bands: sorted, free: signed, step: positive, each: positive, begun: fc.boolean(), one: signed, other: signed, points: weight });
    fc.assert(
      fc.property(stepped, ({ bands, free, step, each, begun, one, other, points }) => {
        const lines = (rule: InputLine['rule']): InputLine[] =>
          inOrder(one, other).map((figure) => ({ inputs: [{ key: 'a', label: 'a', kind: 'decimal' }], typed: { a: decimal(figure) }, rule, meaning: { way: 'list', items: [] } }));
        const value = { kind: 'value', operand: { input: 'a' } } as const;
        const banded = bands.map((from, index) => ({ atLeast: decimal(from), points: decimal({ units: BigInt(bands.length - index), digits: 0 }) }));
        const rising = scoreInputs(lines({ type: 'band_table', measure: value, bands: banded, otherwise: '0', ...COMMON }), points);
        expect(order(rising[0]!.exact, rising[1]!.exact)).toBeLessThanOrEqual(0);
        const stepMode = begun ? 'started' : 'continuous';
        const falling = [
          scoreInputs(lines({ type: 'deduction_per_unit', measure: value, fullUpTo: decimal(free), step: decimal(step), pointsPerStep: decimal(each), stepMode, ...COMMON }), points),
          scoreInputs(lines({ type: 'deduction_list', items: [{ input: 'a', pointsEach: decimal(each) }], onMissing: 'block_submit' }), points),
        ];
        for (const [lower, higher] of falling) expect(order(higher!.exact, lower!.exact)).toBeLessThanOrEqual(0);
      }),
      { numRuns: partOfRuns(8) },
    );
  });
});

describe('the same quantity in another unit', () => {
  const units = fc.constantFrom(
    ['万户', '户', 4],
    ['亿元', '万元', 4],
    ['亿元', '元', 8],
    ['万亩', '亩', 4],
    ['公里', '米', 3],
    ['吨', '公斤', 3],
    ['千瓦时', '万千瓦时', -4],
  ) as fc.Arbitrary<readonly [string, string, number]>;
  const measured = fc
    .record({ target: positive, units, rule: fc.constantFrom<TargetLine['bound']['rule']>({ type: 'ratio', measure: { kind: 'target_actual' }, ...COMMON }, { type: 'ratio_reverse', variant: 'linear', onMissing: 'block_submit' }, { type: 'ratio_reverse', variant: 'simple', onMissing: 'block_submit' }), isGrouped: fc.boolean(), points: weight })
    .chain((given) => beside(given.target, positive).map((actual) => ({ ...given, actual })));

  it('scores the same, whichever of the two is written in it', () => {
    fc.assert(
      fc.property(measured, ({ target, actual, units: [large, small, places], rule, isGrouped, points }) => {
        const line = (targetText: string, unit: string, typed: string): TargetLine => ({
          bound: { kind: 'quantitative', unit, comparator: 'gte', target: targetText, rule },
          actual: typed,
          meaning: () => ({ way: 'empty', counts: 'blocks' }),
        });
        const inSmall = (figure: Drawn): string => `${grouped(decimal(moved(figure, places)), isGrouped)}${small}`;
        const inLarge = (figure: Drawn): string => `${grouped(decimal(figure), isGrouped)}${large}`;
        const [plain, ...others] = scoreTargets(
          [
            line(inLarge(target), large, inLarge(actual)),
            line(inLarge(target), large, inSmall(actual)),
            line(inLarge(target), large, decimal(actual)),
            line(inSmall(target), small, inSmall(actual)),
            line(inSmall(target), small, inLarge(actual)),
          ],
          points,
        );
        expect(plain!.status).toBe('scored');
        expect(others.map(({ exact }) => exact)).toEqual(others.map(() => plain!.exact));
      }),
      { numRuns: partOfRuns(2) },
    );
  });
});

describe('the order of lines', () => {
  it('changes no points of a line and no total', () => {
    fc.assert(
      fc.property(form, (given) => {
        const turned: OracleForm = { ...given, bound: given.bound.toReversed(), common: given.common.toReversed(), project: given.project.toReversed() };
        const [one, other] = [scoreForm(given), scoreForm(turned)];
        const exacts = (sheet: typeof one, count: number, isTurned: boolean) => {
          const [bound, common] = [sheet.items.slice(0, count), sheet.items.slice(count)];
          const project = sheet.projects[0]!.items;
          return (isTurned ? [...bound.toReversed(), ...common.toReversed(), ...project.toReversed()] : [...bound, ...common, ...project]).map(({ exact }) => exact);
        };
        expect(exacts(other, given.bound.length, true)).toEqual(exacts(one, given.bound.length, false));
        const totals = (sheet: typeof one) => [sheet.total, sheet.projects[0]!.total].map(({ steps: _, ...total }) => total);
        expect(totals(other)).toEqual(totals(one));
      }),
      { numRuns: partOfRuns(10) },
    );
  });
});

describe('a total computed again from its steps', () => {
  it('is the total of the sheet, and notices points that are not the ones it was added up from', () => {
    fc.assert(
      fc.property(form, fc.nat(), (given, place) => {
        const sheet = scoreForm(given);
        const project = sheet.projects[0]!;
        for (const [total, items] of [[sheet.total, sheet.items] as const, [project.total, [project.execution, ...project.items]] as const]) {
          const points = new Map(items.map(({ code, exact }) => [code, exact]));
          expect(replayTotal(total.steps, (code) => points.get(code)!)).toEqual({ ok: true, score: total.score });
          const counted = items.filter(({ status }) => status !== 'excluded');
          const changed = counted[place % counted.length];
          if (changed === undefined) continue;
          const [numerator, denominator] = quotient(changed.exact);
          points.set(changed.code, `${numerator + 1n}/${denominator}`);
          expect(replayTotal(total.steps, (code) => points.get(code)!)).toEqual({ ok: false, step: 1 });
        }
      }),
      { numRuns: partOfRuns(10) },
    );
  });
});

function plus(left: Drawn, right: Drawn): Drawn {
  const digits = Math.max(left.digits, right.digits);
  const scaled = ({ units, digits: own }: Drawn): bigint => units * 10n ** BigInt(digits - own);
  return { units: scaled(left) + scaled(right), digits };
}

/** The lower figure first. */
function inOrder(one: Drawn, other: Drawn): readonly [Drawn, Drawn] {
  const isOrdered = plus(one, { ...other, units: -other.units }).units <= 0n;
  return isOrdered ? [one, other] : [other, one];
}
