/** Counts of a bulk job, in the form the progress panel shows. */
export interface ReportCounts {
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
}

const FEWEST = 3;
const STALE_MS = 60_000;

/**
 * Seconds until `remaining` more are finished, at the pace of the last ones. `finishTimes` are ISO instants, newest first. Null when too few
 * are finished to tell, or the last one was finished so long ago that its pace says nothing.
 */
export function estimateSecondsLeft(finishTimes: readonly string[], remaining: number, now: string): number | null {
  if (remaining === 0) return null;
  const times = finishTimes.map((time) => Date.parse(time));
  const [newest] = times;
  const oldest = times.at(-1);
  if (newest === undefined || oldest === undefined || times.length < FEWEST) return null;
  if (Date.parse(now) - newest > STALE_MS) return null;
  const secondsEach = (newest - oldest) / (times.length - 1) / 1_000;
  return remaining * secondsEach;
}
