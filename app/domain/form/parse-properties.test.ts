import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withThousands } from '../shared/decimal-format';
import type { CellKind } from './form-model';
import { parseCell } from './parse-cell';
import { parseTarget } from './parse-target';

const KINDS: readonly CellKind[] = ['text', 'long_text', 'money', 'count', 'decimal', 'percent', 'quantity', 'yes_no', 'tier', 'points', 'date'];
const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,，． 　-−+%％≥≤><=约超万亿元户人起年月日()（）/无—以上内') }),
);

it('answers any text for any kind, and numbers only with decimal text', () => {
  fc.assert(
    fc.property(typed, fc.constantFrom(...KINDS), fc.constantFrom('', '万元', '%', '户', '万户', '亩'), (text, kind, unit) => {
      const parsed = parseCell({ kind, unit, required: true, maximum: '5', maxLength: 60 }, text);
      if (parsed.status === 'invalid') expect(parsed.reason).not.toBe('');
      if (parsed.status === 'ok' && parsed.value.kind === 'number') expect(parsed.value.decimal).toMatch(/^-?\d+(\.\d+)?$/);
      const target = parseTarget(text, unit);
      if (target.kind === 'number') expect(target.value).toMatch(/^-?\d+(\.\d+)?$/);
    }),
    { numRuns: 5000 },
  );
});

const plain = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 999999 })).map(([whole, rest]) => `${whole}.${String(rest).padStart(6, '0')}`);
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

it('reads the same figure in every spelling', () => {
  fc.assert(
    fc.property(plain, (figure) => {
      const value = (text: string) => {
        const parsed = parseCell({ kind: 'money', unit: '万元', required: true, maxLength: 60 }, text);
        return parsed.status === 'ok' && parsed.value.kind === 'number' ? parsed.value.decimal : parsed;
      };
      const grouped = withThousands(figure);
      for (const text of [grouped, grouped.replace(/,/g, '，'), grouped.replace(/,/g, ' '), fullWidth(grouped), ` ${figure} 万元`, `+${figure}`]) {
        expect(value(text), text).toBe(figure);
      }
    }),
    { numRuns: 1000 },
  );
});
