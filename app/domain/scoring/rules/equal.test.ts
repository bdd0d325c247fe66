import { describe, expect, it } from 'vitest';
import { counterfactualOf } from '../counterfactual';
import { scoreBinding } from '../testing/score-one';

describe('equal: target, actual → points of 5', () => {
  const equal = { type: 'equal' };
  it.each([
    ['300天', '300', '5/1', true],
    ['300天', '301', '0/1', false],
    ['300天', '299.999', '0/1', false],
    ['0', '0', '5/1', true],
    ['-5%', '-5%', '5/1', true],
    ['1万亩', '10000亩', '5/1', true],
  ])('%s with %s scores %s', (target, actual, exact, met) => {
    expect(scoreBinding({ target, comparator: 'eq', rule: equal }, { actual })).toMatchObject({ status: 'scored', exact, met });
  });

  it.each([
    ['10', '10.5', '5/1'],
    ['10', '9.5', '5/1'],
    ['10', '9.49', '0/1'],
  ])('%s with %s within half scores %s', (target, actual, exact) => {
    expect(scoreBinding({ target, comparator: 'eq', rule: { ...equal, tolerance: '0.5' } }, { actual }).exact).toBe(exact);
  });

  it('says which way full marks lie', () => {
    expect(counterfactualOf(scoreBinding({ target: '10起', comparator: 'eq', rule: equal }, { actual: '12' })).toFullMarks).toBe('再减 2 起得满分');
    expect(counterfactualOf(scoreBinding({ target: '10起', comparator: 'eq', rule: equal }, { actual: '7' })).toFullMarks).toBe('再增 3 起得满分');
  });
});
