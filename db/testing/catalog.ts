import type pg from 'pg';

export interface CatalogColumn {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
}

export interface CatalogKey {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface CatalogForeignKey extends CatalogKey {
  readonly referencedTable: string;
  readonly referencedColumns: readonly string[];
}

export interface CatalogCheck extends CatalogKey {
  readonly definition: string;
}

export interface CatalogPolicy {
  readonly name: string;
  readonly command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL';
  readonly roles: readonly string[];
  readonly permissive: boolean;
  readonly using: string | null;
  readonly check: string | null;
}

export interface CatalogTable {
  readonly name: string;
  readonly columns: readonly CatalogColumn[];
  readonly primaryKey: readonly string[];
  /** Primary key and unique constraints and indexes. */
  readonly uniques: readonly CatalogKey[];
  readonly foreignKeys: readonly CatalogForeignKey[];
  readonly checks: readonly CatalogCheck[];
  readonly policies: readonly CatalogPolicy[];
  readonly rowSecurity: boolean;
  readonly forced: boolean;
  /** What app_user may do with the whole table. */
  readonly privileges: ReadonlySet<string>;
  /** Belongs to a bureau: it has the column bureau_id. */
  readonly isTenant: boolean;
}

const tablesQuery = `
  select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'notNull', a.attnotnull, 'hasDefault', a.atthasdef) order by a.attnum)
       from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(json_build_object('name', k.conname, 'type', k.contype, 'definition', pg_get_constraintdef(k.oid), 'referencedTable', k.confrelid::regclass::text,
        'columns', (select json_agg(a.attname order by u.n) from unnest(k.conkey) with ordinality u(k, n) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.k),
        'referencedColumns', (select json_agg(a.attname order by u.n) from unnest(k.confkey) with ordinality u(k, n) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.k)
      ) order by k.conname), '[]') from pg_constraint k where k.conrelid = c.oid and k.contype in ('c', 'f')) as constraints,
    (select coalesce(json_agg(json_build_object('name', i.indexrelid::regclass::text, 'primary', i.indisprimary,
        'columns', (select json_agg(a.attname order by u.n) from unnest(i.indkey::int2[]) with ordinality u(k, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = u.k)
      ) order by i.indexrelid::regclass::text), '[]') from pg_index i where i.indrelid = c.oid and i.indisunique) as uniques,
    (select coalesce(json_agg(json_build_object('name', p.policyname, 'command', p.cmd, 'roles', p.roles, 'permissive', p.permissive = 'PERMISSIVE',
        'using', p.qual, 'check', p.with_check) order by p.policyname), '[]') from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname) as policies,
    (select coalesce(json_agg(v.privilege), '[]') from unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) v(privilege)
       where has_table_privilege('app_user', c.oid, v.privilege)) as privileges
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'kysely\\_%'
  order by c.relname`;

interface TableRow {
  name: string;
  relrowsecurity: boolean;
  relforcerowsecurity: boolean;
  columns: CatalogColumn[];
  constraints: (CatalogForeignKey & CatalogCheck & { type: 'c' | 'f' })[];
  uniques: (CatalogKey & { primary: boolean })[];
  policies: CatalogPolicy[];
  privileges: string[];
}

/** Every table of the application as the database itself describes it; tests are generated from this, so that a new table is tested unasked. */
export async function readCatalog(client: pg.Client): Promise<readonly CatalogTable[]> {
  const { rows } = await client.query<TableRow>(tablesQuery);
  return rows.map((row) => ({
    name: row.name,
    columns: row.columns,
    primaryKey: row.uniques.find((unique) => unique.primary)?.columns ?? [],
    uniques: row.uniques,
    foreignKeys: row.constraints.filter((constraint) => constraint.type === 'f'),
    checks: row.constraints.filter((constraint) => constraint.type === 'c'),
    policies: row.policies,
    rowSecurity: row.relrowsecurity,
    forced: row.relforcerowsecurity,
    privileges: new Set(row.privileges),
    isTenant: row.columns.some((column) => column.name === 'bureau_id'),
  }));
}

/** Parents before children; a nullable reference may point forward. */
export function byDependency(tables: readonly CatalogTable[]): readonly CatalogTable[] {
  const sorted: CatalogTable[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) =>
      table.foreignKeys.every((key) => key.referencedTable === table.name || sorted.some((one) => one.name === key.referencedTable) || isNullable(table, key)),
    );
    if (next < 0) throw new Error(`tables that need each other: ${waiting.map((table) => table.name).join(', ')}`);
    // Nullable references are filled where they can be: take first a table whose references are all there.
    const full = waiting.findIndex((table) => table.foreignKeys.every((key) => key.referencedTable === table.name || sorted.some((one) => one.name === key.referencedTable)));
    sorted.push(...waiting.splice(full >= 0 ? full : next, 1));
  }
  return sorted;
}

function isNullable(table: CatalogTable, key: CatalogForeignKey): boolean {
  return key.columns.some((name) => table.columns.find((column) => column.name === name)?.notNull === false);
}
