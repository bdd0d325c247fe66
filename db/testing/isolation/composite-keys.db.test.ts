import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedCanaries, type Canary } from '../canaries';
import { readCatalog, type CatalogTable } from '../catalog';
import { createTestDatabase, type TestDatabase } from '../template-database';
import { probeBureauReference, probeForeignKey, tenantReferences } from './foreign-key-probe';
import { acting } from './probes';

let database: TestDatabase;
let tables: readonly CatalogTable[];
let canaries: readonly Canary[];
let superuser: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await database.clientAs('superuser');
  tables = await readCatalog(superuser);
  canaries = await seedCanaries(superuser, tables, 2);
}, 120_000);
afterAll(() => database.close());

describe('A8 composite keys', () => {
  test('every key of a tenant table begins with bureau_id', () => {
    const wrong = tables.filter((table) => table.isTenant).flatMap((table) => table.uniques.filter((key) => key.columns[0] !== 'bureau_id').map((key) => key.name));
    expect(wrong).toEqual([]);
  });

  test('every reference between tenant tables begins with bureau_id on both sides', () => {
    const wrong = tables
      .filter((table) => table.isTenant)
      .flatMap((table) => tenantReferences(table, tables).map((key) => ({ table: table.name, key })))
      .filter(({ key }) => key.columns[0] !== 'bureau_id' || key.referencedColumns[0] !== 'bureau_id')
      .map(({ table, key }) => `${table}.${key.name}`);
    expect(wrong).toEqual([]);
  });

  test('no global table refers to a tenant table', () => {
    const tenant = new Set(tables.filter((table) => table.isTenant).map((table) => table.name));
    const wrong = tables.filter((table) => !table.isTenant).flatMap((table) => table.foreignKeys.filter((key) => tenant.has(key.referencedTable)).map((key) => key.name));
    expect(wrong).toEqual([]);
  });

  test('another bureau’s id is refused in every reference, and cannot be told from an absent one', async () => {
    const [own, foreign] = canaries as [Canary, Canary];
    const faults: string[] = [];
    let references = 0;
    await acting(superuser, own, async () => {
      for (const table of tables.filter((one) => one.isTenant)) {
        const attack = { client: superuser, own, foreign, privileges: table.privileges };
        for (const key of tenantReferences(table, tables)) {
          faults.push(...(await probeForeignKey(table, key, attack)));
          references += 1;
        }
        faults.push(...(await probeBureauReference(table, attack)));
      }
    }, 'app_user');
    process.stdout.write(`A8: ${references} composite references tried with a foreign and an absent id, ${faults.length} faults\n`);
    expect(faults).toEqual([]);
    expect(references).toBeGreaterThan(0);
  });
});
