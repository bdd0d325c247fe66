import type { RankingCandidate } from '~/app/domain/ranking/types';
import { listAssignmentsOfRound } from '~/db/queries/assignments.server';
import { listRankingCandidates } from '~/db/queries/board.server';
import type { TenantTransaction } from '~/db/tenant.server';

export interface RoundScores {
  /** A department whose submission was returned and has not come again counts as 未提交, whatever it had reported before. */
  readonly candidates: readonly RankingCandidate[];
  /** Departments that have reported and whose score is not there yet. */
  readonly unscored: number;
  /** Every department has reported and is scored. */
  readonly isComplete: boolean;
}

/** What a ranking by the system score is made of right now. */
export async function readRoundScores(trx: TenantTransaction, roundId: string): Promise<RoundScores> {
  const assignments = await listAssignmentsOfRound(trx, roundId);
  const reported = new Set(assignments.filter(({ state }) => state === 'submitted' || state === 'accepted').map(({ id }) => id));
  const found = await listRankingCandidates(trx, roundId);
  const candidates = found.map((candidate): RankingCandidate => {
    if (reported.has(candidate.assignmentId)) return candidate;
    return { ...candidate, submissionId: null, score: null, selfScore: null, scoreRate: null, grade: null, missionScoreRate: null, executionRate: null, openFindings: 0, submittedAt: null, late: false };
  });
  const unscored = candidates.filter((candidate) => candidate.submissionId !== null && candidate.score === null).length;
  return { candidates, unscored, isComplete: found.length > 0 && unscored === 0 && reported.size === found.length };
}
