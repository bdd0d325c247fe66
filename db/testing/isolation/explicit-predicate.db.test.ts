import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withBureau } from '~/db/tenant.server';
import { seedCanaries, type Canary } from '../canaries';
import { readCatalog, type CatalogTable } from '../catalog';
import { createTestDatabase, type TestDatabase } from '../template-database';
import { probeThroughBuilder, type OpenLoose } from './plugin-probe';
import { attackQueries, type QueryReport } from './query-attack';

let database: TestDatabase;
let superuser: pg.Client;
let tables: readonly CatalogTable[];
let canaries: readonly [Canary, Canary];
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await database.clientAs('superuser');
  const all = await readCatalog(superuser);
  tables = all.filter((table) => table.isTenant);
  for (const table of tables) await superuser.query(`alter table ${table.name} disable row level security, no force row level security`);
  canaries = (await seedCanaries(superuser, all, 2)) as unknown as readonly [Canary, Canary];
});
afterAll(() => database.close());

/** The application's way in. */
const throughPlugin: OpenLoose = (bureauId, run) => withBureau(database.app.db, bureauId, (trx) => run(trx as unknown as Parameters<typeof run>[0]));

/** The same without the plugin: with row-level security off, nothing is left. */
const withoutPlugin: OpenLoose = (bureauId, run) =>
  database.app.db
    .withoutPlugins()
    .transaction()
    .execute(async (trx) => {
      await sql`select set_config('app.bureau_id', ${bureauId}, true)`.execute(trx);
      return run(trx as unknown as Parameters<typeof run>[0]);
    });

describe('A7 explicit predicate, with row-level security off', () => {
  test('nothing but the plugin stands between the bureaus here', async () => {
    const { rows } = await (await database.clientAs('user')).query('select bureau_id from rounds');
    expect(rows).toHaveLength(2);
  });

  test('every table and command through the query builder: own rows only', async () => {
    const faults: string[] = [];
    for (const [own, foreign] of [canaries, [canaries[1], canaries[0]] as const]) {
      for (const table of tables) faults.push(...(await probeThroughBuilder(throughPlugin, table, own, foreign)));
    }
    expect(faults).toEqual([]);
  });

  test('the same probes without the plugin find every table open', async () => {
    const closed: string[] = [];
    for (const table of tables) {
      if ((await probeThroughBuilder(withoutPlugin, table, canaries[0], canaries[1])).length === 0) closed.push(table.name);
    }
    expect(closed).toEqual([]);
  });

  test('every query function, given another bureau’s ids, shows and changes nothing of it', async () => {
    const report: QueryReport = await attackQueries(superuser, tables, canaries, throughPlugin);
    process.stdout.write(`A7: ${report.functions} query functions, ${report.calls} calls, ${report.answered} answered with own rows, ${report.faults.length} faults\n`);
    expect(report.faults).toEqual([]);
    // Not vacuous: most functions do answer when they are given the own ids.
    expect(report.answered).toBeGreaterThan(20);
  }, 120_000);

  test('without the plugin the same calls do', async () => {
    const report = await attackQueries(superuser, tables, canaries, withoutPlugin);
    expect(report.faults.length).toBeGreaterThan(0);
  }, 120_000);
});
