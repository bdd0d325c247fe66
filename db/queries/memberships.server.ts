import type { Role } from '~/app/domain/access/roles';
import { bureauOf, userOf, type TenantTransaction, type UserTransaction } from '../tenant.server';
import { now } from './instants';

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
}

export interface BureauPlace extends NamedPlace {
  readonly shortName: string;
  readonly isDemo: boolean;
}

/** A membership that has not ended, with the names of what it leads to. */
export interface MembershipRecord {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly bureau: BureauPlace;
  readonly department: NamedPlace | null;
  readonly unit: NamedPlace | null;
}

function memberships(trx: TenantTransaction | UserTransaction) {
  return trx
    .selectFrom('memberships as m')
    .innerJoin('bureaus as b', 'b.bureau_id', 'm.bureau_id')
    .leftJoin('departments as d', (join) => join.onRef('d.bureau_id', '=', 'm.bureau_id').onRef('d.id', '=', 'm.department_id'))
    .leftJoin('units as u', (join) => join.onRef('u.bureau_id', '=', 'm.bureau_id').onRef('u.id', '=', 'm.unit_id'))
    .select(['m.id', 'm.user_id', 'm.role', 'm.bureau_id', 'm.department_id', 'm.unit_id'])
    .select(['b.name as bureau_name', 'b.short_name', 'b.is_demo', 'd.name as department_name', 'u.name as unit_name'])
    .where('m.ended_at', 'is', null);
}

type MembershipRow = Awaited<ReturnType<ReturnType<typeof memberships>['execute']>>[number];

function place(id: string | null, name: string | null): NamedPlace | null {
  return id === null || name === null ? null : { id, name };
}

function toMembershipRecord(row: MembershipRow): MembershipRecord {
  return {
    id: row.id,
    userId: row.user_id,
    role: row.role as Role,
    bureau: { id: row.bureau_id, name: row.bureau_name, shortName: row.short_name, isDemo: row.is_demo },
    department: place(row.department_id, row.department_name),
    unit: place(row.unit_id, row.unit_name),
  };
}

/** Every place one person may act, over all bureaus: for signing in and for the switcher. */
export async function listOwnMemberships(trx: UserTransaction): Promise<readonly MembershipRecord[]> {
  const rows = await memberships(trx).where('m.user_id', '=', userOf(trx)).orderBy('b.name').orderBy('m.role').orderBy('m.id').execute();
  return rows.map(toMembershipRecord);
}

export async function insertMembership(
  trx: TenantTransaction,
  membership: {
    readonly id: string;
    readonly userId: string;
    readonly role: Role;
    readonly departmentId: string | null;
    readonly unitId: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('memberships')
    .values({
      bureau_id: bureauOf(trx),
      id: membership.id,
      user_id: membership.userId,
      role: membership.role,
      department_id: membership.departmentId,
      unit_id: membership.unitId,
    })
    .execute();
}

export async function endMembership(trx: TenantTransaction, id: string): Promise<void> {
  await trx
    .updateTable('memberships')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}
