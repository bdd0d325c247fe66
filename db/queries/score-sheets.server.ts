import type { CheckResult } from '~/app/domain/checks/finding';
import type { ScoreSheet } from '~/app/domain/scoring/score-sheet';
import type { DecimalText } from '~/app/domain/shared/decimal-text';
import type { Grade } from '~/app/domain/shared/grade';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { jsonText } from './json-text';

/** The figures of a score sheet that lists and rankings sort and show. */
export interface ScoreSummary {
  readonly score: DecimalText;
  readonly unrounded: string;
  readonly selfScore: DecimalText | null;
  readonly grade: Grade;
  readonly scoreRate: DecimalText;
  readonly missionScoreRate: DecimalText;
  readonly executionRate: DecimalText | null;
  /** Findings of level E or W. */
  readonly openFindings: number;
}

export interface ScoreSheetRecord extends ScoreSummary {
  readonly id: string;
  readonly submissionId: string;
  readonly engineVersion: string;
  readonly sheet: ScoreSheet;
  readonly checks: CheckResult;
  readonly computedAt: string;
}

/** The newest score sheet of a submission. */
export async function findScoreSheet(trx: TenantTransaction, submissionId: string): Promise<ScoreSheetRecord | undefined> {
  const row = await trx
    .selectFrom('score_sheets')
    .select(['id', 'submission_id', 'engine_version', 'score', 'unrounded', 'self_score', 'grade', 'score_rate', 'mission_score_rate'])
    .select(['execution_rate', 'open_findings', 'sheet', 'checks', 'computed_at'])
    .where('submission_id', '=', submissionId)
    .orderBy('computed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    submissionId: row.submission_id,
    engineVersion: row.engine_version,
    score: row.score,
    unrounded: row.unrounded,
    selfScore: row.self_score,
    grade: row.grade as Grade,
    scoreRate: row.score_rate,
    missionScoreRate: row.mission_score_rate,
    executionRate: row.execution_rate,
    openFindings: row.open_findings,
    sheet: row.sheet as ScoreSheet,
    checks: row.checks as CheckResult,
    computedAt: row.computed_at,
  };
}

/** Stores a score sheet once per submission and engine version; false when it was there already. */
export async function insertScoreSheet(
  trx: TenantTransaction,
  sheet: ScoreSummary & {
    readonly id: string;
    readonly submissionId: string;
    readonly engineVersion: string;
    readonly sheet: ScoreSheet;
    readonly checks: CheckResult;
  },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('score_sheets')
    .values({
      bureau_id: bureauOf(trx),
      id: sheet.id,
      submission_id: sheet.submissionId,
      engine_version: sheet.engineVersion,
      score: sheet.score,
      unrounded: sheet.unrounded,
      self_score: sheet.selfScore,
      grade: sheet.grade,
      score_rate: sheet.scoreRate,
      mission_score_rate: sheet.missionScoreRate,
      execution_rate: sheet.executionRate,
      open_findings: sheet.openFindings,
      sheet: jsonText(sheet.sheet),
      checks: jsonText(sheet.checks),
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'submission_id', 'engine_version']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}
