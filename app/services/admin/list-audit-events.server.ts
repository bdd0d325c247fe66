import type { Member } from '~/app/auth/member';
import type { AuditEventRecord } from '~/db/queries/audit-events.server';
import { countRecentAuditEvents, listAuditFacets, nameSubjects, searchAuditEvents, type AuditFilter, type AuditPosition } from '~/db/queries/audit-log.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { ATTENTION_ACTIONS, auditActionWord, auditDetailText, auditSubjectWord } from './audit-words';
import { requirePermission } from './require-permission.server';

/** One event as it is read: by whom, what, to what. */
export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** Where the next page begins; null on the last one. */
  readonly next: AuditPosition | null;
  /** Events of the last days that somebody should look at. */
  readonly attention: { readonly count: number; readonly days: number };
  readonly actions: readonly { readonly value: string; readonly word: string }[];
  readonly actors: readonly { readonly value: string; readonly word: string }[];
}

const PAGE = 50;
const ATTENTION_DAYS = 7;

export function toAuditLine(event: AuditEventRecord, names: ReadonlyMap<string, string>): AuditLine {
  return {
    id: event.id,
    at: event.at,
    actor: event.actorName ?? '系统',
    action: auditActionWord(event.action),
    subject: names.get(event.subjectId) ?? auditSubjectWord(event.subjectKind, event.subjectId),
    detail: auditDetailText(event.detail),
  };
}

/** One page of the bureau's audit log, newest first. Nobody can change it: the database takes no update or delete. */
export async function listAuditLines(deps: Deps, member: Member, filter: AuditFilter, before?: AuditPosition): Promise<AuditPage> {
  await requirePermission(deps, member, 'audit_log.view');
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const found = await searchAuditEvents(trx, filter, { limit: PAGE + 1, before });
    const events = found.slice(0, PAGE);
    const last = events.at(-1);
    const names = await nameSubjects(trx, events);
    const facets = await listAuditFacets(trx);
    return {
      lines: events.map((event) => toAuditLine(event, names)),
      attention: { count: await countRecentAuditEvents(trx, ATTENTION_ACTIONS, ATTENTION_DAYS), days: ATTENTION_DAYS },
      next: found.length > PAGE && last ? { at: last.at, id: last.id } : null,
      actions: facets.actions.map((value) => ({ value, word: auditActionWord(value) })),
      actors: facets.actors.map((actor) => ({ value: actor.id, word: `${actor.name}（${actor.accountName}）` })),
    };
  });
}
