import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/property-runs';
import { parseTarget } from './parse-target';
import { scanPlain } from './scan-plain';
import { readFigure, readPlainly, readWhole } from './read-figure';

const RUNS = { numRuns: PROPERTY_RUNS };
const sign = fc.constantFrom('', '≥', '≤', '>=', '<=', '=', '＞', '不少于', '不低于', '不小于', '不超过', '不高于', '不大于', '不多于', '至少', '至多', '不', '至', '-', '＝', '≥ ');
const unit = fc.oneof(
  fc.constantFrom('', '%', '‰', '万户', '起', '万元', '亿元', '亿', '元/人', '平方米', '个百分点', '月', '日', '年', '天', '人次', '多', '余', '左右', '以上', '完成', '个项目', '百分比', '半', '年底前'),
  fc.string({ unit: fc.constantFrom(...'万亿元户起个项目月日年前底完成率亩次以上多半%'), maxLength: 5 }),
);
const whole = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 16n }).map(String), fc.constantFrom('007', '1,234', '12,34', '1,234,567', '0', '00'));
const number = fc.tuple(whole, fc.constantFrom('', '.5', '.50', '.', '.1234567')).map(([left, right]) => left + right);
const spaced = fc.constantFrom('', ' ', '  ');
const typed = fc.tuple(spaced, sign, spaced, number, spaced, unit, spaced).map((parts) => parts.join(''));

const fullWidth = (text: string): string => text.replace(/[0-9.%,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const spelled = fc.tuple(typed, fc.constantFrom(true, false, false)).map(([text, isWide]) => (isWide ? fullWidth(text) : text));

/** The grammar of a plain text as one expression: sign, number, unit. */
const PLAIN =
  /^ ?(?:(≥|≤|>=|<=|不少于|不低于|不小于|不超过|不高于|不大于|不多于|至少|至多) ?|(=))?((?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.\d{1,12})?) ?([%‰\u4e00-\u9fff]{0,5}) ?$/;

describe('the scan', () => {
  const piece = fc.oneof(fc.constantFrom(...'  01234567890,,..≥≤><=%‰万户起-１a不至少'), fc.constantFrom('1,234', '12', '.5', ',000', '>=', '不超过', '123456789012345', '0.123456789012'));
  const anything = fc.oneof(typed, fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')));

  it('finds sign, number and unit where the grammar does, and nowhere else', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const match = PLAIN.exec(text);
        const expected = match && [match[1] ?? match[2] ?? '', match[3]!.replaceAll(',', ''), match[4]!];
        expect(scanPlain(text, (before, figure, whole, start, end) => [before, figure, whole.slice(start, end)])).toEqual(expected);
      }),
      RUNS,
    );
  });
});

describe('the short way', () => {
  it('reads what the whole reading reads', () => {
    fc.assert(
      fc.property(spelled, (text) => {
        const plainly = readPlainly(text);
        if (plainly !== null) expect({ ok: true, figure: plainly }).toEqual(readWhole(text));
        expect(readFigure(text)).toEqual(readWhole(text));
      }),
      RUNS,
    );
  });

  it('gives the target the long way gives', () => {
    fc.assert(
      // An ideographic space before the text keeps it off the short way and is no part of it.
      fc.property(typed, fc.constantFrom('', '%', '万户', '元', '月'), (text, measure) => {
        expect(parseTarget(text, measure, 2024)).toEqual(parseTarget(`\u3000${text}`, measure, 2024));
      }),
      RUNS,
    );
  });

  it.each(['≥85%', '14.55万户', '23,740.11', '2 起', '0', '≤ 10 次', '=100%'])('takes %s', (text) => expect(readPlainly(text)).not.toBeNull());
  it.each(['约10', '1,23', '３', '9月前', '10-12', '', '1e5', '= 5', '1,000,000,000,000,000', '1234567890123456', '0.1234567890123', '5个在建项目类'])('leaves %s to the whole reading', (text) => expect(readPlainly(text)).toBeNull());
});
