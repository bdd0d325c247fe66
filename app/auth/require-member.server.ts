import type { Role } from '~/app/domain/access/roles';
import { forbidden } from '~/app/services/app-error';
import { listOwnMemberships } from '~/db/queries/memberships.server';
import { withUser } from '~/db/tenant.server';
import type { Member } from './member';
import { readSession, type SessionDeps } from './session.server';

/** What this folder needs of the load context. */
export interface AuthContext {
  readonly deps: SessionDeps;
}

/** The signed-in member, or null: no session, or its membership has ended since. */
export async function findMember(request: Request, { deps }: AuthContext): Promise<Member | null> {
  const session = await readSession(deps, request);
  const membershipId = session?.actingMembershipId;
  if (!session || !membershipId) return null;
  const held = await withUser(deps.db, session.userId, listOwnMemberships);
  const acting = held.find((membership) => membership.id === membershipId);
  if (!acting) return null;
  return {
    userId: session.userId,
    displayName: session.displayName,
    sessionId: session.id,
    bureauId: acting.bureau.id,
    bureauName: acting.bureau.name,
    membershipId: acting.id,
    role: acting.role,
    ...(acting.department && { departmentId: acting.department.id, departmentName: acting.department.name }),
    ...(acting.unit && { unitId: acting.unit.id, unitName: acting.unit.name }),
  };
}

/** Where the person wanted to go, without the parameters the framework adds to its own data requests. A form's target is no page to return to. */
function wantedPage(request: Request): string {
  if (request.method !== 'GET') return '/';
  const url = new URL(request.url);
  url.searchParams.delete('_data');
  url.searchParams.delete('index');
  return url.pathname + url.search;
}

/**
 * The guard every loader and action of a role's area begins with. Not signed in: to the sign-in page and back. Signed in with another
 * role: `forbidden`. Without roles, every member passes.
 */
export async function requireMember(request: Request, context: AuthContext, ...roles: Role[]): Promise<Member> {
  const member = await findMember(request, context);
  if (!member) {
    const target = wantedPage(request);
    const location = target === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ redirectTo: target }).toString()}`;
    throw new Response(null, { status: 302, headers: { Location: location } });
  }
  if (roles.length > 0 && !roles.includes(member.role)) throw forbidden();
  return member;
}
