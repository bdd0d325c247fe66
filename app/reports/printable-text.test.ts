import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberedParagraphsOf, paragraphsOf, printableText } from './printable-text';

it.each([
  ['a\u202e001\u202cb', 'a001b'],
  ['a\u0000\u0007\u200bb', 'ab'],
  ['第一\t行', '第一 行'],
  ['<b>&amp;</b>', '<b>&amp;</b>'],
  ['坏\ud800字', '坏\ufffd字'],
  ['𬱖好', '𬱖好'],
])('prints %j as %j', (typed, printed) => {
  expect(printableText(typed)).toBe(printed);
});

it('keeps every character that can be printed, in its order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'预算执行率<>&"\'=+-@{}[]()%$#，。：；！？“”0123456789.') }), (typed) => {
      expect(printableText(typed)).toBe(typed);
    }),
  );
});

it('never leaves a control or a mark of direction', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const typed = String.fromCharCode(...units);
      expect(printableText(typed)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

it('takes each line as a paragraph', () => {
  expect(paragraphsOf('　　一\r\n\r\n  二 \n三\u2028四').map(({ text }) => text)).toEqual(['一', '二', '三', '四']);
});

it.each([
  ['（一）指标不精确。目标偏低。', '（一）指标不精确。', '目标偏低。'],
  ['（十二）单独成段', '（十二）单独成段', ''],
  ['（一）建立提醒机制，对专项资金办法到期、申报条件变化的项目，在年中监控时即提出目标调整申请，并逐项跟踪。', '', '（一）建立提醒机制，对专项资金办法到期、申报条件变化的项目，在年中监控时即提出目标调整申请，并逐项跟踪。'],
  ['1.不是标题。', '', '1.不是标题。'],
])('finds the heading at the beginning of %s', (typed, lead, text) => {
  expect(numberedParagraphsOf(typed)).toEqual([{ kind: 'paragraph', lead, text }]);
});
