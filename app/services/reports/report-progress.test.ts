import { describe, expect, it } from 'vitest';
import { estimateSecondsLeft } from './report-progress';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 8, 0, second)).toISOString();

describe('time left', () => {
  it('goes by the pace of the last ones', () => {
    expect(estimateSecondsLeft([at(30), at(28), at(26), at(20)], 6, at(31))).toBeCloseTo(20);
  });

  it.each([
    ['too few are finished', [at(2), at(1)], 5, at(3)],
    ['nothing is left', [at(3), at(2), at(1)], 0, at(3)],
    ['nothing was finished for a minute', [at(3), at(2), at(1)], 5, at(64)],
  ])('cannot be told when %s', (_case, times, remaining, now) => {
    expect(estimateSecondsLeft(times, remaining, now)).toBeNull();
  });
});
