import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedCanaries, type Canary } from '../canaries';
import { readCatalog, type CatalogTable } from '../catalog';
import { createTestDatabase, type TestDatabase } from '../template-database';
import { acting, PROBES, runProbe } from './probes';

/** ISOLATION_PROBES=10000 runs the full size. */
const wanted = Number(process.env['ISOLATION_PROBES'] ?? 1000);

let database: TestDatabase;
let tables: readonly CatalogTable[];
let canaries: readonly Canary[];
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  const superuser = await database.clientAs('superuser');
  const all = await readCatalog(superuser);
  tables = all.filter((table) => table.isTenant);
  canaries = await seedCanaries(superuser, all, Math.max(3, Math.ceil(wanted / (tables.length * PROBES.length))));
  client = await database.clientAs('user');
}, 300_000);
afterAll(() => database.close());

describe('A3 cross-tenant row matrix', () => {
  test(
    'every bureau against every table and command: own rows only',
    async () => {
      const faults: string[] = [];
      let probes = 0;
      for (const [index, own] of canaries.entries()) {
        const foreign = canaries[(index + 1) % canaries.length] as Canary;
        await acting(client, own, async () => {
          for (const table of tables) {
            for (const probe of PROBES) {
              faults.push(...(await runProbe(probe, table, { client, own, foreign, privileges: table.privileges })));
              probes += 1;
            }
          }
        });
      }
      process.stdout.write(`A3: ${canaries.length} bureaus × ${tables.length} tables × ${PROBES.length} commands = ${probes} probes, ${faults.length} faults\n`);
      expect(faults).toEqual([]);
      expect(probes).toBeGreaterThanOrEqual(wanted);
    },
    600_000,
  );
});

const contexts: readonly (readonly [name: string, prepare: string])[] = [
  ['no setting', 'select 1'],
  ['an empty setting', "select set_config('app.bureau_id', '', true)"],
  ['garbage', "select set_config('app.bureau_id', '018f-not-a-uuid', true)"],
  ['SQL', "select set_config('app.bureau_id', ''' or true --', true)"],
  ['a uuid with a blank', "select set_config('app.bureau_id', ' 018f0000-0000-7000-8000-000000000000', true)"],
  ['braces', "select set_config('app.bureau_id', '{018f0000-0000-7000-8000-000000000000}', true)"],
  ['an unknown bureau', "select set_config('app.bureau_id', '018f0000-0000-7000-8000-000000000000', true)"],
  ['a person without a bureau’s places', "select set_config('app.user_id', '018f0000-0000-7000-8000-000000000000', true)"],
];

describe('A4 no context, no rows', () => {
  test.each(contexts)('%s', async (_name, prepare) => {
    const fresh = await database.clientAs('user');
    const foreign = canaries[0] as Canary;
    const faults: string[] = [];
    await acting(fresh, undefined, async () => {
      await fresh.query(prepare);
      for (const table of tables) {
        for (const probe of PROBES) faults.push(...(await runProbe(probe, table, { client: fresh, own: undefined, foreign, privileges: table.privileges })));
      }
    });
    expect(faults).toEqual([]);
  });

  test('outside a transaction the setting of the last one is gone', async () => {
    const fresh = await database.clientAs('user');
    await acting(fresh, canaries[0], async () => {
      expect((await fresh.query('select 1 from rounds')).rowCount).toBe(1);
    });
    expect((await fresh.query("select current_setting('app.bureau_id', true) as setting")).rows).toEqual([{ setting: '' }]);
    for (const table of tables) expect((await fresh.query(`select 1 from ${table.name}`)).rowCount).toBe(0);
  });
});
