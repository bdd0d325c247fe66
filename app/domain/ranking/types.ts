import type { DecimalText } from '../shared/decimal-text';
import type { Grade } from '../shared/grade';

/** What a ranking orders by. Named on every screen and export. */
export type RankingBasis = 'system_score' | 'self_score' | 'review_score';

/** Keys compared after the score, in this order (domain.md §6.2); what is still equal after the last one shares a rank. */
export const TIE_CHAIN = ['mission_score_rate', 'execution_rate', 'open_findings', 'submitted_at'] as const;
export type TieKey = (typeof TIE_CHAIN)[number];

/** One department's entry before ranking; `score` is null while nothing is submitted (未提交). */
export interface RankingCandidate {
  readonly assignmentId: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly categoryId: string;
  readonly categoryName: string;
  readonly submissionId: string | null;
  readonly score: DecimalText | null;
  readonly selfScore: DecimalText | null;
  readonly scoreRate: DecimalText | null;
  readonly grade: Grade | null;
  readonly missionScoreRate: DecimalText | null;
  readonly executionRate: DecimalText | null;
  readonly openFindings: number;
  /** ISO instant. */
  readonly submittedAt: string | null;
  readonly late: boolean;
}

export interface RankedEntry extends RankingCandidate {
  /** Standard competition rank ("1, 2, 2, 4"); null when not submitted: listed after all others. */
  readonly rank: number | null;
  readonly categoryRank: number | null;
  /** How many entries share this rank (1 = alone). */
  readonly sharedBy: number;
  /** The tie key that put this entry below the one before it; null when the score alone decided, "shared" when nothing did. */
  readonly decidedBy: 'score' | TieKey | 'shared' | null;
  /** Percentile rank over all submitted (domain.md §6.3), 2 digits half-up; null for n = 1 or not submitted. */
  readonly percentile: DecimalText | null;
}

export interface Ranking {
  readonly basis: RankingBasis;
  readonly entries: readonly RankedEntry[];
  readonly statistics: {
    readonly submitted: number;
    readonly total: number;
    /** Over submitted entries; null when there is none. 2 digits half-up. */
    readonly mean: DecimalText | null;
    readonly median: DecimalText | null;
    readonly highest: DecimalText | null;
    readonly lowest: DecimalText | null;
    readonly grades: Readonly<Record<Grade, number>>;
  };
  /** Chinese footnote that states basis, tie chain and the treatment of 未提交. */
  readonly footnote: string;
}
