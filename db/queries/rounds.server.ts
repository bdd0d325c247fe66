import type { RoundState } from '~/app/domain/round/assignment-state';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { now } from './instants';

export interface RoundRecord {
  readonly id: string;
  readonly fiscalYear: number;
  readonly name: string;
  readonly notice: string;
  readonly indicatorSystemVersionId: string;
  readonly projectFormId: string;
  readonly approvalDeadline: string;
  readonly submissionDeadline: string;
  readonly state: RoundState;
  readonly issuedBy: string | null;
  readonly issuedAt: string;
  readonly finalisedAt: string | null;
}

/** How many departments stand where. `returned` and `overdue` are flags beside the state; overdue is decided by the database's clock. */
export interface RoundProgress {
  readonly total: number;
  readonly notStarted: number;
  readonly filling: number;
  readonly inApproval: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly returned: number;
  readonly overdue: number;
}

function rounds(trx: TenantTransaction) {
  return trx
    .selectFrom('rounds as r')
    .select(['r.id', 'r.fiscal_year', 'r.name', 'r.notice', 'r.indicator_system_version_id', 'r.project_form_id', 'r.approval_deadline'])
    .select(['r.submission_deadline', 'r.state', 'r.issued_by', 'r.issued_at', 'r.finalised_at']);
}

type RoundRow = Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number];

function toRoundRecord(row: RoundRow): RoundRecord {
  return {
    id: row.id,
    fiscalYear: row.fiscal_year,
    name: row.name,
    notice: row.notice,
    indicatorSystemVersionId: row.indicator_system_version_id,
    projectFormId: row.project_form_id,
    approvalDeadline: row.approval_deadline,
    submissionDeadline: row.submission_deadline,
    state: row.state as RoundState,
    issuedBy: row.issued_by,
    issuedAt: row.issued_at,
    finalisedAt: row.finalised_at,
  };
}

export async function findRound(trx: TenantTransaction, id: string): Promise<RoundRecord | undefined> {
  const row = await rounds(trx).where('r.id', '=', id).executeTakeFirst();
  return row && toRoundRecord(row);
}

/** Lock first: two rankings or a ranking and a finalisation may run at once. */
export async function lockRound(trx: TenantTransaction, id: string): Promise<RoundRecord | undefined> {
  const row = await rounds(trx).where('r.id', '=', id).forUpdate().executeTakeFirst();
  return row && toRoundRecord(row);
}

/** Newest fiscal year first. */
export async function listRounds(trx: TenantTransaction): Promise<readonly RoundRecord[]> {
  const rows = await rounds(trx).orderBy('r.fiscal_year', 'desc').orderBy('r.issued_at', 'desc').orderBy('r.id').execute();
  return rows.map(toRoundRecord);
}

/** Progress of every round that has departments, by round id. */
export async function listRoundProgress(trx: TenantTransaction): Promise<ReadonlyMap<string, RoundProgress>> {
  const rows = await trx
    .selectFrom('assignments as a')
    .innerJoin('rounds as r', (join) => join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.round_id'))
    .select((eb) => {
      const count = (state: string) => eb.cast<number>(eb.fn.countAll().filterWhere('a.state', '=', state), 'integer');
      return [
        'a.round_id',
        eb.cast<number>(eb.fn.countAll(), 'integer').as('total'),
        count('not_started').as('not_started'),
        count('filling').as('filling'),
        count('in_approval').as('in_approval'),
        count('submitted').as('submitted'),
        count('accepted').as('accepted'),
        eb.cast<number>(eb.fn.countAll().filterWhere('a.returned_at', 'is not', null), 'integer').as('returned'),
        eb
          .cast<number>(
            eb.fn
              .countAll()
              .filterWhere('a.state', 'in', ['not_started', 'filling', 'in_approval'])
              .filterWhere(eb.fn.coalesce('a.extended_deadline', 'r.submission_deadline'), '<', now),
            'integer',
          )
          .as('overdue'),
      ];
    })
    .groupBy('a.round_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.round_id,
      {
        total: row.total,
        notStarted: row.not_started,
        filling: row.filling,
        inApproval: row.in_approval,
        submitted: row.submitted,
        accepted: row.accepted,
        returned: row.returned,
        overdue: row.overdue,
      },
    ]),
  );
}

export async function insertRound(
  trx: TenantTransaction,
  round: Omit<RoundRecord, 'state' | 'issuedAt' | 'finalisedAt'> & { readonly issuedAt?: string },
): Promise<void> {
  await trx
    .insertInto('rounds')
    .values({
      bureau_id: bureauOf(trx),
      id: round.id,
      fiscal_year: round.fiscalYear,
      name: round.name,
      notice: round.notice,
      indicator_system_version_id: round.indicatorSystemVersionId,
      project_form_id: round.projectFormId,
      approval_deadline: round.approvalDeadline,
      submission_deadline: round.submissionDeadline,
      state: 'open',
      issued_by: round.issuedBy,
      ...(round.issuedAt === undefined ? {} : { issued_at: round.issuedAt }),
    })
    .execute();
}

export async function finaliseRound(trx: TenantTransaction, id: string): Promise<void> {
  await trx
    .updateTable('rounds')
    .set({ state: 'finalised', finalised_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}
