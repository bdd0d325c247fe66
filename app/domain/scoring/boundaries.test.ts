import { describe, expect, it } from 'vitest';
import { counterfactualOf } from './counterfactual';
import { createLiveScorer } from './live-scorer';
import { scoreBinding, sheetOf, scoreCommon, smallBasis } from './testing/score-one';

const RATIO = { type: 'ratio' };
const LINEAR = { type: 'ratio_reverse', variant: 'linear' };
const SIMPLE = { type: 'ratio_reverse', variant: 'simple' };
const EQUAL = { type: 'equal' };
const MET = { type: 'direct', condition: { kind: 'target_met' } };

describe('a target and an actual at the edge', () => {
  it.each([
    // Target 0: nothing is divided. More than none is nothing for =, ≤ and both reverses; ≥ 0 is always met.
    [RATIO, '=', '0起', '0起', '5/1'],
    [RATIO, '=', '0起', '1起', '0/1'],
    [RATIO, '=', '0起', '-1起', '5/1'],
    [RATIO, '≤', '0起', '0', '5/1'],
    [RATIO, '≤', '0起', '0.000001', '0/1'],
    [RATIO, '≥', '0', '0', '5/1'],
    [RATIO, '≥', '0', '-3', '5/1'],
    [LINEAR, '≤', '0', '0', '5/1'],
    [LINEAR, '≤', '0', '1', '0/1'],
    [SIMPLE, '≤', '0', '0', '5/1'],
    [SIMPLE, '≤', '0', '1', '0/1'],
    // a < 0 counts as 0 against a target that is not negative, and is met where less is better.
    [RATIO, '≥', '10', '-1', '0/1'],
    [RATIO, '≤', '10', '-1', '5/1'],
    [LINEAR, '≤', '10', '-1', '5/1'],
    [SIMPLE, '≤', '10', '-1', '5/1'],
    // A negative target admits no ratio.
    [RATIO, '≥', '-5%', '-5%', '5/1'],
    [RATIO, '≥', '-5%', '-5.01%', '0/1'],
    [RATIO, '≤', '-5%', '-5%', '5/1'],
    [RATIO, '≤', '-5%', '-4.99%', '0/1'],
    // a = t, and the smallest step on either side.
    [RATIO, '≥', '10', '10', '5/1'],
    [RATIO, '≥', '10', '9.999999', '9999999/2000000'],
    [RATIO, '＞', '10', '10', '5/1'],
    [RATIO, '≤', '10', '10', '5/1'],
    [RATIO, '≤', '10', '10.000001', '9999999/2000000'],
    [RATIO, '＜', '10', '10', '5/1'],
    [SIMPLE, '≤', '10', '10.000001', '50000000/10000001'],
    [EQUAL, '=', '10', '10.0', '5/1'],
    [EQUAL, '=', '10', '10.000001', '0/1'],
    [EQUAL, '=', '10', '9.999999', '0/1'],
    [MET, '≥', '10', '10', '5/1'],
    [MET, '≥', '10', '9.999999', '0/1'],
    [MET, '≤', '10', '10.000001', '0/1'],
    // a = 2t ends the linear reverse; the simple one gives half.
    [LINEAR, '≤', '10', '19.999999', '1/2000000'],
    [LINEAR, '≤', '10', '20', '0/1'],
    [LINEAR, '≤', '10', '20.000001', '0/1'],
    [SIMPLE, '≤', '10', '20', '5/2'],
    [RATIO, '≤', '10', '20', '0/1'],
    [RATIO, '≥', '10', '20', '5/1'],
    // Figures at the edge of what is accepted.
    [RATIO, '≥', '1000000000000000', '999999999999999', '999999999999999/200000000000000'],
    [RATIO, '≥', '1000000000000000.000001', '1000000000000000', '5000000000000000000000/1000000000000000000001'],
    [RATIO, '≥', '10亿元', '9,999,999,999,999.99万元', '5/1'],
    [LINEAR, '≤', '1000000000000000', '1000000000000001', '999999999999999/200000000000000'],
  ])('%j %s%s against %s: %s', (rule, sign, target, actual, exact) => {
    const item = scoreBinding({ target: `${sign}${target}`, rule }, { actual });
    expect([item.status, item.exact]).toEqual(['scored', exact]);
  });
});

