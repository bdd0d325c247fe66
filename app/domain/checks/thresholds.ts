import type { IndicatorSystemVersion } from '../form/indicator-system-version';
import type { DecimalText } from '../shared/decimal-text';
import { type Exact, fraction } from '../shared/fraction';

/** From which share of its target a result is noted, must be explained, and makes the target itself doubtful (domain.md §2.4). 1 = the target. */
export interface OverAchievementThresholds {
  readonly warnAt: Exact;
  readonly explainAt: Exact;
  readonly suggestAt: Exact;
}

/** Below which execution rate a line is yellow, below which it is red (财预〔2020〕10号: low execution is explained separately). 1 = 100 %. */
export interface ExecutionThresholds {
  readonly yellow: Exact;
  readonly red: Exact;
}

/** The limits a bureau may set in its indicator system version. */
export interface Thresholds {
  readonly overAchievement: OverAchievementThresholds;
  readonly execution: ExecutionThresholds;
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  overAchievement: { warnAt: fraction('1.2'), explainAt: fraction('1.3'), suggestAt: fraction('1.5') },
  execution: { yellow: fraction('0.8'), red: fraction('0.6') },
};

/** The limits an indicator system version states, the usual ones where it states none. */
export function thresholdsOf(system: IndicatorSystemVersion): Thresholds {
  const { overAchievement } = system as { readonly overAchievement?: StatedOverAchievement };
  if (overAchievement === undefined) return DEFAULT_THRESHOLDS;
  const { warnAt, explainAt, suggestAt } = overAchievement;
  return { ...DEFAULT_THRESHOLDS, overAchievement: { warnAt: fraction(warnAt), explainAt: fraction(explainAt), suggestAt: fraction(suggestAt) } };
}

interface StatedOverAchievement {
  readonly warnAt: DecimalText;
  readonly explainAt: DecimalText;
  readonly suggestAt: DecimalText;
}
