import type { Member } from '~/app/auth/member';
import { ADMINISTRATOR_ROLES } from '~/app/domain/access/conflicting-roles';
import { listAccounts, type AccountRecord } from '~/db/queries/accounts.server';
import { withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { readElsewhere, type AccountRefusal } from './account-to-change.server';
import { requirePermission } from './require-permission.server';

export interface AccountToManage {
  readonly account: AccountRecord;
  /** Why this account may only be looked at; null when it may be changed. Giving a role is refused for one's own account only. */
  readonly refusal: AccountRefusal | null;
}

/** One account of the administrator's own bureau. */
export async function showAccount(deps: Deps, member: Member, userId: string): Promise<AccountToManage> {
  await requirePermission(deps, member, 'accounts.manage');
  const accounts = await withBureau(deps.db, member.bureauId, listAccounts);
  const account = accounts.find((one) => one.userId === userId);
  if (!account) throw notFound();
  const isAdministrator = account.memberships.some((membership) => !membership.isEnded && ADMINISTRATOR_ROLES.includes(membership.role));
  if (userId === member.userId) return { account, refusal: 'own_account' };
  if (isAdministrator) return { account, refusal: 'administrator_account' };
  const { isOfOtherBureau } = await readElsewhere(deps, member, userId);
  return { account, refusal: isOfOtherBureau ? 'works_elsewhere' : null };
}
