import { describe, expect, it } from 'vitest';
import { counterfactualOf } from '../counterfactual';
import { scoreBinding } from '../testing/score-one';
import { traceRows } from '../trace-text';

const zero = { type: 'range' };
const proportional = { type: 'range', outside: 'proportional' };

describe('range 90–95 % → points of 5', () => {
  it.each([
    ['90%', '5/1', '5/1', true],
    ['92.5', '5/1', '5/1', true],
    ['95', '5/1', '5/1', true],
    ['89.99', '0/1', '8999/1800', false],
    ['45', '0/1', '5/2', false],
    ['95.01', '0/1', '9499/1900', false],
    ['142.5', '0/1', '5/2', false],
    ['190', '0/1', '0/1', false],
    ['250', '0/1', '0/1', false],
    ['-3', '0/1', '0/1', false],
  ])('%s scores %s, in proportion %s', (actual, strict, share, met) => {
    expect(scoreBinding({ target: '90-95%', rule: zero }, { actual })).toMatchObject({ exact: strict, met });
    expect(scoreBinding({ target: '90-95%', rule: proportional }, { actual })).toMatchObject({ exact: share, met });
  });

  it('a ratio rule scores a range in proportion', () => {
    expect(scoreBinding({ target: '90%～95%', rule: { type: 'ratio' } }, { actual: '45%' }).exact).toBe('5/2');
  });

  it('derives what happened', () => {
    const item = scoreBinding({ target: '90-95%', rule: proportional }, { actual: '114' });
    expect(item).toMatchObject({ target: '90–95%', actual: '114%' });
    expect(counterfactualOf(item).toFullMarks).toBe('再减 19%得满分');
    expect(traceRows(item.trace).map((row) => `${row.expression}｜${row.result}`).slice(3)).toEqual([
      '114 ＞ 95｜高于目标区间，按超出幅度扣减',
      '〔1 −（114 − 95）÷ 95〕× 5｜4 分',
      '本项不取整，总分统一四舍五入保留 2 位小数；显示时按同一方式取 2 位小数｜4.00 分',
    ]);
  });

  it('needs a target with two bounds', () => {
    expect(scoreBinding({ target: '90%', rule: zero }, { actual: '92' })).toMatchObject({ status: 'missing', score: '0.00' });
  });
});
