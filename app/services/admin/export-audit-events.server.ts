import type { Member } from '~/app/auth/member';
import { chinaDateTime } from '~/app/domain/shared/deadline';
import { insertAuditEvent, type AuditEventRecord } from '~/db/queries/audit-events.server';
import { nameSubjects, searchAuditEvents, type AuditFilter, type AuditPosition } from '~/db/queries/audit-log.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { csvLine, CSV_BYTE_ORDER_MARK } from './csv-text';
import { toAuditLine, type AuditLine } from './list-audit-events.server';
import { requirePermission } from './require-permission.server';

const BATCH = 1000;

async function* batches(deps: Deps, member: Member, filter: AuditFilter, first: AuditPosition): AsyncGenerator<readonly [AuditEventRecord, AuditLine][]> {
  let before: AuditPosition | undefined = first;
  while (before) {
    const page = await withBureau(deps.db, member.bureauId, async (trx) => {
      const events = await searchAuditEvents(trx, filter, { limit: BATCH, before });
      const names = await nameSubjects(trx, events);
      return events.map((event): [AuditEventRecord, AuditLine] => [event, toAuditLine(event, names)]);
    });
    if (page.length > 0) yield page;
    const last: AuditEventRecord | undefined = page.at(-1)?.[0];
    before = page.length === BATCH && last ? { at: last.at, id: last.id } : undefined;
  }
}

/**
 * The filtered log as CSV, newest first, in pieces: a log of years does not fit into one answer's memory. The export is an event itself,
 * and the file ends just before it, so that events written meanwhile cannot make it grow for ever.
 */
export async function exportAuditLog(deps: Deps, member: Member, filter: AuditFilter): Promise<AsyncGenerator<string>> {
  await requirePermission(deps, member, 'audit_log.view');
  const id = deps.ids();
  const own = await withBureau(deps.db, member.bureauId, async (trx) => {
    await insertAuditEvent(trx, { id, actorUserId: member.userId, action: 'audit_log.export', subjectKind: 'audit_log', subjectId: member.bureauId, detail: { ...filter } });
    const [event] = await searchAuditEvents(trx, { actions: ['audit_log.export'], actorUserId: member.userId }, { limit: 1 });
    if (!event) throw new Error('the export left no event');
    return event;
  });
  async function* text(): AsyncGenerator<string> {
    yield CSV_BYTE_ORDER_MARK + csvLine(['时间', '操作人', '操作', '对象', '说明', '操作代码', '对象编号', '事件编号']);
    for await (const page of batches(deps, member, filter, { at: own.at, id: own.id })) {
      yield page.map(([event, line]) => csvLine([chinaDateTime(event.at), line.actor, line.action, line.subject, line.detail, event.action, event.subjectId, event.id])).join('');
    }
  }
  return text();
}
