import type { RankingCandidate } from '../types';

/** A submitted department with unremarkable figures; tests state what matters. */
export function candidate(given: Partial<RankingCandidate> & { readonly assignmentId: string }): RankingCandidate {
  return {
    departmentId: `d-${given.assignmentId}`,
    departmentName: `部门${given.assignmentId}`,
    categoryId: 'c1',
    categoryName: '经济管理类',
    submissionId: given.score === null ? null : `s-${given.assignmentId}`,
    score: '90.00',
    selfScore: null,
    scoreRate: given.score === undefined ? '90.0000' : given.score,
    grade: 'excellent',
    missionScoreRate: '95.0000',
    executionRate: '98.0000',
    openFindings: 0,
    submittedAt: '2025-05-20T02:00:00Z',
    late: false,
    ...given,
  };
}
