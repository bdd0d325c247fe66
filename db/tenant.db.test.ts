import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EndedLeaseError } from './pool-lease';
import { findBureau } from './queries/bureaus.server';
import { listOwnMemberships } from './queries/memberships.server';
import { insertReviewerGrant, listOwnReviewerGrants } from './queries/reviewer-grants.server';
import { bureauOf, withBureau, withUser, type TenantTransaction } from './tenant.server';
import { makeBureau, makeCategory, makeDepartment, makeMembership, makeUser } from './testing/factories';
import { createTestDatabase, type TestDatabase } from './testing/template-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe('withBureau', () => {
  test('sees its own bureau and no other', async () => {
    const { db } = database.app;
    const [one, other] = [await makeBureau(db, { name: '甲区财政局' }), await makeBureau(db, { name: '乙区财政局' })];
    await withBureau(db, one, async (trx) => {
      expect(bureauOf(trx)).toBe(one);
      expect((await findBureau(trx))?.name).toBe('甲区财政局');
    });
    await withBureau(db, other, async (trx) => expect((await findBureau(trx))?.name).toBe('乙区财政局'));
  });

  test.each(['', 'x', "' or true --", '018F0000-0000-7000-8000-000000000000', '018f0000-0000-7000-8000-000000000000 '])(
    'refuses the id %j before anything is sent',
    async (id) => {
      await expect(withBureau(database.app.db, id, () => Promise.resolve())).rejects.toThrow(TypeError);
      await expect(withUser(database.app.db, id, () => Promise.resolve())).rejects.toThrow(TypeError);
    },
  );

  test('rolls back what a throwing run wrote', async () => {
    const { db } = database.app;
    const bureau = await makeBureau(db);
    const failure = new Error('stop');
    await expect(
      withBureau(db, bureau, async (trx) => {
        await makeCategory(trx);
        throw failure;
      }),
    ).rejects.toBe(failure);
    const rows = await withBureau(db, bureau, (trx) => trx.selectFrom('department_categories').select('id').execute());
    expect(rows).toEqual([]);
  });

  test('a handle is dead after its transaction, even for a query that was under way to be sent', async () => {
    const { db } = database.app;
    const bureau = await makeBureau(db);
    let kept: TenantTransaction | undefined;
    let straggler: Promise<unknown> = Promise.resolve();
    await withBureau(db, bureau, (trx) => {
      kept = trx;
      return Promise.resolve();
    });
    await expect(findBureau(kept as TenantTransaction)).rejects.toThrow();
    await withBureau(db, bureau, (trx) => {
      // Not awaited on purpose: it must run inside this transaction or not at all.
      straggler = findBureau(trx).catch((error: unknown) => error);
      return Promise.resolve();
    });
    const outcome = await straggler;
    expect(outcome === undefined || outcome instanceof Error || (outcome as { id: string }).id === bureau).toBe(true);
  });

  test('a connection leaves the pool with no setting on it', async () => {
    const connection = database.connectAs('user', { max: 1 });
    await withBureau(connection.db, await makeBureau(database.app.db), async (trx) => {
      await findBureau(trx);
    });
    const client = await connection.pool.connect();
    const { rows } = await client.query("select current_setting('app.bureau_id', true) as bureau, current_setting('app.user_id', true) as person");
    client.release();
    expect(rows).toEqual([{ bureau: '', person: '' }]);
  });

  test('BEGIN and the setting are one message', async () => {
    const connection = database.connectAs('user', { max: 1 });
    const sent: string[] = [];
    const client = await connection.pool.connect();
    const original = client.query.bind(client) as (...given: unknown[]) => unknown;
    (client as unknown as { query: unknown }).query = (query: string | { text: string }, ...rest: unknown[]) => {
      sent.push((typeof query === 'string' ? query : query.text).replace(/'[^']*'/g, "'…'"));
      return original(query, ...rest);
    };
    client.release();
    await withBureau(connection.db, await makeBureau(database.app.db), (trx) => findBureau(trx));
    expect(sent[0]).toBe("begin; select set_config('…', '…', true), set_config('…', '…', true)");
    expect(sent).toHaveLength(3);
  });

  test('a connection that does not come back idle is closed, not reused', async () => {
    const connection = database.connectAs('user', { max: 1 });
    const backend = () => connection.db.selectNoFrom(sql<number>`pg_backend_pid()`.as('pid')).executeTakeFirstOrThrow();
    const first = await backend();
    expect(await backend()).toEqual(first);
    await connection.db.connection().execute((held) => sql`begin; select 1`.execute(held));
    expect(await backend()).not.toEqual(first);
  });
});

describe('withUser', () => {
  test('lists own memberships with names over all bureaus, and nobody else’s', async () => {
    const { db } = database.app;
    const [me, colleague] = [await makeUser(db), await makeUser(db)];
    const [one, other] = [await makeBureau(db, { name: '丙区财政局' }), await makeBureau(db, { name: '丁区财政局' })];
    await withBureau(db, one, async (trx) => {
      const departmentId = await makeDepartment(trx, await makeCategory(trx), { name: '商务局' });
      await makeMembership(trx, me, 'department_editor', { departmentId });
      await makeMembership(trx, colleague, 'department_approver', { departmentId });
    });
    await withBureau(db, other, async (trx) => {
      await makeMembership(trx, me, 'reviewer');
      await insertReviewerGrant(trx, { id: me, userId: me, fiscalYear: null, expiresAt: null });
      await insertReviewerGrant(trx, { id: colleague, userId: me, fiscalYear: 2024, expiresAt: '2020-01-01T00:00:00Z' });
    });
    const mine = await withUser(db, me, listOwnMemberships);
    expect(mine.map((one) => [one.bureau.name, one.role, one.department?.name])).toEqual(
      expect.arrayContaining([
        ['丙区财政局', 'department_editor', '商务局'],
        ['丁区财政局', 'reviewer', undefined],
      ]),
    );
    expect(mine).toHaveLength(2);
    const grants = await withUser(db, me, listOwnReviewerGrants);
    expect(grants.map((grant) => grant.bureau.name)).toEqual(['丁区财政局']);
  });

  test('own policies do not widen a bureau’s transaction', async () => {
    const { db } = database.app;
    const me = await makeUser(db);
    const [one, other] = [await makeBureau(db), await makeBureau(db)];
    await withBureau(db, one, (trx) => makeMembership(trx, me, 'bureau_officer'));
    await withBureau(db, other, (trx) => makeMembership(trx, me, 'bureau_officer'));
    const client = await database.clientAs('user');
    await client.query('begin');
    await client.query("select set_config('app.bureau_id', $1, true), set_config('app.user_id', $2, true)", [one, me]);
    const { rows } = await client.query('select bureau_id from memberships');
    await client.query('rollback');
    expect(rows).toEqual([{ bureau_id: one }]);
  });
});

test('the lease refuses whoever comes after it', async () => {
  const connection = database.connectAs('user', { max: 1 });
  const bureau = await makeBureau(database.app.db);
  let late: (() => Promise<unknown>) | undefined;
  await connection.db.connection().execute((held) => {
    late = () => sql`select 1`.execute(held);
    return Promise.resolve();
  });
  await withBureau(connection.db, bureau, async () => {
    await expect(late?.()).rejects.toThrow(EndedLeaseError);
  });
});
