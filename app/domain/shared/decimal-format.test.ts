import { expect, it } from 'vitest';
import { formatMoney, formatPercent, percentFigure, withThousands } from './decimal-format';
import { fraction } from './fraction-text';

it.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-1234567.891', '-1,234,567.891'],
  ['1000000000000000', '1,000,000,000,000,000'],
  ['0.123456', '0.123456'],
])('%s with separators is %s', (decimal, expected) => expect(withThousands(decimal)).toBe(expected));

it.each([
  ['23758.69', '23,758.69'],
  ['89.974', '89.97'],
  ['2595.6250', '2,595.63'],
  ['-0.001', '0.00'],
])('money %s prints %s', (decimal, expected) => expect(formatMoney(decimal)).toBe(expected));

it('prints rates in percent', () => {
  expect(percentFigure(fraction('2374011/2375869'), 4)).toBe('99.9218');
  expect(formatPercent(fraction('12.5'))).toBe('1,250.00%');
});
