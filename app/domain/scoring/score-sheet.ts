import type { DecimalText } from '../shared/decimal-text';
import type { Grade } from '../shared/grade';
import type { ScoringRuleType } from './scoring-rule';
import type { TotalStep } from './total-trace';
import type { Trace } from './trace';

/** `missing`: an input is empty or unreadable and the rule's onMissing is block_submit; it counts 0 in the live total and blocks 报送. */
export type ItemStatus = 'scored' | 'missing' | 'excluded';

/** The score of one leaf indicator. All figures are decimal texts; `exact` is a fraction "n/d" in lowest terms. */
export interface ItemScore {
  readonly code: string;
  readonly primary: string;
  readonly secondary: string;
  readonly name: string;
  readonly weight: DecimalText;
  readonly exactWeight: string;
  readonly ruleType: ScoringRuleType;
  /** 目标值 and 实际完成值 as a clerk would print them (comparator, figure and unit); for a rate of inputs the actual is the rate. */
  readonly target: string;
  readonly actual: string;
  /** a/t in percent, 2 digits half-up, where both are numbers. */
  readonly completionRate: DecimalText | null;
  /** Whether the target is met; null where the question has no meaning. */
  readonly met: boolean | null;
  readonly status: ItemStatus;
  readonly exact: string;
  /** Code of the aggregate leaf this one counts into; its points are then not added to the total once more. */
  readonly partOf: string | null;
  /** 超额完成扣减 in points, exact; null where nothing came off. Already taken off `exact`, shown apart. */
  readonly overTargetDeduction: DecimalText | null;
  /** The score shown: rounded by the version's digits and mode. */
  readonly score: DecimalText;
  /** 自评得分 as typed (parsed), null when empty or unreadable. */
  readonly selfScore: DecimalText | null;
  readonly selfScoreReason: string;
  readonly deviationExplanation: string;
  /** Addresses that are empty or unreadable and that the rule needs. */
  readonly missing: readonly string[];
  readonly trace: Trace;
}

export interface ScoreTotal {
  /** Unrounded total: fraction "n/d", and its decimal expansion to 8 digits, truncated, with "…" when it goes on. */
  readonly exact: string;
  readonly unrounded: string;
  /** Rounded by the version: the score that grades and ranks. */
  readonly score: DecimalText;
  /** 满分: the full weight the total is measured against. */
  readonly fullScore: DecimalText;
  /** Sum of the item scores as shown; differs from `score` when items are only rounded for display. */
  readonly sumOfShownItems: DecimalText;
  /** Chinese sentence that explains the difference, null when there is none. */
  readonly roundingNote: string | null;
  /** Sum of 自评得分, an empty one counting as the system's score shown; null when none is typed or one is unreadable. */
  readonly selfScore: DecimalText | null;
  readonly grade: Grade;
  /** Every leaf has a score: before that the total says little. */
  readonly isComplete: boolean;
  /** From the items to the score, in the order of operations. */
  readonly steps: readonly TotalStep[];
}

export interface ProjectScore {
  readonly code: string;
  readonly name: string;
  readonly fundSource: string;
  readonly annualBudget: DecimalText | null;
  readonly executed: DecimalText | null;
  /** Percent, 2 digits half-up; null when the annual budget is zero or missing. */
  readonly executionRate: DecimalText | null;
  readonly execution: ItemScore;
  readonly items: readonly ItemScore[];
  readonly total: ScoreTotal;
}

/** Scores while a form is being filled in: everything of a score sheet but the hash that ties it to a frozen snapshot. */
export interface LiveScoreSheet {
  readonly engineVersion: string;
  readonly items: readonly ItemScore[];
  readonly total: ScoreTotal;
  /** Percent of the applicable weight, cut off after 8 digits (`percentRate`). */
  readonly scoreRate: DecimalText;
  /** 履职效能 points over 履职效能 weight in percent, cut off after 8 digits: second key of the tie chain. */
  readonly missionScoreRate: DecimalText;
  /** 部门预算资金支出率 in percent, cut off after 8 digits; null when the annual budget is zero or missing. */
  readonly executionRate: DecimalText | null;
  readonly projects: readonly ProjectScore[];
  readonly missing: readonly string[];
}

/** The scores of one snapshot, with the trace of every point. Pure function of the snapshot: same snapshot, same bytes. */
export interface ScoreSheet extends LiveScoreSheet {
  readonly snapshotHash: string;
}
