import type { Member } from '~/app/auth/member';
import { generateInitialPassword, hashPassword } from '~/app/auth/password.server';
import { insertUserUnlessTaken, isNameTaken } from '~/db/queries/accounts.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { withBureau } from '~/db/tenant.server';
import { giveMembership } from '../account/give-membership.server';
import type { Deps } from '../deps.server';
import type { NewAccount } from './new-account';
import { requirePermission } from './require-permission.server';

export type CreatedAccount =
  /** The initial password exists here and nowhere else: only its hash is stored. */
  | { readonly ok: true; readonly userId: string; readonly accountName: string; readonly displayName: string; readonly initialPassword: string }
  | { readonly ok: false; readonly reason: 'account_name_taken' | 'email_taken' };

/** A new person with one role in the administrator's own bureau and a generated password, which is handed out once. */
export async function createAccount(deps: Deps, member: Member, account: NewAccount): Promise<CreatedAccount> {
  await requirePermission(deps, member, 'accounts.manage');
  const initialPassword = generateInitialPassword();
  const passwordHash = await hashPassword(initialPassword);
  const { accountName, displayName, email } = account;
  return withBureau(deps.db, member.bureauId, async (trx): Promise<CreatedAccount> => {
    if (await isNameTaken(trx, accountName)) return { ok: false, reason: 'account_name_taken' };
    if (email !== null && (await isNameTaken(trx, email))) return { ok: false, reason: 'email_taken' };
    const userId = deps.ids();
    const isInserted = await insertUserUnlessTaken(trx, { id: userId, accountName, email, displayName, passwordHash, isDemo: false });
    if (!isInserted) return { ok: false, reason: 'account_name_taken' };
    const given = await giveMembership(trx, deps.ids, userId, account, []);
    // A new person holds nothing yet, and the form has asked for the place: a refusal here is a bug, and undoes the account.
    if (!given.ok) throw new Error(`a new account was refused its first role: ${given.reason}`);
    const detail = { accountName, displayName, role: account.role };
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: member.userId, action: 'account.create', subjectKind: 'user', subjectId: userId, detail });
    return { ok: true, userId, accountName, displayName, initialPassword };
  });
}
