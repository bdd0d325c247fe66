import type pg from 'pg';
import type { CatalogTable } from '../catalog';

const ownUsing = '(bureau_id = ( SELECT current_bureau_id() AS current_bureau_id))';

/** A tenant table's walls as the catalog shows them. */
export function guardTable(table: CatalogTable): readonly string[] {
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(`${table.name}: ${text}`);
  if (!table.rowSecurity) fault('row-level security is off');
  if (!table.forced) fault('row-level security does not bind the owner');
  if (table.primaryKey[0] !== 'bureau_id') fault('the primary key does not begin with bureau_id');
  if (table.columns.find((column) => column.name === 'bureau_id')?.notNull !== true) fault('bureau_id may be null');
  for (const command of ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const) {
    const own = table.policies.filter((policy) => policy.command === command && policy.roles.includes('app_user') && policy.name === `${table.name}_${command.toLowerCase()}`);
    if (own.length !== 1) fault(`${own.length} policies for ${command}`);
    for (const policy of own) {
      if (command !== 'INSERT' && policy.using !== ownUsing) fault(`${policy.name} uses ${policy.using}`);
      if ((command === 'INSERT' || command === 'UPDATE') && policy.check !== ownUsing) fault(`${policy.name} checks ${policy.check}`);
    }
  }
  for (const policy of table.policies) {
    if (policy.roles.includes('public')) fault(`${policy.name} is for everybody`);
    const extra = policy.roles.includes('app_user') && policy.name === `${table.name}_own` && policy.command === 'SELECT';
    const dispatcher = policy.roles.join() === 'app_dispatcher' && ['outbox', 'bureaus'].includes(table.name);
    const standard = policy.name === `${table.name}_${policy.command.toLowerCase()}`;
    if (!extra && !dispatcher && !standard) fault(`${policy.name} is not among the known policies`);
    if (extra && !policy.using?.startsWith('((( SELECT current_bureau_id() AS current_bureau_id) IS NULL) AND ')) fault(`${policy.name} also holds inside a bureau`);
  }
  for (const privilege of ['TRUNCATE', 'REFERENCES', 'TRIGGER']) {
    if (table.privileges.has(privilege)) fault(`app_user may ${privilege}`);
  }
  return faults;
}

export interface RelationRow {
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
}

/** Every relation outside the system's schemas: table, partition, view, materialised view, foreign table, sequence. */
export async function listRelations(client: pg.Client): Promise<readonly RelationRow[]> {
  const { rows } = await client.query<RelationRow>(
    `select n.nspname as schema, c.relname as name, c.relkind::text || case when c.relispartition then ' partition' else '' end as kind
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') order by 1, 2`,
  );
  return rows;
}
