import type { Member } from '~/app/auth/member';
import { type DepartmentRecord, listDepartments, listUnits, type UnitRecord } from '~/db/queries/departments.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';

/** 部门名录: the bureau's departments in official order with their units. */
export async function listDirectory(deps: Deps, member: Member): Promise<{ departments: readonly DepartmentRecord[]; units: readonly UnitRecord[] }> {
  return withBureau(deps.db, member.bureauId, async (trx) => ({ departments: await listDepartments(trx), units: await listUnits(trx) }));
}
