import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partOfRuns, PROPERTY_RUNS } from '../testing/property-runs';
import { withThousands } from '../shared/decimal-format';
import { compare, mul } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { directionOfName } from './direction-of-name';
import { exactConversion } from './exact-conversion';
import { parseTarget } from './parse-target';
import { readActual } from './read-actual';
import { targetInName } from './target-in-name';
import { KNOWN_UNITS } from './unit-table';

const runs = { numRuns: PROPERTY_RUNS };

const alphabet = [...'0123456789.,，．。 　-−+%％‰≥≦<=＞约超不少于过以上内万亿元户人亩起年月日底前完成率至～~—每/·()（）（百分比定性正反向季度OlM无零增长下降'];
const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 16 }));
const unit = fc.constantFrom('', '万元', '元/亩', '%', '户', '万户', '亩', '月', '每亩', '亿', '人/次');
const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.option(fc.integer({ min: 0, max: 999999 }), { nil: null }))
  .map(([whole, rest]) => (rest === null ? `${whole}` : `${whole}.${String(rest).padStart(6, '0')}`));
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

it('answers any text: a decimal, a day or a reason, and never throws', () => {
  fc.assert(
    fc.property(typed, typed, unit, fc.constantFrom(null, 2021), (text, other, measureUnit, year) => {
      const target = parseTarget(text, measureUnit, year);
      if (target.kind === 'number') expect(target.value).toMatch(/^-?\d+(\.\d+)?$/);
      if (target.kind === 'range') expect(compare(fraction(target.low), fraction(target.high))).toBeLessThanOrEqual(0);
      if (target.kind === 'date') expect(target.date).toMatch(/^(?:19|20|21)\d\d-\d\d-\d\d$/);
      if (target.kind === 'words') expect(target.reason).not.toBe('');
      const actual = readActual(other, target, year);
      if (actual.kind === 'number') expect(actual.value).toMatch(/^-?\d+(?:\.\d+|\/\d+)?$/);
      if (actual.kind === 'words') expect(actual.reason).not.toBe('');
      directionOfName(text);
      targetInName(text);
    }),
    runs,
  );
});

it.each(['1', '1,', '率', '1-', '每', '(', ' 1', '≥1%且', '12月'])('reads any length of %j at once', (piece) => {
  const long = piece.repeat(20000);
  const target = parseTarget(long, '', 2021);
  expect(target.kind).toBe('words');
  expect(readActual(long, parseTarget('≥1人'), 2021).kind).toBe('words');
  expect(targetInName(long)).toBeNull();
});

it('takes no number from a text with two numbers', () => {
  const glue = fc.constantFrom('人、', '%和', '个,', ';', '元 ', '吨稻谷', '户到', '个其中', ':', '人/', '万', '亿零', '次（', '个，比例');
  fc.assert(
    fc.property(decimal, glue, decimal, fc.constantFrom('', '%', '人', '万元', '个完成'), (left, between, right, end) => {
      const text = `${left}${between}${right}${end}`;
      expect(parseTarget(text).kind, text).not.toBe('number');
      expect(readActual(text, parseTarget('≥100人')).kind, text).toBe('words');
    }),
    runs,
  );
});

it('reads one figure in every spelling', () => {
  const signs = fc.constantFrom('', '≥', '≧', '>=', '＞=', '=>', '不少于', '不低于', '大于等于', '至少');
  fc.assert(
    fc.property(decimal, signs, fc.constantFrom('', '%', '人', '万亩', '亿元', '元/亩'), (figure, sign, written) => {
      const grouped = withThousands(figure);
      for (const number of [figure, grouped, grouped.replace(/,/g, '，'), fullWidth(figure), `00${figure}`]) {
        for (const text of [sign + number + written, `${sign} ${number} ${written}`, `　${sign}${number}${written} `]) {
          const target = parseTarget(text);
          expect(target, text).toMatchObject({ kind: 'number', value: figure, unit: written, comparator: sign === '' ? null : 'gte' });
        }
      }
    }),
    { numRuns: partOfRuns(10) },
  );
});

it('keeps both bounds of a range in every spelling', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 })).map(([a, b]) => [String(Math.min(a, b)), String(Math.max(a, b))] as const);
  fc.assert(
    fc.property(pair, fc.constantFrom('-', '–', '－', '~', '～', '至', '到', '—', ' - '), fc.constantFrom('%', '元', '万户'), ([low, high], dash, written) => {
      const texts = [`${low}${dash}${high}${written}`, `${low}${written}${dash}${high}${written}`, fullWidth(`${low}${dash}${high}`) + written];
      for (const text of texts) expect(parseTarget(text), text).toMatchObject({ kind: 'range', low, high, unit: written });
    }),
    { numRuns: partOfRuns(5) },
  );
});

const byBase = new Map<string, string[]>();
for (const [written, [base]] of KNOWN_UNITS) byBase.set(base, [...(byBase.get(base) ?? []), written]);
const sameBase = fc
  .constantFrom(...byBase.values())
  .chain((units) => fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units)))
  .chain(([from, to]) => fc.constantFrom('', '万', '亿', '千').map((multiplier) => [multiplier + from, to] as const));

it('converts there and back without loss', () => {
  fc.assert(
    fc.property(decimal, sameBase, (figure, [from, to]) => {
      const there = exactConversion(figure, from, to)!;
      const factor = fraction(there.factor);
      expect(compare(fraction(there.value), mul(fraction(figure), factor))).toBe(0);
      const back = exactConversion('1', to, from)!;
      expect(compare(mul(factor, fraction(back.factor)), fraction('1')), `${from} ${to}`).toBe(0);
    }),
    runs,
  );
});

it('reads an actual the same whichever unit of its kind it is typed in', () => {
  const units = fc.constantFrom(['万户', '户'], ['万亩', '亩'], ['亿元', '万元'], ['公里', '米'], ['吨', '公斤'], ['万元/亩', '元/亩'], ['公顷', '亩'] as const);
  fc.assert(
    fc.property(decimal, units, (figure, [large, small]) => {
      const target = parseTarget(`≥${figure}${large}`);
      const own = readActual(figure, target);
      const inSmall = exactConversion(figure, large!, small!)!.value;
      const converted = readActual(`${inSmall}${small}`, target);
      expect(own).toMatchObject({ kind: 'number', value: figure, conversion: null });
      if (converted.kind !== 'number') throw new Error(`${inSmall}${small}: ${JSON.stringify(converted)}`);
      expect(compare(fraction(converted.value), fraction(figure))).toBe(0);
    }),
    { numRuns: partOfRuns(5) },
  );
});