describe('grades at their lower bounds', () => {
  const inputs = [{ key: 'a', label: 'a', kind: 'decimal' }];
  const rule = { type: 'formula', expression: 'inputs.a', gives: 'points' };
  const total = (points: string) => sheetOf(smallBasis({ indicators: [{ weight: '100', inputs, rule }] }), { 'indicators.GL-01.inputs.a': points }).total;

  it.each([
    ['100', '100.00', 'excellent'],
    ['90', '90.00', 'excellent'],
    ['89.995', '90.00', 'excellent'],
    ['89.994999', '89.99', 'good'],
    ['80', '80.00', 'good'],
    ['79.99', '79.99', 'fair'],
    ['60', '60.00', 'fair'],
    ['59.9949', '59.99', 'poor'],
    ['0', '0.00', 'poor'],
    ['100.004', '100.00', 'excellent'],
  ])('%s points are shown as %s: %s', (points, score, grade) => {
    expect(total(points)).toMatchObject({ score, grade });
  });
});

describe('an empty denominator', () => {
  const inputs = ['a', 'b'].map((key) => ({ key, label: key, kind: 'decimal' as const }));
  const measure = { kind: 'quotient', numerator: { input: 'a' }, denominator: { input: 'b' } };
  const rules = [
    { type: 'ratio', measure },
    { type: 'band_table', measure, bands: [{ atLeast: '90', points: '5' }], otherwise: '0' },
    { type: 'deduction_per_unit', measure, fullUpTo: '0', step: '1', pointsPerStep: '1', stepMode: 'started' },
    { type: 'formula', expression: { op: 'divide', of: ['inputs.a', 'inputs.b'] }, gives: 'share' },
  ];

  it.each(rules)('is decided by the rule, never divided by: $type', (rule) => {
    const scores = (['full', 'zero', 'exclude'] as const).map((onZeroDenominator) => {
      const { status, exact } = scoreCommon({ weight: '5', inputs, rule: { ...rule, onZeroDenominator } }, { a: '3', b: '0' });
      return [status, exact];
    });
    expect(scores).toEqual([
      ['scored', '5/1'],
      ['scored', '0/1'],
      ['excluded', '0/1'],
    ]);
  });
});

describe('weights', () => {
  it('of 22.5 four times are 90 points, and 78.75 with one of them half done', () => {
    const basis = smallBasis({ bindings: ['8', '8', '8', '8'].map((target) => ({ target, rule: RATIO })), points: '90', totalWeight: '90' });
    const cells = Object.fromEntries(['8', '8', '4', '8'].map((actual, index) => [`indicators.LZ-0${index + 1}.actual`, actual]));
    const sheet = createLiveScorer(basis).score(cells);
    expect(sheet.items.slice(0, 4).map(({ weight, score }) => [weight, score])).toEqual([
      ['22.5', '22.50'],
      ['22.5', '22.50'],
      ['22.5', '11.25'],
      ['22.5', '22.50'],
    ]);
    expect(sheet.total).toMatchObject({ exact: '315/4', score: '78.75' });
  });

  it.each([
    ['total', '78.75'],
    ['item', '78.75'],
  ] as const)('that are not whole are rounded once, scope %s', (scope, score) => {
    const basis = smallBasis({ bindings: ['8', '8', '8', '8'].map((target) => ({ target, rule: RATIO })), points: '90', totalWeight: '90', rounding: { scope, digits: 2, mode: 'half_up' } });
    const cells = Object.fromEntries(['8', '8', '4', '8'].map((actual, index) => [`indicators.LZ-0${index + 1}.actual`, actual]));
    expect(createLiveScorer(basis).score(cells).total.score).toBe(score);
  });

  it.each([
    ['met', '10', '0/1'],
    ['missed', '3', '0/1'],
  ])('of 0 give no points and promise none: %s', (_name, actual, exact) => {
    const item = scoreBinding({ target: '10', rule: RATIO }, { actual }, '0');
    expect([item.status, item.exact, counterfactualOf(item).toFullMarks]).toEqual(['scored', exact, null]);
  });
});
