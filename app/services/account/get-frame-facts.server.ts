import type { Member } from '~/app/auth/member';
import { ROLE_NAMES, type Role } from '~/app/domain/access/roles';
import { findBureau } from '~/db/queries/bureaus.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { listMemberships } from './list-memberships.server';

/** What the frame around every page shows of the person and the bureau. */
export interface FrameFacts {
  readonly role: Role;
  readonly bureauName: string;
  readonly personName: string;
  readonly roleText: string;
  readonly hasSeveralMemberships: boolean;
  readonly isDemo: boolean;
}

export async function getFrameFacts(deps: Deps, member: Member): Promise<FrameFacts> {
  const bureau = await withBureau(deps.db, member.bureauId, findBureau);
  const place = member.unitName ?? member.departmentName;
  return {
    role: member.role,
    bureauName: member.bureauName,
    personName: member.displayName,
    roleText: place === undefined ? ROLE_NAMES[member.role] : `${ROLE_NAMES[member.role]} · ${place}`,
    hasSeveralMemberships: (await listMemberships(deps, member.userId)).length > 1,
    isDemo: bureau?.isDemo === true,
  };
}
