import type { DecimalText } from '../shared/decimal-text';
import type { Grade } from '../shared/grade';

/** What a ranking orders by. Named on every screen and export. */
export type RankingBasis = 'system_score' | 'self_score' | 'review_score';
export const RANKING_BASIS_NAMES: Readonly<Record<RankingBasis, string>> = { system_score: '系统测算分', self_score: '自评得分', review_score: '复核得分' };

/** Keys compared after the score, in this order (domain.md §6.2); what is still equal after the last one shares a rank. */
export const TIE_CHAIN = ['mission_score_rate', 'execution_rate', 'open_findings', 'submitted_at'] as const;
export type TieKey = (typeof TIE_CHAIN)[number];
export const TIE_KEY_NAMES: Readonly<Record<TieKey, string>> = {
  mission_score_rate: '履职效能得分率（高者在前）',
  execution_rate: '部门预算资金支出率（高者在前）',
  open_findings: '未消除的核查问题数（少者在前）',
  submitted_at: '报送时间（早者在前）',
};

/** One department's entry before ranking; `score` is the score of the ranking's basis, null while nothing is submitted (未提交). */
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
  /** How many entries of its category share the category rank. */
  readonly categorySharedBy: number;
  /**
   * What put this entry below the one listed before it: the score, a key of the tie chain, or "shared" when nothing did. Null for the
   * first entry and for entries not submitted.
   */
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
