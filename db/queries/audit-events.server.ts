import { bureauOf, type TenantTransaction } from '../tenant.server';
import { jsonText } from './json-text';

export interface NewAuditEvent {
  readonly id: string;
  /** null when the system acted by itself. */
  readonly actorUserId: string | null;
  /** What was done, e.g. `issue_round`. */
  readonly action: string;
  /** What it was done to, e.g. `assignment` and its id. */
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface AuditEventRecord extends Required<NewAuditEvent> {
  readonly actorName: string | null;
  readonly at: string;
}

export async function insertAuditEvent(trx: TenantTransaction, event: NewAuditEvent): Promise<void> {
  await trx
    .insertInto('audit_events')
    .values({
      bureau_id: bureauOf(trx),
      id: event.id,
      actor_user_id: event.actorUserId,
      action: event.action,
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      detail: jsonText(event.detail ?? {}),
    })
    .execute();
}

/** Newest first; `subject` narrows to one thing. */
export async function listAuditEvents(
  trx: TenantTransaction,
  filter: { readonly limit: number; readonly subject?: { readonly kind: string; readonly id: string } },
): Promise<readonly AuditEventRecord[]> {
  const { subject } = filter;
  const rows = await trx
    .selectFrom('audit_events as e')
    .leftJoin('users as u', 'u.id', 'e.actor_user_id')
    .select(['e.id', 'e.actor_user_id', 'e.action', 'e.subject_kind', 'e.subject_id', 'e.detail', 'e.at', 'u.display_name'])
    .$if(subject !== undefined, (query) => query.where('e.subject_kind', '=', subject?.kind ?? '').where('e.subject_id', '=', subject?.id ?? ''))
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(filter.limit)
    .execute();
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
