import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import type pg from 'pg';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection, Database } from '~/db/connection.server';
import { withBureau } from '~/db/tenant.server';
import { seedCanaries, type Canary } from '../canaries';
import { readCatalog } from '../catalog';
import { createTestDatabase, type TestDatabase } from '../template-database';
import { dieAndGoOn, openPlain, type Damage, type Death, type Subject } from './stale-handle';

/** ISOLATION_ROUNDS=500 runs the full size. */
const rounds = Number(process.env['ISOLATION_ROUNDS'] ?? 60);
const deaths: readonly Death[] = ['terminated', 'idle too long', 'cut off'];

let database: TestDatabase;
let superuser: pg.Client;
let canaries: readonly [Canary, Canary];
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await database.clientAs('superuser');
  const [first, second] = await seedCanaries(superuser, await readCatalog(superuser), 2);
  canaries = [first as Canary, second as Canary];
});
afterAll(() => database.close());

/** Resets the socket beneath the pool's one connection. */
function cutOf(connection: Connection): () => void {
  const pool = connection.pool as unknown as { _clients: { connection: { stream: { resetAndDestroy(): void } } }[] };
  return () => pool._clients[0]?.connection.stream.resetAndDestroy();
}

async function damageOf(subject: Subject, count: number): Promise<Damage> {
  const total = { foreignReads: 0, survivals: 0, strayWrites: 0 };
  for (let round = 0; round < count; round += 1) {
    const [first, second] = round % 2 === 0 ? canaries : [canaries[1], canaries[0]];
    const damage = await dieAndGoOn(subject, deaths[round % deaths.length] ?? 'terminated', first, second, superuser);
    total.foreignReads += damage.foreignReads;
    total.survivals += damage.survivals;
    total.strayWrites += damage.strayWrites;
  }
  return total;
}

const none: Damage = { foreignReads: 0, survivals: 0, strayWrites: 0 };

describe('A6 stale transaction handle', () => {
  test('withBureau: a handle whose connection died throws for ever', async () => {
    const connection = database.connectAs('user', { max: 1 });
    const open: Subject['open'] = (bureauId, run) => withBureau(connection.db, bureauId, run);
    expect(await damageOf({ open, cut: cutOf(connection) }, rounds)).toEqual(none);
    process.stdout.write(`A6: ${rounds} deaths inside a transaction, 0 rows read, 0 written\n`);
  }, 300_000);

  test('so does pg with the second wall off', async () => {
    const connection = database.connectAs('user', { max: 1 });
    expect(await damageOf({ open: openPlain(connection.db), cut: cutOf(connection) }, rounds)).toEqual(none);
  }, 300_000);

  test('the same rounds over postgres.js with the second wall off read and change the next tenant’s rows', async () => {
    let closed: () => void = () => undefined;
    const noticedDeath = (): Promise<void> => new Promise((resolve) => (closed = resolve));
    const client = postgres(database.urls.user, { max: 1, onnotice: () => undefined, backoff: () => 0.001, onclose: () => closed() });
    const db = new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: client }) });
    try {
      const damage = await damageOf({ open: openPlain(db), noticedDeath }, 6);
      process.stdout.write(`A6: postgres.js ${JSON.stringify(damage)}\n`);
      expect(damage.foreignReads).toBeGreaterThan(0);
      expect(damage.strayWrites).toBeGreaterThan(0);
    } finally {
      await client.end({ timeout: 1 });
    }
  }, 60_000);
});
