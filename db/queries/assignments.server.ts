import type { SlotBinding } from '~/app/domain/form/indicator-system-version';
import type { AssignmentState, RoundState } from '~/app/domain/round/assignment-state';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import type { NamedPlace } from './memberships.server';
import { jsonText } from './json-text';
import { now } from './instants';

/** One department's task in a round, with what every page about it needs. */
export interface AssignmentRecord {
  readonly id: string;
  readonly state: AssignmentState;
  readonly stateChangedAt: string;
  readonly department: NamedPlace & { readonly code: string };
  /** The category the department had when the round was issued. */
  readonly category: NamedPlace & { readonly code: string };
  readonly round: {
    readonly id: string;
    readonly name: string;
    readonly notice: string;
    readonly fiscalYear: number;
    readonly state: RoundState;
    readonly indicatorSystemVersionId: string;
    readonly projectFormId: string;
    readonly approvalDeadline: string;
    readonly submissionDeadline: string;
  };
  readonly bindings: readonly SlotBinding[];
  readonly extendedDeadline: string | null;
  /** The extension where one was granted, else the round's submission deadline. */
  readonly deadline: string;
  /** Past `deadline` and not yet submitted, by the database's clock. */
  readonly isOverdue: boolean;
  /** Set while 已退回 stands. */
  readonly returned: { readonly at: string; readonly by: string | null; readonly reason: string } | null;
  readonly sentAt: string | null;
  readonly sentBy: string | null;
}

function assignments(trx: TenantTransaction) {
  return trx
    .selectFrom('assignments as a')
    .innerJoin('rounds as r', (join) => join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.round_id'))
    .innerJoin('departments as d', (join) => join.onRef('d.bureau_id', '=', 'a.bureau_id').onRef('d.id', '=', 'a.department_id'))
    .innerJoin('department_categories as c', (join) => join.onRef('c.bureau_id', '=', 'a.bureau_id').onRef('c.id', '=', 'a.category_id'))
    .select(['a.id', 'a.state', 'a.state_changed_at', 'a.bindings', 'a.extended_deadline', 'a.sent_at', 'a.sent_by'])
    .select(['a.returned_at', 'a.returned_by', 'a.return_reason'])
    .select(['d.id as department_id', 'd.code as department_code', 'd.name as department_name'])
    .select(['c.id as category_id', 'c.code as category_code', 'c.name as category_name'])
    .select(['r.id as round_id', 'r.name as round_name', 'r.notice', 'r.fiscal_year', 'r.state as round_state'])
    .select(['r.indicator_system_version_id', 'r.project_form_id', 'r.approval_deadline', 'r.submission_deadline'])
    .select((eb) => {
      const deadline = eb.fn.coalesce('a.extended_deadline', 'r.submission_deadline');
      const unfinished = eb('a.state', 'in', ['not_started', 'filling', 'in_approval']);
      return [deadline.as('deadline'), eb.and([unfinished, eb(deadline, '<', now)]).as('is_overdue')];
    });
}

type AssignmentRow = Awaited<ReturnType<ReturnType<typeof assignments>['execute']>>[number];

function toAssignmentRecord(row: AssignmentRow): AssignmentRecord {
  return {
    id: row.id,
    state: row.state as AssignmentState,
    stateChangedAt: row.state_changed_at,
    department: { id: row.department_id, code: row.department_code, name: row.department_name },
    category: { id: row.category_id, code: row.category_code, name: row.category_name },
    round: {
      id: row.round_id,
      name: row.round_name,
      notice: row.notice,
      fiscalYear: row.fiscal_year,
      state: row.round_state as RoundState,
      indicatorSystemVersionId: row.indicator_system_version_id,
      projectFormId: row.project_form_id,
      approvalDeadline: row.approval_deadline,
      submissionDeadline: row.submission_deadline,
    },
    bindings: row.bindings as readonly SlotBinding[],
    extendedDeadline: row.extended_deadline,
    deadline: row.deadline,
    isOverdue: row.is_overdue === true,
    returned: row.returned_at === null ? null : { at: row.returned_at, by: row.returned_by, reason: row.return_reason ?? '' },
    sentAt: row.sent_at,
    sentBy: row.sent_by,
  };
}

export async function findAssignment(trx: TenantTransaction, id: string): Promise<AssignmentRecord | undefined> {
  const row = await assignments(trx).where('a.id', '=', id).executeTakeFirst();
  return row && toAssignmentRecord(row);
}

/** Lock first: two people may send, submit or return at once. Only the task's own row is locked. */
export async function lockAssignment(trx: TenantTransaction, id: string): Promise<AssignmentRecord | undefined> {
  const row = await assignments(trx).where('a.id', '=', id).forUpdate('a').executeTakeFirst();
  return row && toAssignmentRecord(row);
}

/** Held while cells are saved: saves run beside each other, a change of state waits for them. */
export async function lockAssignmentForSaving(trx: TenantTransaction, id: string): Promise<AssignmentRecord | undefined> {
  const row = await assignments(trx).where('a.id', '=', id).forShare('a').executeTakeFirst();
  return row && toAssignmentRecord(row);
}

/** The tasks of one department, newest fiscal year first. */
export async function listAssignmentsOfDepartment(trx: TenantTransaction, departmentId: string): Promise<readonly AssignmentRecord[]> {
  const rows = await assignments(trx).where('a.department_id', '=', departmentId).orderBy('r.fiscal_year', 'desc').orderBy('a.id').execute();
  return rows.map(toAssignmentRecord);
}

export async function listAssignmentsOfRound(trx: TenantTransaction, roundId: string): Promise<readonly AssignmentRecord[]> {
  const rows = await assignments(trx)
    .where('a.round_id', '=', roundId)
    .orderBy('c.sort_order')
    .orderBy('d.sort_order')
    .orderBy('d.code')
    .execute();
  return rows.map(toAssignmentRecord);
}

export interface NewAssignment {
  readonly id: string;
  readonly roundId: string;
  readonly departmentId: string;
  readonly categoryId: string;
  readonly bindings: readonly SlotBinding[];
}

export async function insertAssignments(trx: TenantTransaction, list: readonly NewAssignment[]): Promise<void> {
  if (list.length === 0) return;
  const bureauId = bureauOf(trx);
  await trx
    .insertInto('assignments')
    .values(
      list.map((one) => ({
        bureau_id: bureauId,
        id: one.id,
        round_id: one.roundId,
        department_id: one.departmentId,
        category_id: one.categoryId,
        bindings: jsonText(one.bindings),
      })),
    )
    .execute();
}

/** What changes together with the state; a field that is left out stays as it is. */
export interface AssignmentChange {
  readonly state?: AssignmentState;
  /** null clears the flag 已退回. */
  readonly returned?: { readonly by: string; readonly reason: string } | null;
  /** null takes the sending back. */
  readonly sentBy?: string | null;
  readonly extendedDeadline?: string | null;
}

export async function updateAssignment(trx: TenantTransaction, id: string, change: AssignmentChange): Promise<void> {
  const { state, returned, sentBy, extendedDeadline } = change;
  await trx
    .updateTable('assignments')
    .set({
      ...(state === undefined ? {} : { state, state_changed_at: now }),
      ...(returned === undefined ? {} : { returned_at: returned && now, returned_by: returned && returned.by, return_reason: returned && returned.reason }),
      ...(sentBy === undefined ? {} : { sent_by: sentBy, sent_at: sentBy === null ? null : now }),
      ...(extendedDeadline === undefined ? {} : { extended_deadline: extendedDeadline }),
    })
    .where('id', '=', id)
    .execute();
}
