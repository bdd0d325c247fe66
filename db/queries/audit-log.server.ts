import type { TenantTransaction } from '../tenant.server';
import { secondsAgo } from './instants';
import type { AuditEventRecord } from './audit-events.server';

export interface AuditFilter {
  /** Any of these. */
  readonly actions?: readonly string[] | undefined;
  readonly actorUserId?: string | undefined;
  /** First and last day, `2025-04-08`, in Asia/Shanghai; both included. */
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
}

/** Where a page ends: the next one begins with what is older. */
export interface AuditPosition {
  readonly at: string;
  readonly id: string;
}

const DAY_MS = 86_400_000;

/** Midnight at the beginning of a day in Asia/Shanghai, `later` days on. */
function startOfDay(day: string, later: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + later * DAY_MS).toISOString();
}

/** Newest first, `limit` events older than `before`. */
export async function searchAuditEvents(trx: TenantTransaction, filter: AuditFilter, page: { readonly limit: number; readonly before?: AuditPosition | undefined }): Promise<readonly AuditEventRecord[]> {
  let query = trx
    .selectFrom('audit_events as e')
    .leftJoin('users as p', 'p.id', 'e.actor_user_id')
    .select(['e.id', 'e.actor_user_id', 'e.action', 'e.subject_kind', 'e.subject_id', 'e.detail', 'e.at', 'p.display_name'])
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(page.limit);
  const { before } = page;
  if (filter.actions !== undefined) query = query.where('e.action', 'in', [...filter.actions]);
  if (filter.actorUserId !== undefined) query = query.where('e.actor_user_id', '=', filter.actorUserId);
  if (filter.fromDay !== undefined) query = query.where('e.at', '>=', startOfDay(filter.fromDay, 0));
  if (filter.toDay !== undefined) query = query.where('e.at', '<', startOfDay(filter.toDay, 1));
  if (before) query = query.where((eb) => eb.or([eb('e.at', '<', before.at), eb.and([eb('e.at', '=', before.at), eb('e.id', '<', before.id)])]));
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    actorUserId: row.actor_user_id,
    actorName: row.display_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    detail: row.detail as Readonly<Record<string, unknown>>,
    at: row.at,
  }));
}

/** How many events of these actions the last `days` days have seen. */
export async function countRecentAuditEvents(trx: TenantTransaction, actions: readonly string[], days: number): Promise<number> {
  const row = await trx
    .selectFrom('audit_events')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('action', 'in', [...actions])
    .where('at', '>', secondsAgo((days * DAY_MS) / 1000))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The actions and the people there is anything about: what a filter may offer. */
export async function listAuditFacets(trx: TenantTransaction): Promise<{ readonly actions: readonly string[]; readonly actors: readonly { readonly id: string; readonly name: string; readonly accountName: string }[] }> {
  const actions = await trx.selectFrom('audit_events').select('action').distinct().orderBy('action').execute();
  const actors = await trx
    .selectFrom('users')
    .select(['id', 'display_name', 'account_name'])
    .where('id', 'in', trx.selectFrom('audit_events').select('actor_user_id').where('actor_user_id', 'is not', null))
    .orderBy('account_name')
    .execute();
  return { actions: actions.map((row) => row.action), actors: actors.map((row) => ({ id: row.id, name: row.display_name, accountName: row.account_name })) };
}

/** A subject's id is text: events may be about things that are no rows. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the subjects of events are called: people, departments' assignments and rounds, by id. Others have no name. */
export async function nameSubjects(trx: TenantTransaction, events: readonly AuditEventRecord[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string): string[] => [...new Set(events.filter((event) => event.subjectKind === kind && UUID.test(event.subjectId)).map((event) => event.subjectId))];
  const [people, assignments, rounds] = [idsOf('user'), idsOf('assignment'), idsOf('round')];
  const names = new Map<string, string>();
  if (people.length > 0) {
    const rows = await trx.selectFrom('users').select(['id', 'display_name', 'account_name']).where('id', 'in', people).execute();
    for (const row of rows) names.set(row.id, `${row.display_name}（${row.account_name}）`);
  }
  if (assignments.length > 0) {
    const rows = await trx
      .selectFrom('assignments as a')
      .innerJoin('departments as d', (join) => join.onRef('d.bureau_id', '=', 'a.bureau_id').onRef('d.id', '=', 'a.department_id'))
      .innerJoin('rounds as r', (join) => join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.round_id'))
      .select(['a.id', 'd.name', 'r.fiscal_year'])
      .where('a.id', 'in', assignments)
      .execute();
    for (const row of rows) names.set(row.id, `${row.name} ${row.fiscal_year} 年度`);
  }
  if (rounds.length > 0) {
    const rows = await trx.selectFrom('rounds').select(['id', 'name']).where('id', 'in', rounds).execute();
    for (const row of rows) names.set(row.id, row.name);
  }
  return names;
}
