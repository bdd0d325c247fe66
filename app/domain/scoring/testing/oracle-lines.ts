import fc from 'fast-check';
import type { IndicatorInput, SlotBinding } from '../../form/indicator-system-version';
import type { ScoringRule } from '../scoring-rule';
import { beside, decimal, type Drawn, grouped, moved, notNegative, positive, share, signed, typedUnit, zero } from './figures';
import type { OracleLine, OracleMeasure, OracleOverTarget } from './sql-oracle';

/** What the oracle is told of a line; its weight is known only where it stands. */
export type Unweighted = OracleLine extends infer Line ? (Line extends unknown ? Omit<Line, 'weight'> : never) : never;

/** A line with an approved target, as it is bound and typed, beside what it means. */
export interface TargetLine {
  readonly bound: Pick<SlotBinding, 'target' | 'comparator' | 'rule' | 'kind' | 'unit'>;
  readonly actual: string;
  /** Takes the version's over-achievement: only a result above the target is one, never one that is worse than the target. */
  readonly meaning: (overTarget: OracleOverTarget | null) => Unweighted;
}

/** A line with figures of its own. */
export interface InputLine {
  readonly inputs: readonly IndicatorInput[];
  readonly rule: ScoringRule;
  readonly typed: Readonly<Record<string, string>>;
  readonly meaning: Unweighted;
}

type Bounds = { readonly cap?: string; readonly floor?: string };

const bounds: fc.Arbitrary<Bounds> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: share.map((cap) => ({ cap })) },
  { weight: 1, arbitrary: share.map((floor) => ({ floor })) },
);
const comparator = fc.constantFrom('gt', 'gte', 'eq', 'lt', 'lte');
const common = { onMissing: 'block_submit' } as const;
const onZeroDenominator = fc.constantFrom('full', 'zero', 'exclude');

/** Actual as typed: in the target's unit, another one or none; negative figures without separators. */
const typedActual = (actual: Drawn, [, unit, places]: readonly [string, string, number], isGrouped: boolean): string =>
  `${grouped(decimal(moved(actual, places)), isGrouped)}${unit}`;

/** A target and an actual beside it; the target is any figure, negative and zero ones too. */
const targetAndActual = fc
  .record({ target: signed, unit: typedUnit, isGrouped: fc.boolean(), sign: comparator, bounds })
  .chain((given) => beside(given.target, signed).map((actual) => ({ ...given, actual })));

type Given = typeof targetAndActual extends fc.Arbitrary<infer T> ? T : never;

function lineOf(given: Given, rule: ScoringRule, meaning: TargetLine['meaning']): TargetLine {
  const { target, actual, unit, isGrouped, sign } = given;
  return {
    bound: { kind: 'quantitative', unit: unit[0], comparator: sign, target: `${decimal(target)}${unit[0]}`, rule: { ...rule, ...given.bounds } as ScoringRule },
    actual: typedActual(actual, unit, isGrouped),
    meaning: (overTarget) => ({ ...meaning(overTarget), ...given.bounds }),
  };
}

const figures = ({ target, actual }: Given) => ({ target: decimal(target), actual: decimal(actual) });
const isDownward = (sign: Given['sign']): boolean => sign === 'lt' || sign === 'lte';
const beyond = (given: Given, overTarget: OracleOverTarget | null) => (overTarget !== null && !isDownward(given.sign) ? { overTarget } : {});

export const ratioLine = targetAndActual.map((given) =>
  lineOf(given, { type: 'ratio', measure: { kind: 'target_actual' }, ...common, onZeroDenominator: 'full' }, (overTarget) => ({
    way: isDownward(given.sign) ? 'at_most_linear' : 'at_least',
    zeroMeansNone: given.sign === 'eq',
    ...figures(given),
    ...beyond(given, overTarget),
  })),
);

export const reverseLine = fc.tuple(targetAndActual, fc.constantFrom('linear', 'simple')).map(([given, variant]) =>
  lineOf(given, { type: 'ratio_reverse', variant, ...common }, () => ({
    way: variant === 'linear' ? 'at_most_linear' : 'at_most_inverse',
    zeroMeansNone: true,
    ...figures(given),
  })),
);

