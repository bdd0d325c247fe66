import { describe, expect, it } from 'vitest';
import { counterfactualOf } from '../counterfactual';
import { scoreBinding } from '../testing/score-one';
import { traceRows } from '../trace-text';

/** 满意度赋分: ≥90 % full, 80–90 % 8/10, 60–80 % 5/10, below none (财预〔2021〕101号, example). */
const satisfaction = {
  type: 'band_table',
  measure: { kind: 'target_actual' },
  bands: [
    { atLeast: '90', points: '10' },
    { atLeast: '80', points: '8' },
    { atLeast: '60', points: '5' },
  ],
  otherwise: '0',
};
const score = (actual: string, weight = '10') => scoreBinding({ target: '≥90%', rule: satisfaction }, { actual }, weight);

describe('satisfaction', () => {
  it.each([
    ['100%', '10/1', true],
    ['90', '10/1', true],
    ['89.99%', '8/1', false],
    ['80%', '8/1', false],
    ['79.9', '5/1', false],
    ['60', '5/1', false],
    ['59.99', '0/1', false],
    ['-1', '0/1', false],
  ])('%s scores %s of 10', (actual, exact, met) => expect(score(actual)).toMatchObject({ status: 'scored', exact, met }));

  it('gives no more than the weight', () => expect(score('100%', '6').exact).toBe('6/1'));

  it('says which band it fell in, and the way to the next', () => {
    const item = score('79.9');
    expect(traceRows(item.trace).map((row) => `${row.label}｜${row.expression}｜${row.result}`)[2]).toBe('判断｜79.9 ≥ 60｜落在本档');
    expect(counterfactualOf(item)).toEqual({ toFullMarks: '再增 10.1%得满分', toOnePoint: '再增 0.1%多得 1 分' });
  });
});
