import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedCanaries, type Canary } from '../canaries';
import { readCatalog, type CatalogTable } from '../catalog';
import { createTestDatabase, type TestDatabase } from '../template-database';
import { guardTable } from './catalog-guard';
import { probeDispatcher } from './dispatcher-probe';
import { probeBureauReference, probeForeignKey, tenantReferences } from './foreign-key-probe';
import { dispatcherMutants, ownPolicyMutants, policyMutants, referenceMutants, tableMutants, type Mutant } from './mutants';
import { PROBES, runProbe } from './probes';
import { probeOwn, seedWanderer, USER_TABLES } from './user-probe';

let database: TestDatabase;
let superuser: pg.Client;
let tables: readonly CatalogTable[];
let canaries: readonly Canary[];
let wanderer: string;
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await database.clientAs('superuser');
  const all = await readCatalog(superuser);
  tables = all.filter((table) => table.isTenant);
  canaries = await seedCanaries(superuser, all, 7);
  // Away from the first two, which attack each other.
  wanderer = await seedWanderer(superuser, canaries.slice(2));
}, 120_000);
afterAll(() => database.close());

const everything = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** A3, A4 and A8 for one table, with every privilege granted: what its policies and references alone hold back. Owner included. */
async function attackTable(table: CatalogTable): Promise<readonly string[]> {
  const [own, foreign] = canaries as readonly [Canary, Canary];
  const faults: string[] = [];
  // Without foreign keys a delete shows by its count which rows it reached.
  await superuser.query(`grant ${everything.join(', ')} on ${table.name} to app_user, app_owner; set local session_replication_role = replica; set local role app_user`);
  const privileges = new Set(everything);
  for (const actor of [own, undefined]) {
    await superuser.query("select set_config('app.bureau_id', $1, true)", [actor?.bureauId ?? '']);
    for (const probe of PROBES) faults.push(...(await runProbe(probe, table, { client: superuser, own: actor, foreign, privileges })));
  }
  await superuser.query('set local role none; set local session_replication_role = origin; set local role app_user');
  await superuser.query("select set_config('app.bureau_id', $1, true)", [own.bureauId]);
  for (const key of tenantReferences(table, tables)) faults.push(...(await probeForeignKey(table, key, { client: superuser, own, foreign, privileges })));
  faults.push(...(await probeBureauReference(table, { client: superuser, own, foreign, privileges })));
  await superuser.query('set local role app_owner');
  const asOwner = (await superuser.query(`select 1 from ${table.name}`)).rowCount ?? 0;
  if (asOwner > 0) faults.push(`${table.name}: the owner sees ${asOwner} rows`);
  return faults;
}

/** Makes the mutant, attacks, and undoes both. */
async function faultsOf(mutant: Mutant | undefined, attack: () => Promise<readonly string[]>): Promise<readonly string[]> {
  await superuser.query('begin');
  try {
    for (const statement of mutant?.statements ?? []) await superuser.query(statement);
    return await attack();
  } finally {
    await superuser.query('rollback');
  }
}

async function survivorsOf(mutants: readonly Mutant[], attack: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const survivors: string[] = [];
  for (const mutant of mutants) if ((await faultsOf(mutant, attack)).length === 0) survivors.push(mutant.name);
  return survivors;
}

function report(what: string, made: number, survivors: readonly string[]): void {
  process.stdout.write(`A14: ${made} mutants of ${what}, ${made - survivors.length} killed\n`);
  expect(survivors).toEqual([]);
  expect(made).toBeGreaterThan(0);
}

describe('A14 policy mutation score', () => {
  test('unchanged, nothing is found', async () => {
    const faults: string[] = [];
    for (const table of tables) faults.push(...(await faultsOf(undefined, () => attackTable(table))));
    for (const table of USER_TABLES) faults.push(...(await faultsOf(undefined, () => attackOwn(table))));
    faults.push(...(await faultsOf(undefined, () => probeDispatcher(superuser))));
    expect(faults).toEqual([]);
  });

  test('every weakened policy of a tenant table is caught', async () => {
    const survivors: string[] = [];
    let made = 0;
    for (const table of tables) {
      const standard = table.policies.filter((policy) => policy.name === `${table.name}_${policy.command.toLowerCase()}`);
      const mutants = [...standard.flatMap((policy) => policyMutants(table.name, policy)), ...tableMutants(table.name)];
      survivors.push(...(await survivorsOf(mutants, () => attackTable(table))));
      made += mutants.length;
    }
    report('tenant policies', made, survivors);
  }, 300_000);

  test('every weakened composite reference is caught', async () => {
    const survivors: string[] = [];
    let made = 0;
    for (const table of tables) {
      const mutants = tenantReferences(table, tables).flatMap((key) => referenceMutants(table, key));
      survivors.push(...(await survivorsOf(mutants, () => attackTable(table))));
      made += mutants.length;
    }
    report('composite references', made, survivors);
  }, 300_000);

  test('every weakened policy of what is a person’s own is caught', async () => {
    const survivors: string[] = [];
    let made = 0;
    for (const table of tables) {
      const mutants = table.policies.filter((policy) => policy.name === `${table.name}_own`).flatMap((policy) => ownPolicyMutants(table.name, policy));
      survivors.push(...(await survivorsOf(mutants, () => attackOwn(table.name))));
      made += mutants.length;
    }
    report('own policies', made, survivors);
  }, 300_000);

  test('every weakened policy of the dispatcher is caught', async () => {
    const survivors: string[] = [];
    let made = 0;
    for (const table of tables) {
      const mutants = table.policies.filter((policy) => policy.roles.join() === 'app_dispatcher').flatMap((policy) => dispatcherMutants(table.name, policy));
      survivors.push(...(await survivorsOf(mutants, async () => [...(await probeDispatcher(superuser)), ...(await attackTable(table))])));
      made += mutants.length;
    }
    report('dispatcher policies', made, survivors);
  }, 300_000);
});

/** The catalog guard comes along: where a policy stands on another table's policy, a condition they share shows there only. */
async function attackOwn(table: string): Promise<readonly string[]> {
  const faults = await probeOwn(superuser, table, wanderer, canaries[3] as Canary);
  const now = (await readCatalog(superuser)).find((one) => one.name === table);
  return [...faults, ...(now ? guardTable(now) : [])];
}