export const equalLine = fc.tuple(targetAndActual, fc.option(notNegative, { nil: null })).map(([given, tolerance]) =>
  lineOf(given, { type: 'equal', ...(tolerance === null ? {} : { tolerance: decimal(tolerance) }), ...common }, (overTarget) => ({
    way: 'same',
    tolerance: decimal(tolerance ?? zero),
    ...figures(given),
    ...beyond(given, overTarget),
  })),
);

export const directLine = targetAndActual.map((given) =>
  lineOf(given, { type: 'direct', condition: { kind: 'target_met' }, ...common }, (overTarget) => ({
    way: isDownward(given.sign) ? 'met_from_above' : 'met_from_below',
    zeroMeansNone: false,
    ...figures(given),
    ...beyond(given, overTarget),
  })),
);

/** Two bounds, scored by the rule for ranges in both its forms, or by the ratio rule, which takes them in proportion. */
export const rangeLine = fc
  .record({ one: notNegative, width: notNegative, unit: typedUnit, isGrouped: fc.boolean(), bounds, form: fc.constantFrom('zero', 'proportional', 'ratio') })
  .chain((given) => {
    const digits = Math.max(given.one.digits, given.width.digits);
    const scaled = ({ units, digits: own }: Drawn): bigint => units * 10n ** BigInt(digits - own);
    const low: Drawn = { units: scaled(given.one), digits };
    const high: Drawn = { units: scaled(given.one) + scaled(given.width) + 1n, digits };
    return fc.oneof(beside(low, signed), beside(high, signed)).map((actual): TargetLine => {
      const { unit, form } = given;
      const rule: ScoringRule =
        form === 'ratio' ? { type: 'ratio', measure: { kind: 'target_actual' }, ...common, onZeroDenominator: 'full' } : { type: 'range', outside: form, ...common };
      return {
        bound: { kind: 'quantitative', unit: unit[0], comparator: 'gte', target: `${decimal(low)}${unit[0]}～${decimal(high)}${unit[0]}`, rule: { ...rule, ...given.bounds } as ScoringRule },
        actual: typedActual(actual, unit, given.isGrouped),
        meaning: () => ({ way: 'between', low: decimal(low), high: decimal(high), actual: decimal(actual), proportional: form !== 'zero', ...given.bounds }),
      };
    });
  });

/** An actual that is not there: it counts as nothing, is left out, or blocks. */
export const emptyLine = fc.tuple(fc.constantFrom('zero', 'exclude', 'block_submit'), bounds).map(([onMissing, limits]): TargetLine => ({
  bound: { kind: 'quantitative', unit: '', comparator: 'gte', target: '10', rule: { type: 'ratio', measure: { kind: 'target_actual' }, onMissing, onZeroDenominator: 'full', ...limits } },
  actual: '',
  meaning: () => ({ way: 'empty', counts: onMissing === 'block_submit' ? 'blocks' : onMissing, ...limits }),
}));

export const targetLine = fc.oneof(ratioLine, reverseLine, equalLine, directLine, rangeLine, emptyLine);

const input = (key: string): IndicatorInput => ({ key, label: key, kind: 'decimal' });

/** A measure by inputs `a` and `b`, with what is typed. Denominators are of either sign and now and then 0. */
const measured = fc.oneof(
  signed.map((value) => ({
    measure: { kind: 'value', operand: { input: 'a' } } as const,
    meaning: { of: 'value', value: decimal(value) } as OracleMeasure,
    typed: { a: decimal(value) } as Record<string, string>,
    inputs: [input('a')],
  })),
  fc
    .tuple(signed, fc.constantFrom('rate', 'absolute_rate', 'growth'))
    .chain(([denominator, of]) => fc.tuple(beside(denominator, signed), fc.boolean()).map(([numerator, isGrouped]) => ({ of, numerator, denominator, isGrouped })))
    .map(({ of, numerator, denominator, isGrouped }) => {
      const operands = [{ input: 'a' }, { input: 'b' }] as const;
      return {
        measure:
          of === 'growth'
            ? ({ kind: 'growth', current: operands[0], prior: operands[1] } as const)
            : ({ kind: 'quotient', numerator: operands[0], denominator: operands[1], ...(of === 'rate' ? {} : { absoluteNumerator: true }) } as const),
        meaning: { of, numerator: decimal(numerator), denominator: decimal(denominator) } as OracleMeasure,
        typed: { a: grouped(decimal(numerator), isGrouped), b: decimal(denominator) } as Record<string, string>,
        inputs: [input('a'), input('b')],
      };
    }),
);

