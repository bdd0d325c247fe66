import { describe, expect, test } from 'vitest';
import { addTallies, closingLine, isGreen, tallyOfExitCode, tallyOfPlaywright, tallyOfVitest } from './tally';

const vitest = (passed: number, failed: number, pending = 0) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0 });

describe('tally', () => {
  test('the closing line names skipped tests only when there are any', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(closingLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });

  test('sums the parts', () => {
    const sum = addTallies([tallyOfExitCode(0), tallyOfExitCode(2), tallyOfVitest(vitest(5, 0, 2), 0)]);
    expect(sum).toEqual({ passed: 6, failed: 1, skipped: 2 });
  });

  test('a killed tool, a missing report and a file that does not load count as failed', () => {
    expect(tallyOfExitCode(null).failed).toBe(1);
    expect(tallyOfVitest(undefined, 0).failed).toBe(1);
    expect(tallyOfVitest('{', 0).failed).toBe(1);
    expect(tallyOfVitest(vitest(5, 0), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(tallyOfPlaywright('{}', 0).failed).toBe(1);
  });

  test('a flaky end-to-end test counts as failed', () => {
    const report = JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } });
    expect(tallyOfPlaywright(report, 1)).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  test('nothing run is not green', () => {
    expect(isGreen({ passed: 0, failed: 0, skipped: 4 })).toBe(false);
    expect(isGreen({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
    expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
  });
});
