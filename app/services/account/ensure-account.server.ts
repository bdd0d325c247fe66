import { hashPassword } from '~/app/auth/password.server';
import type { Role } from '~/app/domain/access/roles';
import { insertUserUnlessTaken } from '~/db/queries/accounts.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { findUserByAccountName } from '~/db/queries/users.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { giveMembership, type MembershipRefusal, type MembershipWish } from './give-membership.server';
import { listMemberships } from './list-memberships.server';

export interface AccountFacts {
  readonly bureauId: string;
  /** Lower case is made of it. */
  readonly accountName: string;
  readonly email?: string | null;
  readonly displayName: string;
  /** Used when the person is new; an existing person's password stays. */
  readonly password: string;
  readonly isDemo: boolean;
  readonly memberships: readonly MembershipWish[];
}

class RefusedMembership extends Error {
  constructor(
    readonly reason: MembershipRefusal,
    readonly role: Role,
  ) {
    super(reason);
  }
}

/**
 * Makes sure that a person with this account name exists and holds these memberships in one bureau, all or nothing; run again it changes
 * nothing. For loaders and operators: people use the administrator's pages, which ask for permission.
 */
export async function ensureAccount(
  deps: Pick<Deps, 'db' | 'ids'>,
  account: AccountFacts,
): Promise<{ readonly ok: true; readonly userId: string; readonly isNew: boolean } | { readonly ok: false; readonly reason: MembershipRefusal; readonly role: Role }> {
  const accountName = account.accountName.trim().toLowerCase();
  const known = await findUserByAccountName(deps.db, accountName);
  const passwordHash = known ? '' : await hashPassword(account.password);
  const elsewhere = known ? (await listMemberships(deps, known.id)).map((membership) => membership.role) : [];
  try {
    return await withBureau(deps.db, account.bureauId, async (trx) => {
      const userId = known?.id ?? deps.ids();
      if (!known) {
        const email = account.email?.trim().toLowerCase() ?? null;
        const isInserted = await insertUserUnlessTaken(trx, { id: userId, accountName, email, displayName: account.displayName, passwordHash, isDemo: account.isDemo });
        if (!isInserted) throw new Error(`the account name or e-mail of ${accountName} is taken`);
      }
      for (const wish of account.memberships) {
        const given = await giveMembership(trx, deps.ids, userId, wish, elsewhere);
        if (!given.ok) throw new RefusedMembership(given.reason, wish.role);
        if (given.isNew) {
          await insertAuditEvent(trx, { id: deps.ids(), actorUserId: null, action: 'membership.give', subjectKind: 'user', subjectId: userId, detail: { role: wish.role, membershipId: given.membershipId } });
        }
      }
      return { ok: true, userId, isNew: !known };
    });
  } catch (error) {
    // Thrown, not returned, inside the transaction: the refusal must undo what was written before it.
    if (error instanceof RefusedMembership) return { ok: false, reason: error.reason, role: error.role };
    throw error;
  }
}
