import { bureauOf, type TenantTransaction } from '../tenant.server';
import { now } from './instants';

export type ReportState = 'queued' | 'rendering' | 'done' | 'failed' | 'cancelled';

export interface ReportRecord {
  readonly id: string;
  readonly submissionId: string;
  readonly kind: string;
  readonly format: string;
  readonly templateVersion: string;
  readonly state: ReportState;
  /** Set when done: where the file lies in the storage, its SHA-256, size and page count. */
  readonly storageKey: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly pages: number | null;
  /** Why it failed, in Chinese. */
  readonly error: string | null;
  readonly attempts: number;
  readonly requestedBy: string | null;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
}

function reports(trx: TenantTransaction) {
  return trx
    .selectFrom('reports as p')
    .select(['p.id', 'p.submission_id', 'p.kind', 'p.format', 'p.template_version', 'p.state', 'p.storage_key', 'p.sha256', 'p.bytes'])
    .select(['p.pages', 'p.error', 'p.attempts', 'p.requested_by', 'p.requested_at', 'p.finished_at']);
}

type ReportRow = Awaited<ReturnType<ReturnType<typeof reports>['execute']>>[number];

function toReportRecord(row: ReportRow): ReportRecord {
  return {
    id: row.id,
    submissionId: row.submission_id,
    kind: row.kind,
    format: row.format,
    templateVersion: row.template_version,
    state: row.state as ReportState,
    storageKey: row.storage_key,
    sha256: row.sha256,
    bytes: row.bytes,
    pages: row.pages,
    error: row.error,
    attempts: row.attempts,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
  };
}

export async function findReport(trx: TenantTransaction, id: string): Promise<ReportRecord | undefined> {
  const row = await reports(trx).where('p.id', '=', id).executeTakeFirst();
  return row && toReportRecord(row);
}

/** Lock first: two workers may hold the same job after a crash. */
export async function lockReport(trx: TenantTransaction, id: string): Promise<ReportRecord | undefined> {
  const row = await reports(trx).where('p.id', '=', id).forUpdate().executeTakeFirst();
  return row && toReportRecord(row);
}

export async function listReportsOfSubmission(trx: TenantTransaction, submissionId: string): Promise<readonly ReportRecord[]> {
  const rows = await reports(trx).where('p.submission_id', '=', submissionId).orderBy('p.requested_at').orderBy('p.id').execute();
  return rows.map(toReportRecord);
}

/**
 * Asks for a report. There is one per submission, kind, format and template version: an existing one is returned as it is, and one that
 * failed or was cancelled is queued again.
 */
export async function insertReport(
  trx: TenantTransaction,
  report: {
    readonly id: string;
    readonly submissionId: string;
    readonly kind: string;
    readonly format: string;
    readonly templateVersion: string;
    readonly requestedBy: string | null;
  },
): Promise<{ readonly report: ReportRecord; readonly queued: boolean }> {
  const inserted = await trx
    .insertInto('reports')
    .values({
      bureau_id: bureauOf(trx),
      id: report.id,
      submission_id: report.submissionId,
      kind: report.kind,
      format: report.format,
      template_version: report.templateVersion,
      requested_by: report.requestedBy,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['bureau_id', 'submission_id', 'kind', 'format', 'template_version'])
        .doUpdateSet({ state: 'queued', error: null, attempts: 0, finished_at: null, requested_by: report.requestedBy })
        .where('reports.state', 'in', ['failed', 'cancelled']),
    )
    .returning('id')
    .executeTakeFirst();
  const row = await reports(trx)
    .where('p.submission_id', '=', report.submissionId)
    .where('p.kind', '=', report.kind)
    .where('p.format', '=', report.format)
    .where('p.template_version', '=', report.templateVersion)
    .executeTakeFirstOrThrow();
  return { report: toReportRecord(row), queued: inserted !== undefined };
}

/** Takes up the work and counts the attempt; false when it is done or cancelled meanwhile. */
export async function startReport(trx: TenantTransaction, id: string): Promise<boolean> {
  const row = await trx
    .updateTable('reports')
    .set((eb) => ({ state: 'rendering', attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'rendering'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Records the stored file; false when it is done or cancelled meanwhile: the caller then discards its file. */
export async function finishReport(
  trx: TenantTransaction,
  id: string,
  file: { readonly storageKey: string; readonly sha256: string; readonly bytes: number; readonly pages: number },
): Promise<boolean> {
  const row = await trx
    .updateTable('reports')
    .set({
      state: 'done',
      storage_key: file.storageKey,
      sha256: file.sha256,
      bytes: file.bytes,
      pages: file.pages,
      error: null,
      finished_at: now,
    })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'rendering'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function failReport(trx: TenantTransaction, id: string, error: string): Promise<void> {
  await trx
    .updateTable('reports')
    .set({ state: 'failed', error, finished_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'rendering'])
    .execute();
}
