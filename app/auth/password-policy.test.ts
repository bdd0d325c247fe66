import { describe, expect, it } from 'vitest';
import { findPasswordProblem } from './password-policy';

const NAMES = ['zhang.wei', '张伟', '荔湾区财政局'];

describe('findPasswordProblem', () => {
  it.each([
    ['short-1a!', 'too_short'],
    ['', 'too_short'],
    ['aaaaaaaaaaaaaaaa', 'too_simple'],
    ['abababababababab', 'too_simple'],
    ['0123456789:;', 'too_simple'],
    ['1234567890123', 'too_simple'],
    ['abcdefghijklmn', 'too_simple'],
    ['nmlkjihgfedcba', 'too_simple'],
    ['Zhang.Wei-2025-x', 'holds_names'],
    ['ＺＨＡＮＧ．ＷＥＩ-2025', 'holds_names'],
    ['我在荔湾区财政局上班好多年', 'holds_names'],
    ['x'.repeat(500) + 'abcd'.repeat(200), 'too_long'],
  ])('refuses %j', (password, problem) => {
    expect(findPasswordProblem(password, NAMES)).toBe(problem);
  });

  it.each(['清晨六点去龙津路喝早茶吃肠粉', 'correct horse battery', 'b7K-m2Q-x9T-w4', '张伟喜欢在珠江边上慢跑十公里'])('takes %j', (password) => {
    expect(findPasswordProblem(password, NAMES)).toBeNull();
  });
});
