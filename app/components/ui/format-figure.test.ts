import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFigure } from './format-figure';

describe('formatFigure', () => {
  test.each([
    ['23758.69', 2, '23,758.69'],
    ['231058.4', 2, '231,058.40'],
    ['0', 2, '0.00'],
    ['94.97505641', 2, '94.98'],
    ['1.005', 2, '1.01'],
    ['999.995', 2, '1,000.00'],
    ['12345678901234567890.123', 2, '12,345,678,901,234,567,890.12'],
    ['5', undefined, '5'],
    ['0.5000', undefined, '0.5000'],
  ])('%s with %s digits reads %s', (value, digits, text) => {
    expect(formatFigure(value, digits)).toEqual({ text, isNegative: false });
  });

  test('a negative figure carries a minus sign, zero none', () => {
    expect(formatFigure('-1234.5', 2)).toEqual({ text: '−1,234.50', isNegative: true });
    expect(formatFigure('-0.004', 2)).toEqual({ text: '0.00', isNegative: false });
  });

  test('empty is no figure, never 0', () => {
    for (const empty of [null, undefined, '']) expect(formatFigure(empty, 2)).toBeNull();
  });

  test('text that is no decimal stays as it stands', () => {
    expect(formatFigure('约3万', 2)).toEqual({ text: '约3万', isNegative: false });
  });

  test('shows the digits it was given, no other ones', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 1, max: 6 }), (scaled, digits) => {
        const sign = scaled < 0n ? '-' : '';
        const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
        const decimal = `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
        const shown = formatFigure(decimal, digits)?.text.replaceAll(',', '').replace('−', '-');
        expect(shown).toBe(scaled === 0n ? decimal.replace('-', '') : decimal);
      }),
    );
  });
});
