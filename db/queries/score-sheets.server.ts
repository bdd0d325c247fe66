import type { CheckResult } from '~/app/domain/checks/finding';
import { ENGINE_VERSION } from '~/app/domain/scoring/engine-version';
import type { ScoreSheet } from '~/app/domain/scoring/score-sheet';
import type { DecimalText } from '~/app/domain/shared/decimal-text';
import type { Grade } from '~/app/domain/shared/grade';
import type { Row } from '../rows';
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

/**
 * The score sheet of a submission as this engine writes it; undefined while it is to be scored, or to be scored again. Sheets of another engine stay
 * stored, but what they hold may have another shape: their figures are read by `findScore`, their derivations by nobody.
 */
export async function findScoreSheet(trx: TenantTransaction, submissionId: string): Promise<ScoreSheetRecord | undefined> {
  const row = await trx
    .selectFrom('score_sheets')
    .select(['id', 'submission_id', 'engine_version', 'score', 'unrounded', 'self_score', 'grade', 'score_rate', 'mission_score_rate'])
    .select(['execution_rate', 'open_findings', 'sheet', 'checks', 'computed_at'])
    .where('submission_id', '=', submissionId)
    .where('engine_version', '=', ENGINE_VERSION)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    submissionId: row.submission_id,
    engineVersion: row.engine_version,
    ...summaryOf(row),
    sheet: row.sheet as ScoreSheet,
    checks: row.checks as CheckResult,
    computedAt: row.computed_at,
  };
}

type SummaryRow = Pick<Row<'score_sheets'>, 'score' | 'unrounded' | 'self_score' | 'grade' | 'score_rate' | 'mission_score_rate' | 'execution_rate' | 'open_findings'>;

function summaryOf(row: SummaryRow): ScoreSummary {
  return {
    score: row.score,
    unrounded: row.unrounded,
    selfScore: row.self_score,
    grade: row.grade as Grade,
    scoreRate: row.score_rate,
    missionScoreRate: row.mission_score_rate,
    executionRate: row.execution_rate,
    openFindings: row.open_findings,
  };
}

/**
 * The figures of a submission's score that count: this engine's, or the newest of any engine where nothing is scored again, because the round is no longer
 * open or a later submission has taken this one's place. Undefined while there are none.
 */
export async function findScore(trx: TenantTransaction, submissionId: string): Promise<ScoreSummary | undefined> {
  const row = await trx
    .selectFrom('score_sheets as h')
    .innerJoin('submissions as s', (join) => join.onRef('s.bureau_id', '=', 'h.bureau_id').onRef('s.id', '=', 'h.submission_id'))
    .innerJoin('assignments as a', (join) => join.onRef('a.bureau_id', '=', 's.bureau_id').onRef('a.id', '=', 's.assignment_id'))
    .innerJoin('rounds as r', (join) => join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.round_id'))
    .select(['h.score', 'h.unrounded', 'h.self_score', 'h.grade', 'h.score_rate', 'h.mission_score_rate', 'h.execution_rate', 'h.open_findings'])
    .where('h.submission_id', '=', submissionId)
    .where((eb) => {
      const later = eb
        .selectFrom('submissions as later')
        .select('later.id')
        .whereRef('later.bureau_id', '=', 's.bureau_id')
        .whereRef('later.assignment_id', '=', 's.assignment_id')
        .whereRef('later.submission_number', '>', 's.submission_number');
      return eb.or([eb('h.engine_version', '=', ENGINE_VERSION), eb('r.state', '!=', 'open'), eb.exists(later)]);
    })
    .orderBy('h.computed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return summaryOf(row);
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
