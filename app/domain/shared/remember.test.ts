import { describe, expect, it } from 'vitest';
import { remembering, rememberingPart } from './remember';

it('makes each value once, and no more than it may keep', () => {
  const made: string[] = [];
  const half = remembering(2, (text) => {
    made.push(text);
    return text === '' ? null : { text };
  });
  expect(half('a')).toBe(half('a'));
  expect(half('')).toBe(half(''));
  expect(made).toEqual(['a', '']);
  expect(half('b')).not.toBe(half('b'));
  expect(half('a')).toEqual({ text: 'a' });
  expect(made).toEqual(['a', '', 'b', 'b']);
});

describe('parts of texts', () => {
  it('are told apart whatever their length, and made once each', () => {
    const made: string[] = [];
    const part = rememberingPart(10, (text) => {
      made.push(text);
      return { text };
    });
    const cases: readonly (readonly [text: string, start: number, end: number])[] = [
      ['12', 2, 2],
      ['5元', 1, 2],
      ['5万元', 1, 3],
      ['5元万', 1, 3],
      ['5平方米', 1, 4],
      ['\u0000', 0, 1],
      ['\u0000元', 0, 2],
      ['\uffff\uffff', 0, 2],
      ['\uffff', 0, 1],
    ];
    for (const [text, start, end] of cases) expect(part(text, start, end)).toEqual({ text: text.slice(start, end) });
    for (const [text, start, end] of cases) expect(part(`x${text}y`, start + 1, end + 1)).toBe(part(text, start, end));
    expect(made).toEqual(['', '元', '万元', '元万', '平方米', '\u0000', '\u0000元', '\uffff\uffff', '\uffff']);
  });

  it('are kept up to the limit only', () => {
    const part = rememberingPart(1, (text) => ({ text }));
    expect(part('元', 0, 1)).toBe(part('元', 0, 1));
    expect(part('天', 0, 1)).not.toBe(part('天', 0, 1));
    expect(part('天', 0, 1)).toEqual({ text: '天' });
  });
});
