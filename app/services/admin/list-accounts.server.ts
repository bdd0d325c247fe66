import type { Member } from '~/app/auth/member';
import type { Role } from '~/app/domain/access/roles';
import { listAccounts, type AccountRecord } from '~/db/queries/accounts.server';
import { listDepartments, listUnits } from '~/db/queries/departments.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { requirePermission } from './require-permission.server';

export interface AccountSearch {
  /** Part of a name, account name, e-mail, department or unit. */
  readonly text?: string | undefined;
  readonly role?: Role | undefined;
  /** `placeless`: may sign in by password, but holds no role to act in. */
  readonly state?: 'active' | 'disabled' | 'placeless' | undefined;
  readonly page?: number | undefined;
}

export interface AccountPage {
  readonly accounts: readonly AccountRecord[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Before any filter: all accounts, those disabled, and those that can sign in but hold no role. */
  readonly counts: { readonly all: number; readonly disabled: number; readonly placeless: number };
}

const PAGE = 50;

const isPlaceless = (account: AccountRecord): boolean => account.memberships.every((membership) => membership.isEnded);

function stateOf(account: AccountRecord): NonNullable<AccountSearch['state']> {
  if (account.isDisabled) return 'disabled';
  return isPlaceless(account) ? 'placeless' : 'active';
}

function matches(account: AccountRecord, { text = '', role, state }: AccountSearch): boolean {
  const inForce = account.memberships.filter((membership) => !membership.isEnded);
  const places = inForce.flatMap((membership) => [membership.departmentName ?? '', membership.unitName ?? '']);
  const wanted = text.trim().toLowerCase();
  return (
    (wanted === '' || [account.accountName, account.displayName, account.email ?? '', ...places].some((word) => word.toLowerCase().includes(wanted))) &&
    (role === undefined || inForce.some((membership) => membership.role === role)) &&
    (state === undefined || stateOf(account) === state)
  );
}

/** The accounts of the administrator's own bureau: a few hundred at most, so they are searched here. */
export async function listAccountRows(deps: Deps, member: Member, search: AccountSearch): Promise<AccountPage> {
  await requirePermission(deps, member, 'accounts.manage');
  const accounts = await withBureau(deps.db, member.bureauId, listAccounts);
  const found = accounts.filter((account) => matches(account, search));
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(Math.max(1, search.page ?? 1), pages);
  const counts = {
    all: accounts.length,
    disabled: accounts.filter((account) => account.isDisabled).length,
    placeless: accounts.filter((account) => !account.isDisabled && isPlaceless(account)).length,
  };
  return { accounts: found.slice((page - 1) * PAGE, page * PAGE), total: found.length, page, pages, counts };
}

export interface PlaceChoices {
  readonly departments: readonly { readonly id: string; readonly name: string; readonly categoryName: string }[];
  readonly units: readonly { readonly id: string; readonly departmentId: string; readonly name: string }[];
}

/** Where a role may be held: the bureau's departments and their units. */
export async function listPlaceChoices(deps: Deps, member: Member): Promise<PlaceChoices> {
  await requirePermission(deps, member, 'accounts.manage');
  return withBureau(deps.db, member.bureauId, async (trx) => ({
    departments: (await listDepartments(trx)).map((department) => ({ id: department.id, name: department.name, categoryName: department.category.name })),
    units: (await listUnits(trx)).map((unit) => ({ id: unit.id, departmentId: unit.departmentId, name: unit.name })),
  }));
}
