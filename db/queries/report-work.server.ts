import { bureauOf, type TenantTransaction } from '../tenant.server';
import type { ReportState } from './reports.server';
import { now } from './instants';

/** What a round's reports are counted by: one document, as the current template prints it. */
export interface ReportDocument {
  readonly kind: string;
  readonly format: string;
  readonly templateVersion: string;
}

/** The newest submission of each department that has reported, with its report of this document where one was asked for. */
function currentReports(trx: TenantTransaction, roundId: string, document: ReportDocument) {
  return trx
    .selectFrom('assignments as a')
    .innerJoin('departments as d', (join) => join.onRef('d.bureau_id', '=', 'a.bureau_id').onRef('d.id', '=', 'a.department_id'))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('submissions')
          .select(['submissions.bureau_id', 'submissions.id'])
          .whereRef('submissions.bureau_id', '=', 'a.bureau_id')
          .whereRef('submissions.assignment_id', '=', 'a.id')
          .orderBy('submissions.submission_number', 'desc')
          .limit(1)
          .as('s'),
      (join) => join.onTrue(),
    )
    .leftJoin('reports as p', (join) =>
      join
        .onRef('p.bureau_id', '=', 's.bureau_id')
        .onRef('p.submission_id', '=', 's.id')
        .on('p.kind', '=', document.kind)
        .on('p.format', '=', document.format)
        .on('p.template_version', '=', document.templateVersion),
    )
    .where('a.round_id', '=', roundId)
    .where('a.state', 'in', ['submitted', 'accepted']);
}

/**
 * Asks for this document of each submission. A report that exists stays as it is, except one that was cancelled, which is queued again.
 * Returns the ids of the reports that now wait because of this call.
 */
export async function insertReports(
  trx: TenantTransaction,
  document: ReportDocument,
  reports: readonly { readonly id: string; readonly submissionId: string }[],
  requestedBy: string | null,
): Promise<readonly string[]> {
  if (reports.length === 0) return [];
  const bureauId = bureauOf(trx);
  const rows = await trx
    .insertInto('reports')
    .values(
      reports.map((report) => ({
        bureau_id: bureauId,
        id: report.id,
        submission_id: report.submissionId,
        kind: document.kind,
        format: document.format,
        template_version: document.templateVersion,
        requested_by: requestedBy,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['bureau_id', 'submission_id', 'kind', 'format', 'template_version'])
        .doUpdateSet({ state: 'queued', error: null, attempts: 0, finished_at: null, requested_by: requestedBy })
        .where('reports.state', '=', 'cancelled'),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Submissions of a round that are scored and have no report of this document yet, or a cancelled one. */
export async function listSubmissionsWithoutReport(trx: TenantTransaction, roundId: string, document: ReportDocument): Promise<readonly string[]> {
  const rows = await currentReports(trx, roundId, document)
    .select('s.id')
    .where((eb) => eb.or([eb('p.id', 'is', null), eb('p.state', '=', 'cancelled')]))
    .where((eb) =>
      eb.exists(eb.selectFrom('score_sheets as h').select('h.id').whereRef('h.bureau_id', '=', 's.bureau_id').whereRef('h.submission_id', '=', 's.id')),
    )
    .orderBy('d.sort_order')
    .orderBy('d.code')
    .execute();
  return rows.map((row) => row.id);
}

export async function listReportIdsOfRound(trx: TenantTransaction, roundId: string, document: ReportDocument, states: readonly ReportState[]): Promise<readonly string[]> {
  const rows = await currentReports(trx, roundId, document)
    .select('p.id')
    .where('p.state', 'in', [...states])
    .orderBy('d.sort_order')
    .orderBy('d.code')
    .execute();
  return rows.flatMap((row) => (row.id === null ? [] : [row.id]));
}

/** How many reports of a round stand where; `missing` are departments that have reported and whose report nobody has asked for. */
export async function countReportsOfRound(trx: TenantTransaction, roundId: string, document: ReportDocument): Promise<Readonly<Record<ReportState | 'missing', number>>> {
  const row = await currentReports(trx, roundId, document)
    .select((eb) => {
      const count = (state: ReportState) => eb.cast<number>(eb.fn.countAll().filterWhere('p.state', '=', state), 'integer');
      return [
        count('queued').as('queued'),
        count('rendering').as('rendering'),
        count('done').as('done'),
        count('failed').as('failed'),
        count('cancelled').as('cancelled'),
        eb.cast<number>(eb.fn.countAll().filterWhere('p.id', 'is', null), 'integer').as('missing'),
      ];
    })
    .executeTakeFirstOrThrow();
  return row;
}

/** When the last reports of a round were finished, newest first: ISO instants. */
export async function listReportFinishTimes(trx: TenantTransaction, roundId: string, document: ReportDocument, limit: number): Promise<readonly string[]> {
  const rows = await currentReports(trx, roundId, document).select('p.finished_at').where('p.state', '=', 'done').orderBy('p.finished_at', 'desc').limit(limit).execute();
  return rows.flatMap((row) => (row.finished_at === null ? [] : [row.finished_at]));
}

export async function listFailedReportsOfRound(
  trx: TenantTransaction,
  roundId: string,
  document: ReportDocument,
): Promise<readonly { readonly reportId: string; readonly departmentName: string; readonly cause: string }[]> {
  const rows = await currentReports(trx, roundId, document).select(['p.id', 'd.name', 'p.error']).where('p.state', '=', 'failed').orderBy('d.sort_order').orderBy('d.code').execute();
  return rows.flatMap((row) => (row.id === null ? [] : [{ reportId: row.id, departmentName: row.name, cause: row.error ?? '' }]));
}

/** Back to waiting after a run that ended without a result. An interrupted run does not count as an attempt. */
export async function returnReportToQueue(trx: TenantTransaction, id: string, options: { readonly countsAsAttempt: boolean }): Promise<void> {
  await trx
    .updateTable('reports')
    .set((eb) => ({ state: 'queued', attempts: options.countsAsAttempt ? eb.ref('attempts') : eb.fn<number>('greatest', [eb('attempts', '-', 1), eb.lit(0)]) }))
    .where('id', '=', id)
    .where('state', '=', 'rendering')
    .execute();
}

/** 取消: what nobody has begun is called off, and what is being rendered is not kept. Returns how many. */
export async function cancelReports(trx: TenantTransaction, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await trx
    .updateTable('reports')
    .set({ state: 'cancelled', finished_at: now })
    .where('id', 'in', [...ids])
    .where('state', 'in', ['queued', 'rendering'])
    .returning('id')
    .execute();
  return rows.length;
}

/** 重试: failed reports begin anew. Returns the ids of those that were failed. */
export async function requeueFailedReports(trx: TenantTransaction, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .updateTable('reports')
    .set({ state: 'queued', error: null, attempts: 0, finished_at: null })
    .where('id', 'in', [...ids])
    .where('state', '=', 'failed')
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
