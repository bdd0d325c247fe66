import type { Role } from '~/app/domain/access/roles';
import { userOf, type UserTransaction } from '~/db/tenant.server';

/** A membership in force, with the names of what it leads to. */
export interface SessionMember {
  readonly membershipId: string;
  readonly role: Role;
  readonly bureauId: string;
  readonly bureauName: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
}

/** Everything the transaction's person can act as, over all bureaus, in the order it was given. */
export async function listSessionMembers(trx: UserTransaction): Promise<readonly SessionMember[]> {
  const rows = await trx
    .selectFrom('memberships')
    .innerJoin('bureaus', 'bureaus.bureau_id', 'memberships.bureau_id')
    .leftJoin('departments', (join) => join.onRef('departments.bureau_id', '=', 'memberships.bureau_id').onRef('departments.id', '=', 'memberships.department_id'))
    .leftJoin('units', (join) => join.onRef('units.bureau_id', '=', 'memberships.bureau_id').onRef('units.id', '=', 'memberships.unit_id'))
    .select([
      'memberships.id',
      'memberships.role',
      'memberships.bureau_id',
      'memberships.department_id',
      'memberships.unit_id',
      'bureaus.name as bureau_name',
      'departments.name as department_name',
      'units.name as unit_name',
    ])
    .where('memberships.user_id', '=', userOf(trx))
    .where('memberships.ended_at', 'is', null)
    .orderBy('memberships.created_at')
    .orderBy('memberships.id')
    .execute();
  return rows.map((row) => ({
    membershipId: row.id,
    role: row.role as Role,
    bureauId: row.bureau_id,
    bureauName: row.bureau_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
  }));
}

/** What one membership lets a session act as; null when it is somebody else's or has ended. */
export async function findSessionMember(trx: UserTransaction, membershipId: string): Promise<SessionMember | null> {
  const held = await listSessionMembers(trx);
  return held.find((member) => member.membershipId === membershipId) ?? null;
}
