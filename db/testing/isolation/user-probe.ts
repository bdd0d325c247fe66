import type pg from 'pg';
import type { Canary } from '../canaries';
import { attempt } from './probes';

/** What one person sees before a bureau is chosen, by table. */
const expected: Readonly<Record<string, string>> = {
  memberships: `select bureau_id from memberships where user_id = $1 and ended_at is null`,
  reviewer_grants: `select bureau_id from reviewer_grants where user_id = $1 and revoked_at is null and (expires_at is null or expires_at > clock_timestamp())`,
  bureaus: `select bureau_id from bureaus where bureau_id in (select bureau_id from memberships where user_id = $1 and ended_at is null
      union select bureau_id from reviewer_grants where user_id = $1 and revoked_at is null and (expires_at is null or expires_at > clock_timestamp()))`,
  departments: `select bureau_id from departments where (bureau_id, id) in (select bureau_id, department_id from memberships where user_id = $1 and ended_at is null)`,
  units: `select bureau_id from units where (bureau_id, id) in (select bureau_id, unit_id from memberships where user_id = $1 and ended_at is null)`,
};

export const USER_TABLES = Object.keys(expected);

/**
 * Seeds what tells the conditions of the own-policies apart, beside the canaries: a person who is a member of the first bureau, was one of
 * the second, and holds a grant in force for the third, a revoked one for the fourth and an expired one for the fifth.
 */
export async function seedWanderer(superuser: pg.Client, canaries: readonly Canary[]): Promise<string> {
  const [first, second, third, fourth, fifth] = canaries as readonly [Canary, Canary, Canary, Canary, Canary];
  const id = (await superuser.query<{ id: string }>(`insert into users (id, account_name, display_name, password_hash) values (gen_random_uuid(), 'wanderer', 'w', 'x') returning id`)).rows[0]?.id ?? '';
  const member = `insert into memberships (bureau_id, id, user_id, role, department_id, unit_id, ended_at) values ($1, gen_random_uuid(), $2, 'unit_editor', $3, $4, $5)`;
  const place = (canary: Canary): unknown[] => [canary.rows.get('departments')?.['id'], canary.rows.get('units')?.['id']];
  await superuser.query(member, [first.bureauId, id, ...place(first), null]);
  await superuser.query(member, [second.bureauId, id, ...place(second), '2024-01-01']);
  const grant = `insert into reviewer_grants (bureau_id, id, user_id, revoked_at, expires_at) values ($1, gen_random_uuid(), $2, $3, $4)`;
  await superuser.query(grant, [third.bureauId, id, null, '2099-01-01']);
  await superuser.query(grant, [fourth.bureauId, id, '2024-01-01', null]);
  await superuser.query(grant, [fifth.bureauId, id, null, '2024-01-01']);
  return id;
}

/** Compares what `userId` sees of one table with what is theirs, and that nothing of it shows inside a bureau or without a person. `client`: a superuser's. */
export async function probeOwn(client: pg.Client, table: string, userId: string, inside: Canary): Promise<readonly string[]> {
  const faults: string[] = [];
  const truth = (await client.query<{ bureau_id: string }>(expected[table] ?? '', [userId])).rows.map((row) => row.bureau_id).sort();
  const seen = async (bureauId: string, person: string): Promise<string> => {
    await client.query('savepoint person');
    await client.query("set local role app_user; select set_config('app.bureau_id', '', true)");
    await client.query("select set_config('app.bureau_id', $1, true), set_config('app.user_id', $2, true)", [bureauId, person]);
    const outcome = await attempt(client, `select bureau_id from ${table}`);
    for (const write of [`update ${table} set bureau_id = bureau_id`, `delete from ${table}`]) {
      const written = bureauId === '' ? await attempt(client, write) : { count: 0 };
      if (written.count > 0) faults.push(`${table}: a person without a bureau changed ${written.count} rows`);
    }
    await client.query('rollback to savepoint person; release savepoint person');
    return outcome.rows.map((row) => String(row['bureau_id'])).sort().join();
  };
  if ((await seen('', userId)) !== truth.join()) faults.push(`${table}: a person does not see exactly what is theirs`);
  if ((await seen('', '')) !== '') faults.push(`${table}: nobody sees something`);
  const insideOnly = (await seen(inside.bureauId, userId)).split(',').filter(Boolean);
  if (insideOnly.some((bureauId) => bureauId !== inside.bureauId)) faults.push(`${table}: a person sees other bureaus inside one`);
  return faults;
}
