import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { findAssignment, listAssignmentsOfRound } from '~/db/queries/assignments.server';
import { findReviewerGrant, listOwnReviewerGrants } from '~/db/queries/reviewer-grants.server';
import { findRound } from '~/db/queries/rounds.server';
import { type TenantTransaction, withBureau, withUser } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import type { AllowedTopic } from './progress-hub.server';
import type { ProgressTopic } from './progress-topic';

type Following = Pick<Member, 'bureauId' | 'userId' | 'role' | 'departmentId'>;

async function allowAssignment(trx: TenantTransaction, member: Following, bureauId: string, id: string): Promise<readonly AllowedTopic[]> {
  const assignment = await findAssignment(trx, id);
  if (!assignment) return [];
  const ownAssignment = assignment.department.id === member.departmentId;
  const granted = member.role === 'reviewer' && (await findReviewerGrant(trx, member.userId, assignment.round.fiscalYear)) !== undefined;
  const isAllowed = can(member.role, granted ? 'submission.view' : 'assignment.view', { state: assignment.state, ownAssignment, granted });
  return isAllowed ? [{ bureauId, kind: 'assignment', id }] : [];
}

/** Who follows a round follows every assignment of it. */
async function allowRound(trx: TenantTransaction, member: Following, bureauId: string, id: string): Promise<readonly AllowedTopic[]> {
  const round = await findRound(trx, id);
  if (!round) return [];
  const granted = member.role === 'reviewer' && (await findReviewerGrant(trx, member.userId, round.fiscalYear)) !== undefined;
  if (!can(member.role, 'round.view', { granted })) return [];
  const assignments = await listAssignmentsOfRound(trx, id);
  return [{ bureauId, kind: 'round', id }, ...assignments.map((assignment): AllowedTopic => ({ bureauId, kind: 'assignment', id: assignment.id }))];
}

/** Bureaus in which a topic may be found: the member's own, for a reviewer those that granted access. */
async function bureausOf(deps: Deps, member: Following): Promise<readonly string[]> {
  if (member.role !== 'reviewer') return [member.bureauId];
  const grants = await withUser(deps.db, member.userId, (trx) => listOwnReviewerGrants(trx));
  return [...new Set(grants.map((grant) => grant.bureau.id))];
}

/** Keeps of the wanted topics what this person may see: of the own bureau or a granted one, and for department members of the own assignments. */
export async function allowTopics(deps: Deps, member: Following, wanted: readonly ProgressTopic[]): Promise<readonly AllowedTopic[]> {
  const allowed: AllowedTopic[] = [];
  for (const bureauId of await bureausOf(deps, member)) {
    await withBureau(
      deps.db,
      bureauId,
      async (trx) => {
        for (const topic of wanted) allowed.push(...(await (topic.kind === 'round' ? allowRound : allowAssignment)(trx, member, bureauId, topic.id)));
      },
      { userId: member.userId },
    );
  }
  return allowed;
}
