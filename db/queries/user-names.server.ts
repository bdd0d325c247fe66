import type { TenantTransaction } from '../tenant.server';

/** Display names of people by id, for records that name who did something. Unknown ids are absent. */
export async function listUserNames(trx: TenantTransaction, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await trx.selectFrom('users').select(['id', 'display_name']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}
