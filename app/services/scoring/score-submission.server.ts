import { countOpenFindings, runChecks } from '~/app/domain/checks/run-checks';
import { snapshotSchema } from '~/app/domain/form/snapshot';
import { scoreSnapshot } from '~/app/domain/scoring/score-snapshot';
import { findAssignment } from '~/db/queries/assignments.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { findLatestRanking } from '~/db/queries/rankings.server';
import { lockRound } from '~/db/queries/rounds.server';
import { findScoreSheet, insertScoreSheet } from '~/db/queries/score-sheets.server';
import { findSubmission } from '~/db/queries/submissions.server';
import { type TenantTransaction, withBureau } from '~/db/tenant.server';
import type { JobPayload } from '~/workers/jobs/catalog';
import type { Deps } from '../deps.server';
import { enqueue } from '../outbox/enqueue.server';
import { readRoundScores } from '../ranking/round-scores.server';
import { orderReports } from '../reports/order-reports.server';

export type ScoreOutcome =
  /** `alreadyScored`: another run was first; nothing was written. */
  | { readonly ok: true; readonly alreadyScored: boolean; readonly rankingOrdered: boolean }
  | { readonly ok: false; readonly reason: 'no_such_submission' };

async function load(trx: TenantTransaction, submissionId: string) {
  const submission = await findSubmission(trx, submissionId);
  if (!submission) return null;
  const assignment = await findAssignment(trx, submission.assignmentId);
  const sheet = await findScoreSheet(trx, submissionId);
  return assignment ? { submission, assignment, isScored: sheet !== undefined } : null;
}

/**
 * Scores a submission, checks it and orders its report; with the last score of a round that all departments have reported in, orders the
 * ranking. Safe to run any number of times: the score sheet is unique per submission and engine.
 */
export async function scoreSubmission(deps: Deps, { bureauId, submissionId }: JobPayload<'score-submission'>): Promise<ScoreOutcome> {
  const loaded = await withBureau(deps.db, bureauId, (trx) => load(trx, submissionId));
  if (!loaded) return { ok: false, reason: 'no_such_submission' };
  const { submission, assignment, isScored } = loaded;
  if (isScored) return { ok: true, alreadyScored: true, rankingOrdered: false };

  const snapshot = snapshotSchema.parse(submission.snapshot);
  const sheet = scoreSnapshot(snapshot);
  const checks = runChecks(snapshot, sheet);

  return withBureau(deps.db, bureauId, async (trx) => {
    // Lock first: of two last submissions scored at once, the second must see the first, or neither would order the ranking.
    const round = await lockRound(trx, assignment.round.id);
    const written = await insertScoreSheet(trx, {
      id: deps.ids(),
      submissionId,
      engineVersion: sheet.engineVersion,
      score: sheet.total.score,
      unrounded: sheet.total.unrounded,
      selfScore: sheet.total.selfScore,
      grade: sheet.total.grade,
      scoreRate: sheet.scoreRate,
      missionScoreRate: sheet.missionScoreRate,
      executionRate: sheet.executionRate,
      openFindings: countOpenFindings(checks),
      sheet,
      checks,
    });
    if (!written) return { ok: true, alreadyScored: true, rankingOrdered: false };
    await orderReports(deps, trx, [submissionId], null);
    await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
    const { isComplete } = await readRoundScores(trx, assignment.round.id);
    const isRankable = round?.state === 'open' || !(await findLatestRanking(trx, assignment.round.id));
    const rankingOrdered = isComplete && isRankable;
    if (rankingOrdered) await enqueue(trx, 'rank-round', { bureauId, roundId: assignment.round.id, requestedBy: null });
    return { ok: true, alreadyScored: false, rankingOrdered };
  });
}
