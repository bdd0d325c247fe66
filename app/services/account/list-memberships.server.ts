import { listOwnMemberships, type MembershipRecord } from '~/db/queries/memberships.server';
import { withUser } from '~/db/tenant.server';
import type { Deps } from '../deps.server';

/** Everything a person can act as, over all bureaus: for signing in and for the switcher. */
export function listMemberships(deps: Pick<Deps, 'db'>, userId: string): Promise<readonly MembershipRecord[]> {
  return withUser(deps.db, userId, listOwnMemberships);
}
