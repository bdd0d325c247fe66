import type { RankingCandidate } from '~/app/domain/ranking/types';
import { ENGINE_VERSION } from '~/app/domain/scoring/engine-version';
import type { AssignmentState } from '~/app/domain/round/assignment-state';
import type { Grade } from '~/app/domain/shared/grade';
import type { TenantTransaction } from '../tenant.server';
import type { ScoreSummary } from './score-sheets.server';
import { now } from './instants';

/** One row of the round board: a department, where it stands, and its newest submission with its score. */
export interface BoardRow {
  readonly assignmentId: string;
  readonly department: { readonly id: string; readonly code: string; readonly name: string };
  readonly category: { readonly id: string; readonly code: string; readonly name: string };
  readonly state: AssignmentState;
  readonly stateChangedAt: string;
  readonly isReturned: boolean;
  readonly isOverdue: boolean;
  readonly deadline: string;
  readonly extendedDeadline: string | null;
  /** Cells that hold text. */
  readonly filledCells: number;
  readonly submission: {
    readonly id: string;
    readonly number: number;
    readonly submittedAt: string;
    readonly late: boolean;
    /** null while the workers have not scored it, with this engine unless the round is closed. */
    readonly score: ScoreSummary | null;
  } | null;
}

function board(trx: TenantTransaction, roundId: string) {
  return trx
    .selectFrom('assignments as a')
    .innerJoin('rounds as r', (join) => join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.round_id'))
    .innerJoin('departments as d', (join) => join.onRef('d.bureau_id', '=', 'a.bureau_id').onRef('d.id', '=', 'a.department_id'))
    .innerJoin('department_categories as c', (join) => join.onRef('c.bureau_id', '=', 'a.bureau_id').onRef('c.id', '=', 'a.category_id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('submissions')
          .select(['submissions.id', 'submissions.submission_number', 'submissions.submitted_at', 'submissions.late'])
          .whereRef('submissions.bureau_id', '=', 'a.bureau_id')
          .whereRef('submissions.assignment_id', '=', 'a.id')
          .orderBy('submissions.submission_number', 'desc')
          .limit(1)
          .as('s'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('score_sheets')
          .select(['score', 'unrounded', 'self_score', 'grade', 'score_rate', 'mission_score_rate', 'execution_rate', 'open_findings'])
          .whereRef('score_sheets.bureau_id', '=', 'a.bureau_id')
          .whereRef('score_sheets.submission_id', '=', 's.id')
          .where((inner) => inner.or([inner('score_sheets.engine_version', '=', ENGINE_VERSION), inner('r.state', '!=', 'open')]))
          .orderBy('computed_at', 'desc')
          .limit(1)
          .as('h'),
      (join) => join.onTrue(),
    )
    .where('a.round_id', '=', roundId)
    .orderBy('c.sort_order')
    .orderBy('d.sort_order')
    .orderBy('d.code')
    .select(['a.id', 'a.state', 'a.state_changed_at', 'a.returned_at', 'a.extended_deadline'])
    .select(['d.id as department_id', 'd.code as department_code', 'd.name as department_name'])
    .select(['c.id as category_id', 'c.code as category_code', 'c.name as category_name'])
    .select(['s.id as submission_id', 's.submission_number', 's.submitted_at', 's.late'])
    .select(['h.score', 'h.unrounded', 'h.self_score', 'h.grade', 'h.score_rate', 'h.mission_score_rate', 'h.execution_rate', 'h.open_findings'])
    .select((eb) => {
      const deadline = eb.fn.coalesce('a.extended_deadline', 'r.submission_deadline');
      const unfinished = eb('a.state', 'in', ['not_started', 'filling', 'in_approval']);
      return [deadline.as('deadline'), eb.and([unfinished, eb(deadline, '<', now)]).as('is_overdue')];
    });
}

type ScoredRow = Awaited<ReturnType<ReturnType<typeof board>['execute']>>[number];

function toScoreSummary(row: ScoredRow): ScoreSummary | null {
  if (row.score === null) return null;
  return {
    score: row.score,
    unrounded: row.unrounded ?? '',
    selfScore: row.self_score,
    grade: row.grade as Grade,
    scoreRate: row.score_rate ?? '0',
    missionScoreRate: row.mission_score_rate ?? '0',
    executionRate: row.execution_rate,
    openFindings: row.open_findings ?? 0,
  };
}

function toSubmission(row: ScoredRow): BoardRow['submission'] {
  if (row.submission_id === null || row.submission_number === null || row.submitted_at === null) return null;
  return { id: row.submission_id, number: row.submission_number, submittedAt: row.submitted_at, late: row.late === true, score: toScoreSummary(row) };
}

/** Every department of a round, by category and official order. */
export async function listBoard(trx: TenantTransaction, roundId: string): Promise<readonly BoardRow[]> {
  const rows = await board(trx, roundId)
    .select((eb) =>
      eb
        .selectFrom('cells')
        .select((inner) => inner.cast<number>(inner.fn.countAll(), 'integer').as('filled'))
        .whereRef('cells.bureau_id', '=', 'a.bureau_id')
        .whereRef('cells.assignment_id', '=', 'a.id')
        .where('cells.typed_text', '!=', '')
        .as('filled_cells'),
    )
    .execute();
  return rows.map((row) => ({
    assignmentId: row.id,
    department: { id: row.department_id, code: row.department_code, name: row.department_name },
    category: { id: row.category_id, code: row.category_code, name: row.category_name },
    state: row.state as AssignmentState,
    stateChangedAt: row.state_changed_at,
    isReturned: row.returned_at !== null,
    isOverdue: row.is_overdue === true,
    deadline: row.deadline,
    extendedDeadline: row.extended_deadline,
    filledCells: row.filled_cells ?? 0,
    submission: toSubmission(row),
  }));
}

/** What a ranking by the system score is made of: each department with the score of its newest submission, null while it has none. */
export async function listRankingCandidates(trx: TenantTransaction, roundId: string): Promise<readonly RankingCandidate[]> {
  const rows = await board(trx, roundId).execute();
  return rows.map((row) => {
    const score = toScoreSummary(row);
    return {
      assignmentId: row.id,
      departmentId: row.department_id,
      departmentName: row.department_name,
      categoryId: row.category_id,
      categoryName: row.category_name,
      submissionId: row.submission_id,
      score: score?.score ?? null,
      selfScore: score?.selfScore ?? null,
      scoreRate: score?.scoreRate ?? null,
      grade: score?.grade ?? null,
      missionScoreRate: score?.missionScoreRate ?? null,
      executionRate: score?.executionRate ?? null,
      openFindings: score?.openFindings ?? 0,
      submittedAt: row.submitted_at,
      late: row.late === true,
    };
  });
}
