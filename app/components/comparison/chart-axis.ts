import type { ScoreRateSpread } from '~/app/domain/ranking/compare-bureaus';

const FULL = 100;

/** Whole percents an axis of score rates runs over: from a step below the lowest to 100, in steps that leave five to ten labels. */
export function axisOf(spreads: readonly Pick<ScoreRateSpread, 'minimum'>[]): { readonly minimum: number; readonly maximum: number; readonly step: number } {
  const lowest = Math.min(FULL, ...spreads.map(({ minimum }) => Math.floor(Number(minimum))));
  const step = FULL - lowest <= 8 ? 1 : FULL - lowest <= 18 ? 2 : FULL - lowest <= 45 ? 5 : 10;
  const below = Math.floor(lowest / step) * step;
  const minimum = Math.max(0, below === lowest ? below - step : below);
  return { minimum, maximum: FULL, step };
}
