import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { findRound } from '~/db/queries/rounds.server';
import { type TenantTransaction, withBureau } from '~/db/tenant.server';
import { forbidden, notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { rowId } from '../row-id';

/** Who acts on the reports of a whole round. */
export type ReportsMember = Pick<Member, 'bureauId' | 'userId' | 'role'>;

/** Runs a change to a round's reports that the person may make, and writes it down. Returns how many reports it changed. */
export async function changeRoundReports(
  deps: Deps,
  member: ReportsMember,
  roundId: string,
  action: 'reports.request' | 'reports.cancel' | 'reports.retry',
  change: (trx: TenantTransaction) => Promise<number>,
): Promise<number> {
  if (!can(member.role, 'report.render')) throw forbidden();
  return withBureau(
    deps.db,
    member.bureauId,
    async (trx) => {
      if (!(await findRound(trx, rowId(roundId)))) throw notFound();
      const count = await change(trx);
      if (count > 0) {
        await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action, subjectKind: 'round', subjectId: roundId, detail: { count } });
        await notifyProgress(trx, { kind: 'round', id: roundId });
      }
      return count;
    },
    { userId: member.userId },
  );
}
