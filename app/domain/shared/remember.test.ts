import { expect, it } from 'vitest';
import { remembering } from './remember';

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
