import type { Member } from '~/app/auth/member';
import {
  listFailedSignIns,
  listLiveSessionsOfBureau,
  listLockedAccounts,
  type BureauSessionRecord,
  type FailedSignInRecord,
  type LockedAccountRecord,
} from '~/db/queries/security.server';
import { withBureau } from '~/db/tenant.server';
import { SIGN_IN_POLICY } from '../account/sign-in-policy';
import type { Deps } from '../deps.server';
import { requirePermission } from './require-permission.server';

export interface SecurityOverview {
  readonly policy: typeof SIGN_IN_POLICY & { readonly sessionIdleMinutes: number; readonly sessionAbsoluteMinutes: number };
  readonly lockedAccounts: readonly LockedAccountRecord[];
  readonly failures: readonly FailedSignInRecord[];
  readonly sessions: readonly BureauSessionRecord[];
  readonly ownSessionId: string;
}

const FAILURES_SHOWN = 50;
const SESSIONS_SHOWN = 200;

/** What the security administrator watches in their own bureau. */
export async function showSecurity(deps: Deps, member: Member): Promise<SecurityOverview> {
  await requirePermission(deps, member, 'permissions.manage');
  const { sessionIdleMinutes, sessionAbsoluteMinutes } = deps.settings;
  return withBureau(deps.db, member.bureauId, async (trx) => ({
    policy: { ...SIGN_IN_POLICY, sessionIdleMinutes, sessionAbsoluteMinutes },
    lockedAccounts: await listLockedAccounts(trx),
    failures: await listFailedSignIns(trx, FAILURES_SHOWN),
    sessions: await listLiveSessionsOfBureau(trx, SESSIONS_SHOWN),
    ownSessionId: member.sessionId,
  }));
}
