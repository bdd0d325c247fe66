/** How many checks passed, failed and were skipped. A static check (lint, types, layers, build) counts as one. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 };

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed, skipped: sum.skipped + one.skipped }),
    emptyTally,
  );
}

/** The closing line; tools read it, so its form is fixed. */
export function closingLine(tally: Tally): string {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`;
}

/** A run in which nothing passed proves nothing. */
export function isGreen(tally: Tally): boolean {
  return tally.failed === 0 && tally.passed > 0;
}

export function tallyOfExitCode(code: number | null): Tally {
  return code === 0 ? { ...emptyTally, passed: 1 } : { ...emptyTally, failed: 1 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
}

export function tallyOfVitest(report: string | undefined, code: number | null): Tally {
  const read = parse<VitestReport>(report);
  if (!read) return { ...emptyTally, failed: 1 };
  return withExitCode(
    { passed: read.numPassedTests, failed: read.numFailedTests, skipped: read.numPendingTests + read.numTodoTests },
    code,
  );
}

/** A flaky test passed only when repeated: it counts as failed. */
export function tallyOfPlaywright(report: string | undefined, code: number | null): Tally {
  const stats = parse<PlaywrightReport>(report)?.stats;
  if (!stats) return { ...emptyTally, failed: 1 };
  return withExitCode({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, code);
}

/** A file that does not load, or an error outside any test, fails the run without failing a test. */
function withExitCode(tally: Tally, code: number | null): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function parse<Report>(text: string | undefined): Report | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Report);
  } catch {
    return undefined;
  }
}
