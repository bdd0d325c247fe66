import type { CheckResult } from '~/app/domain/checks/finding';
import { runChecks } from '~/app/domain/checks/run-checks';
import type { Snapshot } from '~/app/domain/form/snapshot';
import { scoreSnapshot } from '~/app/domain/scoring/score-snapshot';
import type { ScoreSheet } from '~/app/domain/scoring/score-sheet';
import { findScore, findScoreSheet, type ScoreSummary } from '~/db/queries/score-sheets.server';
import type { TenantTransaction } from '~/db/tenant.server';

export interface SubmissionScores {
  /** The figures that count: those the department was ranked by. */
  readonly score: ScoreSummary;
  readonly sheet: ScoreSheet;
  readonly checks: CheckResult;
  /** The round was closed under an earlier engine: sheet and checks are computed anew to be looked at, and may differ from `score`. */
  readonly isRecomputed: boolean;
}

/** The scores of a submission with every derivation; null while it waits to be scored. */
export async function readScores(trx: TenantTransaction, submissionId: string, snapshot: Snapshot): Promise<SubmissionScores | null> {
  const stored = await findScoreSheet(trx, submissionId);
  if (stored) return { score: stored, sheet: stored.sheet, checks: stored.checks, isRecomputed: false };
  const score = await findScore(trx, submissionId);
  if (!score) return null;
  const sheet = scoreSnapshot(snapshot);
  return { score, sheet, checks: runChecks(snapshot, sheet), isRecomputed: true };
}
