import { expect, it } from 'vitest';
import { scoreBinding } from '../testing/score-one';

const manual = (judged_points: string) => scoreBinding({ target: '有效提升', kind: 'qualitative', rule: { type: 'manual' } }, { judged_points, actual: '投诉下降三成' });

it.each([
  ['5', '5/1', true],
  ['4.5', '9/2', false],
  ['0', '0/1', false],
])('%s judged points are the score', (points, exact, met) => {
  expect(manual(points)).toMatchObject({ status: 'scored', exact, met, target: '有效提升', actual: '投诉下降三成' });
});

it('takes the weight as shown for full marks', () => {
  const item = scoreBinding({ target: '提升', kind: 'qualitative', rule: { type: 'manual' } }, { judged_points: '6.67' }, '6.6666666666666666');
  expect(item).toMatchObject({ score: '6.67', met: true });
});

it.each([[''], ['5.1'], ['较好']])('%j blocks', (points) => {
  expect(manual(points)).toMatchObject({ status: 'missing', missing: ['indicators.LZ-01.judged_points'] });
});
