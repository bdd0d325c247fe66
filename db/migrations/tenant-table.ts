import { sql, type Kysely } from 'kysely';

export type Access = 'read_write' | 'append_only';

/**
 * Creates one tenant table: `bureau_id` first in every key, row-level security enabled and forced, one policy per command, and grants for
 * app_user. `columns` is the body of CREATE TABLE after `bureau_id`; it declares the primary key itself.
 */
export async function createTenantTable(db: Kysely<unknown>, name: string, columns: string, access: Access = 'read_write'): Promise<void> {
  const reference = name === 'bureaus' || hasRequiredParent(columns) ? '' : 'references bureaus (bureau_id)';
  await sql.raw(`create table ${name} (bureau_id uuid not null ${reference}, ${columns})`).execute(db);
  await sql.raw(`alter table ${name} enable row level security`).execute(db);
  await sql.raw(`alter table ${name} force row level security`).execute(db);
  const own = 'bureau_id = (select current_bureau_id())';
  for (const [command, clause] of [
    ['select', `using (${own})`],
    ['insert', `with check (${own})`],
    ['update', `using (${own}) with check (${own})`],
    ['delete', `using (${own})`],
  ]) {
    await sql.raw(`create policy ${name}_${command} on ${name} for ${command} to app_user ${clause}`).execute(db);
  }
  const commands = access === 'append_only' ? 'select, insert' : 'select, insert, update, delete';
  await sql.raw(`grant ${commands} on ${name} to app_user`).execute(db);
}

/** A row that must have a parent has its bureau through it: a second check of every row would cost as much as the first and add nothing. */
function hasRequiredParent(columns: string): boolean {
  return [...columns.matchAll(/foreign key \(bureau_id, (\w+)\)/g)].some(([, column]) => columns.includes(`${column} uuid not null`));
}
