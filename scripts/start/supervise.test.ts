import { describe, expect, test } from 'vitest';
import { nextDelay } from './supervise';

describe('nextDelay', () => {
  test('doubles from one second up to thirty while the program keeps ending at once', () => {
    const delays: number[] = [];
    for (let delay = nextDelay(undefined, 0), count = 0; count < 7; delay = nextDelay(delay, 0), count += 1) delays.push(delay);
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  test('starts over after a minute of life', () => {
    expect(nextDelay(16_000, 60_000)).toBe(1_000);
    expect(nextDelay(16_000, 59_999)).toBe(30_000);
  });
});
