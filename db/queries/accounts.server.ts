import type { Role } from '~/app/domain/access/roles';
import type { TenantTransaction } from '../tenant.server';
import { now } from './instants';
import type { NewUser } from './users.server';

/**
 * Locks a person's row until the transaction ends: two administrators who give roles to one person at once must see each other's. null:
 * no such person.
 */
export async function lockUser(trx: TenantTransaction, userId: string): Promise<{ readonly id: string; readonly isDemo: boolean; readonly isDisabled: boolean } | null> {
  const row = await trx.selectFrom('users').select(['id', 'is_demo', 'disabled_at']).where('id', '=', userId).forUpdate().executeTakeFirst();
  return row ? { id: row.id, isDemo: row.is_demo, isDisabled: row.disabled_at !== null } : null;
}

/** Creates a person; false when the account name or e-mail was taken in the meantime. */
export async function insertUserUnlessTaken(trx: TenantTransaction, user: NewUser): Promise<boolean> {
  const row = await trx
    .insertInto('users')
    .values({
      id: user.id,
      account_name: user.accountName,
      email: user.email,
      display_name: user.displayName,
      password_hash: user.passwordHash,
      is_demo: user.isDemo,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether it is anybody's account name or e-mail: either may be typed at sign-in, so no name may mean two people. */
export async function isNameTaken(trx: TenantTransaction, name: string): Promise<boolean> {
  const row = await trx
    .selectFrom('users')
    .select('id')
    .where((eb) => eb.or([eb('account_name', '=', name), eb('email', '=', name)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface HeldMembership {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly unitId: string | null;
  readonly isEnded: boolean;
}

/** All memberships of one person in this bureau, ended ones too. */
export async function listMembershipsOfUser(trx: TenantTransaction, userId: string): Promise<readonly HeldMembership[]> {
  const rows = await trx
    .selectFrom('memberships')
    .select(['id', 'user_id', 'role', 'department_id', 'unit_id', 'ended_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    role: row.role as Role,
    departmentId: row.department_id,
    unitId: row.unit_id,
    isEnded: row.ended_at !== null,
  }));
}

/** An ended membership in force again: a person has each only once. */
export async function resumeMembership(trx: TenantTransaction, id: string): Promise<void> {
  await trx.updateTable('memberships').set({ ended_at: null }).where('id', '=', id).execute();
}

export async function updateUserDisabled(trx: TenantTransaction, userId: string, isDisabled: boolean): Promise<void> {
  await trx.updateTable('users').set({ disabled_at: isDisabled ? now : null }).where('id', '=', userId).execute();
}

export interface AccountRecord {
  readonly userId: string;
  readonly accountName: string;
  readonly email: string | null;
  readonly displayName: string;
  readonly isDisabled: boolean;
  readonly isLocked: boolean;
  readonly isDemo: boolean;
  readonly memberships: readonly { readonly id: string; readonly role: Role; readonly departmentName: string | null; readonly unitName: string | null; readonly isEnded: boolean }[];
}

/** Everybody who has or had a membership in this bureau, by account name. */
export async function listAccounts(trx: TenantTransaction): Promise<readonly AccountRecord[]> {
  const rows = await trx
    .selectFrom('memberships as m')
    .innerJoin('users as p', 'p.id', 'm.user_id')
    .leftJoin('departments as d', (join) => join.onRef('d.bureau_id', '=', 'm.bureau_id').onRef('d.id', '=', 'm.department_id'))
    .leftJoin('units as u', (join) => join.onRef('u.bureau_id', '=', 'm.bureau_id').onRef('u.id', '=', 'm.unit_id'))
    .select(['m.id', 'm.role', 'm.ended_at', 'd.name as department_name', 'u.name as unit_name'])
    .select(['p.id as user_id', 'p.account_name', 'p.email', 'p.display_name', 'p.disabled_at', 'p.is_demo'])
    .select((eb) => eb.fn.coalesce(eb('p.locked_until', '>', now), eb.lit(false)).as('is_locked'))
    .orderBy('p.account_name')
    .orderBy('m.created_at')
    .orderBy('m.id')
    .execute();
  const accounts = new Map<string, AccountRecord & { memberships: AccountRecord['memberships'][number][] }>();
  for (const row of rows) {
    const known = accounts.get(row.user_id) ?? {
      userId: row.user_id,
      accountName: row.account_name,
      email: row.email,
      displayName: row.display_name,
      isDisabled: row.disabled_at !== null,
      isLocked: row.is_locked === true,
      isDemo: row.is_demo,
      memberships: [],
    };
    known.memberships.push({ id: row.id, role: row.role as Role, departmentName: row.department_name, unitName: row.unit_name, isEnded: row.ended_at !== null });
    accounts.set(row.user_id, known);
  }
  return [...accounts.values()];
}

