import { describe, expect, it } from 'vitest';
import { counterfactualOf } from '../counterfactual';
import { scoreBinding } from '../testing/score-one';
import { traceRows } from '../trace-text';

const upward = { type: 'ratio' };
const linear = { type: 'ratio_reverse', variant: 'linear' };
const simple = { type: 'ratio_reverse', variant: 'simple' };

describe('ratio: target, sign, actual → score of 5', () => {
  it.each([
    // ≥: full from the target on, no bonus above
    ['14.6万户', 'gte', '14.55万户', '1455/292', false],
    ['14.6万户', 'gte', '14.6万户', '5/1', true],
    ['10亿元', 'gte', '17.3亿元', '5/1', true],
    ['10亿元', 'gte', '100亿元', '5/1', true],
    ['10', 'gt', '10', '5/1', true],
    ['10', 'gte', '0', '0/1', false],
    ['10', 'gte', '-3', '0/1', false],
    ['10', 'gte', '9.999999', '9999999/2000000', false],
    // ＝: like ≥ when the target is above 0, all or nothing at 0
    ['100%', 'eq', '99%', '99/20', false],
    ['100%', 'eq', '101%', '5/1', true],
    ['0起', 'eq', '0起', '5/1', true],
    ['0起', 'eq', '1起', '0/1', false],
    ['0', 'eq', '-1', '5/1', true],
    // ≥ 0 gives full marks to anything
    ['0', 'gte', '0', '5/1', true],
    ['0', 'gte', '-1', '5/1', true],
    // a negative target admits no ratio
    ['-5%', 'gte', '-5%', '5/1', true],
    ['-5%', 'gte', '-4%', '5/1', true],
    ['-5%', 'gte', '-6%', '0/1', false],
    // downward signs are scored in the reverse direction
    ['10次', 'lte', '10次', '5/1', true],
    ['10次', 'lte', '12次', '4/1', false],
    ['10次', 'lt', '20次', '0/1', false],
    ['0起', 'lte', '0起', '5/1', true],
    ['0起', 'lte', '1起', '0/1', false],
    // large figures stay exact
    ['1000000000000000', 'gte', '999999999999999', '999999999999999/200000000000000', false],
  ])('%s %s %s → %s', (target, comparator, actual, exact, met) => {
    const item = scoreBinding({ target, comparator, rule: upward }, { actual });
    expect(item).toMatchObject({ exact, met, status: 'scored' });
  });

  it('lets the sign in the target text decide', () => {
    expect(scoreBinding({ target: '≤10次', rule: upward }, { actual: '12次' })).toMatchObject({ exact: '4/1', target: '≤10次' });
  });

  it('shares weights without end exactly', () => {
    expect(scoreBinding({ target: '100%', rule: upward }, { actual: '100%' }, '22.5')).toMatchObject({ exact: '45/2', weight: '22.5', score: '22.50' });
    expect(scoreBinding({ target: '3', rule: upward }, { actual: '1' }, '5')).toMatchObject({ exact: '5/3', score: '1.67' });
  });

  it('says what would give full marks', () => {
    expect(counterfactualOf(scoreBinding({ target: '14.6万户', rule: upward }, { actual: '14.55' })).toFullMarks).toBe('再增 0.05 万户得满分');
    expect(counterfactualOf(scoreBinding({ target: '10', rule: upward }, { actual: '-3' })).toFullMarks).toBe('再增 13 得满分');
    expect(counterfactualOf(scoreBinding({ target: '0起', comparator: 'eq', rule: upward }, { actual: '2' })).toFullMarks).toBe('再减 2 起得满分');
    expect(counterfactualOf(scoreBinding({ target: '10', rule: upward }, { actual: '10' })).toFullMarks).toBeNull();
  });

  it('shows what was supposed when a unit is not written', () => {
    const rows = traceRows(scoreBinding({ target: '≥8 万亩', rule: upward }, { actual: '6' }).trace);
    expect(rows[1]).toMatchObject({ label: '实际完成值', expression: '填报“6”（未写单位，按目标值单位“万亩”读作 6万亩）', result: '6万亩' });
    expect(rows[3]).toMatchObject({ label: '计算', expression: '6 ÷ 8 × 5', result: '3.75 分' });
  });
});

describe('ratio_reverse: target, actual → linear and simple score of 5', () => {
  it.each([
    ['10', '9', '5/1', '5/1', true],
    ['10', '10', '5/1', '5/1', true],
    ['10', '12', '4/1', '25/6', false],
    ['10', '19.999', '1/2000', '50000/19999', false],
    ['10', '20', '0/1', '5/2', false],
    ['10', '30', '0/1', '5/3', false],
    ['10', '-1', '5/1', '5/1', true],
    ['0', '0', '5/1', '5/1', true],
    ['0', '-1', '5/1', '5/1', true],
    ['0', '0.000001', '0/1', '0/1', false],
    ['-5', '-5', '5/1', '5/1', true],
    ['-5', '-4', '0/1', '0/1', false],
  ])('%s, %s → %s, %s', (target, actual, byLine, byShare, met) => {
    expect(scoreBinding({ target, rule: linear }, { actual })).toMatchObject({ exact: byLine, met });
    expect(scoreBinding({ target, rule: simple }, { actual })).toMatchObject({ exact: byShare, met });
  });

  it('prints ≤ and the way back to full marks', () => {
    const item = scoreBinding({ target: '10次', rule: linear }, { actual: '12次' });
    expect(item).toMatchObject({ target: '≤10次', actual: '12次', completionRate: '120.00' });
    expect(counterfactualOf(item).toFullMarks).toBe('再减 2 次得满分');
    expect(traceRows(item.trace)[3]).toMatchObject({ label: '计算', expression: '〔1 −（12 − 10）÷ 10〕× 5', result: '4 分' });
  });
});

describe('what is missing', () => {
  it.each([
    [{}, 'missing', ['indicators.LZ-01.actual']],
    [{ actual: ' ' }, 'missing', ['indicators.LZ-01.actual']],
    [{ actual: '无' }, 'missing', ['indicators.LZ-01.actual']],
    [{ actual: '约10' }, 'missing', ['indicators.LZ-01.actual']],
  ])('%j blocks', (cells, status, missing) => {
    expect(scoreBinding({ target: '10', rule: upward }, cells as Record<string, string>)).toMatchObject({ status, missing, score: '0.00', exact: '0/1', met: null });
  });

  it('counts 0 or does not apply when the rule says so, but never for text that cannot be read', () => {
    expect(scoreBinding({ target: '10', rule: { ...upward, onMissing: 'zero' } }, {})).toMatchObject({ status: 'scored', score: '0.00', missing: [] });
    expect(scoreBinding({ target: '10', rule: { ...upward, onMissing: 'exclude' } }, {})).toMatchObject({ status: 'excluded', missing: [] });
    expect(scoreBinding({ target: '10', rule: { ...upward, onMissing: 'exclude' } }, { actual: '若干' })).toMatchObject({ status: 'missing' });
  });

  it('cannot score a target in words by ratio', () => {
    const item = scoreBinding({ target: '有效提升', rule: upward }, { actual: '10' });
    expect(item).toMatchObject({ status: 'missing', target: '有效提升' });
    expect(traceRows(item.trace)[0]?.expression).toBe('目标值“有效提升”不是数字，不能按比例计分');
  });
});
