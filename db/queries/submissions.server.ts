import type { Snapshot } from '~/app/domain/form/snapshot';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { jsonText } from './json-text';
import { now } from './instants';

export interface SubmissionSummary {
  readonly id: string;
  readonly assignmentId: string;
  /** 1 for the first 报送 of an assignment. */
  readonly number: number;
  /** SHA-256 of the canonical JSON of the snapshot. */
  readonly snapshotHash: string;
  readonly submittedBy: string | null;
  readonly submittedAt: string;
  readonly late: boolean;
}

export interface SubmissionRecord extends SubmissionSummary {
  readonly snapshot: Snapshot;
}

const columns = ['id', 'assignment_id', 'submission_number', 'snapshot_hash', 'submitted_by', 'submitted_at', 'late'] as const;

interface SubmissionRow {
  id: string;
  assignment_id: string;
  submission_number: number;
  snapshot_hash: string;
  submitted_by: string | null;
  submitted_at: string;
  late: boolean;
}

function toSummary(row: SubmissionRow): SubmissionSummary {
  return {
    id: row.id,
    assignmentId: row.assignment_id,
    number: row.submission_number,
    snapshotHash: row.snapshot_hash,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    late: row.late,
  };
}

export async function findSubmission(trx: TenantTransaction, id: string): Promise<SubmissionRecord | undefined> {
  const row = await trx.selectFrom('submissions').select(columns).select('snapshot').where('id', '=', id).executeTakeFirst();
  return row && { ...toSummary(row), snapshot: row.snapshot as Snapshot };
}

export async function findLatestSubmission(trx: TenantTransaction, assignmentId: string): Promise<SubmissionRecord | undefined> {
  const row = await trx
    .selectFrom('submissions')
    .select(columns)
    .select('snapshot')
    .where('assignment_id', '=', assignmentId)
    .orderBy('submission_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...toSummary(row), snapshot: row.snapshot as Snapshot };
}

/** All submissions of one assignment, newest first. */
export async function listSubmissions(trx: TenantTransaction, assignmentId: string): Promise<readonly SubmissionSummary[]> {
  const rows = await trx.selectFrom('submissions').select(columns).where('assignment_id', '=', assignmentId).orderBy('submission_number', 'desc').execute();
  return rows.map(toSummary);
}

/**
 * Stores the frozen snapshot under the next number; the caller holds the assignment's lock. `submittedAt` is given only when a finished
 * round is loaded from a file; otherwise the database's clock says when.
 */
export async function insertSubmission(
  trx: TenantTransaction,
  submission: {
    readonly id: string;
    readonly assignmentId: string;
    readonly snapshot: Snapshot;
    readonly snapshotHash: string;
    readonly submittedBy: string | null;
    readonly late: boolean;
    readonly submittedAt?: string;
  },
): Promise<SubmissionSummary> {
  const row = await trx
    .insertInto('submissions')
    .values((eb) => ({
      bureau_id: bureauOf(trx),
      id: submission.id,
      assignment_id: submission.assignmentId,
      submission_number: eb
        .selectFrom('submissions as s')
        .select((inner) => inner(inner.fn.coalesce(inner.fn.max('s.submission_number'), inner.lit(0)), '+', inner.lit(1)).as('next'))
        .where('s.assignment_id', '=', submission.assignmentId),
      snapshot: jsonText(submission.snapshot),
      snapshot_hash: submission.snapshotHash,
      submitted_by: submission.submittedBy,
      late: submission.late,
      submitted_at: submission.submittedAt ?? now,
    }))
    .returning(columns)
    .executeTakeFirstOrThrow();
  return toSummary(row);
}
