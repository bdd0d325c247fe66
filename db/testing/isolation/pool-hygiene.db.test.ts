import fc from 'fast-check';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '~/db/connection.server';
import { allowRaw } from '~/db/tenant-plugin/raw-fragments';
import { withBureau, type TenantTransaction } from '~/db/tenant.server';
import { seedCanaries, type Canary } from '../canaries';
import { readCatalog } from '../catalog';
import { createTestDatabase, type TestDatabase } from '../template-database';

/** ISOLATION_RUNS=5000 runs the full size. */
const runs = Number(process.env['ISOLATION_RUNS'] ?? 300);

let database: TestDatabase;
let superuser: pg.Client;
let connection: Connection;
let canceller: Connection;
let canaries: readonly Canary[];
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await database.clientAs('superuser');
  canaries = await seedCanaries(superuser, await readCatalog(superuser), 4);
  connection = database.connectAs('user', { max: 3 });
  canceller = database.connectAs('superuser');
});
afterAll(() => database.close());

const steps = ['read', 'write', 'fail', 'time out', 'cancel', 'savepoint', 'yield'] as const;
type Step = (typeof steps)[number];
interface Actor {
  readonly tenant: number;
  readonly steps: readonly Step[];
  readonly end: 'commit' | 'throw' | 'swallow';
}

const actors = fc.array(
  fc.record({
    tenant: fc.nat({ max: 3 }),
    steps: fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 5 }),
    end: fc.constantFrom<Actor['end']>('commit', 'throw', 'swallow'),
  }),
  { minLength: 2, maxLength: 8 },
);

class Stop extends Error {}

async function read(trx: TenantTransaction, own: Canary): Promise<void> {
  const { rows } = await allowRaw(sql<{ bureau_id: string; setting: string }>`select bureau_id, current_setting('app.bureau_id') as setting from rounds`).execute(trx);
  if (rows.length !== 1 || rows[0]?.bureau_id !== own.bureauId || rows[0].setting !== own.bureauId) throw new Error(`bleed: ${own.bureauId} saw ${JSON.stringify(rows)}`);
}

/** Raw statements on purpose: here row-level security stands alone. */
async function take(step: Step, trx: TenantTransaction, own: Canary): Promise<void> {
  const run = (text: string): Promise<unknown> => allowRaw(sql.raw(text)).execute(trx);
  switch (step) {
    case 'read':
      return read(trx, own);
    case 'write':
      await run("insert into outbox (bureau_id, id, job, payload) select bureau_id, gen_random_uuid(), 'hygiene', '{}' from bureaus");
      return read(trx, own);
    case 'fail':
      await run('select 1 / 0');
      return;
    case 'time out':
      await run('set local statement_timeout = 2');
      await run('select pg_sleep(5)');
      return;
    case 'cancel': {
      const { rows } = await allowRaw(sql<{ pid: number }>`select pg_backend_pid() as pid`).execute(trx);
      const sleeping = run('select pg_sleep(0.05)').then(() => undefined, (error: unknown) => error);
      await canceller.pool.query('select pg_cancel_backend($1)', [rows[0]?.pid]);
      const error = await sleeping;
      if (error) throw error as Error;
      return;
    }
    case 'savepoint':
      await run('savepoint nested');
      await run('select 1 / 0').catch(() => undefined);
      await run('rollback to savepoint nested');
      return read(trx, own);
    case 'yield':
      await new Promise((resolve) => setImmediate(resolve));
      return read(trx, own);
  }
}

async function act(actor: Actor): Promise<string | undefined> {
  const own = canaries[actor.tenant] as Canary;
  let bleed: string | undefined;
  const outcome = withBureau(connection.db, own.bureauId, async (trx) => {
    for (const step of actor.steps) {
      try {
        await take(step, trx, own);
      } catch (error) {
        if (String(error).includes('bleed')) bleed = String(error);
        if (actor.end !== 'swallow') throw error;
      }
    }
    if (actor.end === 'throw') throw new Stop();
  });
  await outcome.catch(() => undefined);
  return bleed;
}

/** A connection fresh from the pool carries no bureau. */
async function peek(): Promise<string | undefined> {
  const client = await connection.pool.connect();
  try {
    const { rows } = await client.query<{ bureau: string | null; state: number }>("select current_setting('app.bureau_id', true) as bureau, (select count(*)::integer from rounds) as state");
    return rows[0]?.bureau || rows[0]?.state ? `left behind: ${JSON.stringify(rows[0])}` : undefined;
  } finally {
    client.release();
  }
}

describe('A5 pool hygiene', () => {
  test(
    'whatever tenants do at once on three connections, each sees itself only and leaves nothing behind',
    async () => {
      let transactions = 0;
      await fc.assert(
        fc.asyncProperty(actors, async (cast) => {
          transactions += cast.length;
          const faults = await Promise.all([...cast.map(act), peek(), ...cast.map(act), peek(), peek(), peek()]);
          expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
        }),
        { numRuns: runs },
      );
      process.stdout.write(`A5: ${runs} interleavings, ${transactions * 2} transactions, 0 bleed\n`);
      const { rows } = await superuser.query('select count(*)::integer as wrong from outbox where bureau_id <> all ($1)', [canaries.map((canary) => canary.bureauId)]);
      expect(rows).toEqual([{ wrong: 0 }]);
    },
    900_000,
  );

  test('a setting made for the session instead of the transaction is noticed', async () => {
    const client = await connection.pool.connect();
    await client.query("select set_config('app.bureau_id', $1, false)", [canaries[0]?.bureauId]);
    client.release();
    const looks = await Promise.all([peek(), peek(), peek(), peek(), peek()]);
    expect(looks.some((look) => look?.startsWith('left behind'))).toBe(true);
  });
});