export const shareLine = fc
  .tuple(measured.filter(({ measure }) => measure.kind === 'quotient'), onZeroDenominator, bounds)
  .map(([{ measure, meaning, typed, inputs }, onZero, limits]): InputLine => ({
    inputs,
    typed,
    rule: { type: 'ratio', measure, ...common, onZeroDenominator: onZero, ...limits },
    meaning: { way: 'share', measure: meaning, onZero, ...limits },
  }));

/** Points between −3 and 43, so that a band may lie outside 0 … weight. */
const points = fc.integer({ min: -30, max: 430 }).map((tenths) => decimal({ units: BigInt(tenths), digits: 1 }));

export const bandLine = fc
  .tuple(measured, onZeroDenominator, bounds, fc.array(fc.tuple(signed, points), { minLength: 1, maxLength: 5 }), points)
  .map(([{ measure, meaning, typed, inputs }, onZero, limits, bands, otherwise]): InputLine => ({
    inputs,
    typed,
    rule: { type: 'band_table', measure, bands: bands.map(([from, worth]) => ({ atLeast: decimal(from), points: worth })), otherwise, ...common, onZeroDenominator: onZero, ...limits },
    meaning: { way: 'bands', measure: meaning, onZero, bands: bands.map(([from, worth]) => ({ from: decimal(from), points: worth })), otherwise, ...limits },
  }));

export const stepLine = fc
  .record({ measured, onZero: onZeroDenominator, bounds, free: signed, step: positive, each: notNegative, begun: fc.boolean() })
  .map(({ measured: { measure, meaning, typed, inputs }, onZero, bounds: limits, ...given }): InputLine => {
    const [free, step, each] = [decimal(given.free), decimal(given.step), decimal(given.each)];
    const stepMode = given.begun ? 'started' : 'continuous';
    return {
      inputs,
      typed,
      rule: { type: 'deduction_per_unit', measure, fullUpTo: free, step, pointsPerStep: each, stepMode, ...common, onZeroDenominator: onZero, ...limits },
      meaning: { way: 'steps', measure: meaning, onZero, free, step, each, begun: given.begun, ...limits },
    };
  });

/** One to four items: counted things (a negative number is none), or answers that cost points when they are 是 or 否. */
const listItem = fc.tuple(
  fc.oneof(
    fc.bigInt({ min: -2n, max: 12n }).map((count) => ({ kind: 'decimal' as const, text: count.toString(), count: count.toString() })),
    fc.tuple(fc.boolean(), fc.constantFrom('yes', 'no', undefined)).map(([yes, when]) => ({
      kind: 'yes_no' as const,
      text: yes ? '是' : '否',
      when,
      count: yes === (when !== 'no') ? '1' : '0',
    })),
  ),
  fc.bigInt({ min: 0n, max: 300n }).map((hundredths) => decimal({ units: hundredths, digits: 2 })),
);

export const listLine = fc.tuple(fc.array(listItem, { minLength: 1, maxLength: 4 }), bounds).map(([items, limits]): InputLine => ({
  inputs: items.map(([{ kind }], index) => ({ key: `n${index}`, label: `事项${index}`, kind })),
  typed: Object.fromEntries(items.map(([{ text }], index) => [`n${index}`, text])),
  rule: {
    type: 'deduction_list',
    items: items.map(([item, each], index) => ({ input: `n${index}`, pointsEach: each, ...('when' in item && item.when !== undefined ? { when: item.when } : {}) })),
    ...common,
    ...limits,
  },
  meaning: { way: 'list', items: items.map(([{ count }, each]) => ({ count, each })), ...limits },
}));

export const inputLine = fc.oneof(shareLine, bandLine, stepLine, listLine);
