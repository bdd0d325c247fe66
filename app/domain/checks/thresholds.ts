import type { IndicatorSystemVersion } from '../form/indicator-system-version';
import type { DecimalText } from '../shared/decimal-text';
import type { IndicatorEntry } from '../form/indicator-entry';
import { div, type Exact, HUNDRED } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { demandsOf } from './explain-when';

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

/** The limits a source is held against where nothing in it states others. */
export interface Thresholds {
  readonly overAchievement: OverAchievementThresholds;
  readonly execution: ExecutionThresholds;
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  overAchievement: { warnAt: fraction('1.2'), explainAt: fraction('1.3'), suggestAt: fraction('1.5') },
  execution: { yellow: fraction('0.8'), red: fraction('0.6') },
};

/** The limits of one leaf: what its rule asks for first, then what the version says, then the usual ones. */
export function overAchievementOf({ overAchievement }: Thresholds, entry: IndicatorEntry): OverAchievementThresholds {
  const stated = entry.overAchievement;
  const limits =
    stated === null
      ? overAchievement
      : { warnAt: fraction(stated.warnAt), explainAt: fraction(stated.explainAt), suggestAt: fraction(stated.suggestAt) };
  const [demand] = demandsOf(entry, 'over_target');
  return demand === undefined ? limits : { ...limits, explainAt: fraction(demand.from) };
}

/** The limits of a form's tables. */
export function thresholdsOf({ executionAlerts }: IndicatorSystemVersion): Thresholds {
  if (executionAlerts === undefined) return DEFAULT_THRESHOLDS;
  const share = (percent: DecimalText): Exact => div(fraction(percent), HUNDRED);
  return { ...DEFAULT_THRESHOLDS, execution: { yellow: share(executionAlerts.yellow), red: share(executionAlerts.red) } };
}
