import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GLOBAL_TABLES, TENANT_TABLES } from '~/db/tenant-plugin/tenant-tables';
import { readCatalog, type CatalogTable } from '../catalog';
import { createTestDatabase, type TestDatabase } from '../template-database';
import { guardTable, listRelations } from './catalog-guard';

let database: TestDatabase;
let superuser: pg.Client;
let tables: readonly CatalogTable[];
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await database.clientAs('superuser');
  tables = await readCatalog(superuser);
});
afterAll(() => database.close());

const names = async (text: string): Promise<readonly unknown[]> => (await superuser.query<{ name: unknown }>(text)).rows.map((row) => row.name);

describe('A1 catalog guard', () => {
  test('every relation is known', async () => {
    const known = new Set<string>([...TENANT_TABLES, ...GLOBAL_TABLES, 'kysely_migration', 'kysely_migration_lock']);
    const relations = await listRelations(superuser);
    expect(relations.filter((one) => one.schema === 'public' && !known.has(one.name))).toEqual([]);
    // Tables of the queue hold ids only; views, partitions and materialised views do not exist anywhere.
    expect(relations.filter((one) => !['public', 'bullmq'].includes(one.schema))).toEqual([]);
    expect(relations.filter((one) => one.kind !== 'r' && one.kind !== 'S')).toEqual([]);
  });

  test('every tenant table stands behind four policies that bind its owner too', () => {
    expect(tables.filter((table) => table.isTenant).flatMap(guardTable)).toEqual([]);
  });

  test('no view runs with its owner’s rights, and no materialised view is granted', async () => {
    expect(await names(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'bullmq') and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))`)).toEqual([]);
  });

  test('no function runs with its owner’s rights, and every one of ours pins its search path', async () => {
    expect(await names(`select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'bullmq') and p.prosecdef`)).toEqual([]);
    expect(await names(`select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace
      and not exists (select from unnest(p.proconfig) s where s like 'search_path=%')`)).toEqual([]);
  });

  test('the settings behind the policies are read by stable functions that take plain uuids only', async () => {
    for (const name of ['current_bureau_id', 'current_app_user_id']) {
      expect(await names(`select provolatile::text as name from pg_proc where proname = '${name}'`)).toEqual(['s']);
    }
  });

  test('records of what happened cannot be changed or deleted by app_user', () => {
    for (const name of ['submissions', 'score_sheets', 'rankings', 'ranking_entries', 'cell_changes', 'audit_events']) {
      expect([...(tables.find((table) => table.name === name)?.privileges ?? [])].sort(), name).toEqual(['INSERT', 'SELECT']);
    }
  });
});

describe('A2 role guard', () => {
  const roles = `('app_user', 'app_dispatcher', 'app_owner')`;

  test('no role of ours has an attribute that gets around row-level security', async () => {
    expect(await names(`select rolname as name from pg_roles where rolname in ${roles} and (rolsuper or rolbypassrls or rolcreaterole or rolreplication or rolcreatedb)`)).toEqual([]);
    expect(await names(`select rolname as name from pg_roles where rolname in ${roles} and not rolcanlogin`)).toEqual([]);
  });

  test('no membership leads anywhere', async () => {
    expect(await names(`select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname in ${roles}`)).toEqual([]);
    expect(await names(`select a.rolname as name from pg_roles a, pg_roles b where a.rolname in ('app_user', 'app_dispatcher') and a.oid <> b.oid and pg_has_role(a.oid, b.oid, 'member')`)).toEqual([]);
  });

  test('app_user and app_dispatcher own nothing', async () => {
    const owned = `select o.objid::text as name from pg_shdepend o join pg_roles r on r.oid = o.refobjid where o.deptype = 'o' and r.rolname in ('app_user', 'app_dispatcher')
      and o.dbid in (0, (select oid from pg_database where datname = current_database()))`;
    expect(await names(owned)).toEqual([]);
  });

  test('they create nothing that stays; temporary tables only where the queue’s functions need them', async () => {
    for (const role of ['app_user', 'app_dispatcher']) {
      for (const schema of ['public', 'bullmq']) {
        expect(await names(`select has_schema_privilege('${role}', '${schema}', 'create') as name`)).toEqual([false]);
      }
      expect(await names(`select has_database_privilege('${role}', current_database(), 'create') as name`)).toEqual([false]);
    }
    expect(await names(`select has_database_privilege('app_dispatcher', current_database(), 'temporary') as name`)).toEqual([false]);
  });

  test('nobody may truncate', async () => {
    expect(await names(`select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'bullmq'::regnamespace)
      and (has_table_privilege('app_user', c.oid, 'truncate') or has_table_privilege('app_dispatcher', c.oid, 'truncate'))`)).toEqual([]);
  });

  test('the dispatcher reaches the outbox and the bureaus’ ids only', async () => {
    const reach = `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_column_privilege('app_dispatcher', c.oid, a.attnum, '%') order by 1`;
    const outbox = ['bureau_id', 'created_at', 'dispatched_at', 'id', 'job', 'payload'].map((column) => `outbox.${column}`);
    expect(await names(reach.replace('%', 'select'))).toEqual(['bureaus.bureau_id', ...outbox]);
    expect(await names(reach.replace('%', 'update'))).toEqual(['outbox.dispatched_at']);
    expect(await names(reach.replace('%', 'insert'))).toEqual([]);
  });

  test('app_user may neither read the migrator’s tables nor change the queue’s ledger', async () => {
    expect(await names(`select has_table_privilege('app_user', 'kysely_migration', 'select') or has_table_privilege('app_user', 'bullmq.migration', 'update') as name`)).toEqual([false]);
  });

  test('switching row-level security off makes queries fail instead of showing more', async () => {
    const user = await database.clientAs('user');
    await user.query('set row_security = off');
    for (const table of tables.filter((one) => one.isTenant)) {
      await expect(user.query(`select 1 from ${table.name}`), table.name).rejects.toMatchObject({ code: '42501' });
    }
    await expect(user.query('alter table cells disable row level security')).rejects.toMatchObject({ code: '42501' });
    await expect(user.query('set session authorization postgres')).rejects.toMatchObject({ code: '42501' });
    await expect(user.query('set role app_owner')).rejects.toMatchObject({ code: '42501' });
  });
});
