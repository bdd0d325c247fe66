import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, type Compilable } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { DB } from '../schema.generated';
import { allowRaw } from './raw-fragments';
import { TenantPluginRefusal } from './refusal';
import { bureauScope, DISPATCHER_SCOPE, OUTSIDE_SCOPE, userScope, type Scope } from './scopes';
import { TenantPlugin } from './tenant-plugin';

const own = '018f0000-0000-7000-8000-00000000000a';
const other = '018f0000-0000-7000-8000-00000000000b';
const id = '018f0000-0000-7000-8000-0000000000ff';

function handle(scope: Scope): Kysely<DB> {
  const dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return new Kysely<DB>({ dialect, plugins: [new TenantPlugin(scope)] });
}

type Case = readonly [name: string, query: (db: Kysely<DB>) => Compilable, expected: string];

/** The compiled text with the own bureau's parameter written as `#`. */
function compiled(scope: Scope, query: Case[1]): string {
  const { sql: text, parameters } = query(handle(scope)).compile();
  return text.replace(/\$(\d+)/g, (place, number: string) => (parameters[Number(number) - 1] === own ? '#' : place)).replace(/"/g, '');
}

const narrowed: readonly Case[] = [
  ['select', (db) => db.selectFrom('cells').select('address'), 'select address from cells where cells.bureau_id = #'],
  ['alias', (db) => db.selectFrom('cells as c').select('c.address'), 'select c.address from cells as c where c.bureau_id = #'],
  [
    'where with or',
    (db) => db.selectFrom('cells').select('address').where((eb) => eb.or([eb('version', '=', 1), eb('version', '=', 2)])),
    'select address from cells where cells.bureau_id = # and ((version = $2 or version = $3))',
  ],
  [
    'a raw or cannot reach around',
    (db) => db.selectFrom('cells').select('address').where('version', '=', 1).where(sql<boolean>`true or true`),
    'select address from cells where cells.bureau_id = # and (version = $2 and true or true)',
  ],
  [
    'several tables in from',
    (db) => db.selectFrom(['cells as c', 'rounds as r', 'users as u']).select('c.address'),
    'select c.address from cells as c, rounds as r, users as u where c.bureau_id = # and r.bureau_id = #',
  ],
  [
    'inner join',
    (db) => db.selectFrom('assignments as a').innerJoin('rounds as r', 'r.id', 'a.round_id').select('a.id'),
    'select a.id from assignments as a inner join rounds as r on r.bureau_id = # and (r.id = a.round_id) where a.bureau_id = #',
  ],
  [
    'left join keeps unmatched rows',
    (db) => db.selectFrom('assignments as a').leftJoin('submissions', 'submissions.assignment_id', 'a.id').select('a.id'),
    'select a.id from assignments as a left join submissions on submissions.bureau_id = # and (submissions.assignment_id = a.id) where a.bureau_id = #',
  ],
  [
    'cross join',
    (db) => db.selectFrom('rounds as r').crossJoin('units as u').select('r.id'),
    'select r.id from rounds as r cross join units as u where r.bureau_id = # and u.bureau_id = #',
  ],
  [
    'lateral subquery',
    (db) =>
      db
        .selectFrom('assignments as a')
        .leftJoinLateral((eb) => eb.selectFrom('cells').select('cells.address').whereRef('cells.assignment_id', '=', 'a.id').as('c'), (join) => join.onTrue())
        .select('c.address'),
    'select c.address from assignments as a left join lateral (select cells.address from cells where cells.bureau_id = # and (cells.assignment_id = a.id)) as c on true where a.bureau_id = #',
  ],
  [
    'global table joined',
    (db) => db.selectFrom('audit_events as e').leftJoin('users as u', 'u.id', 'e.actor_user_id').select('u.display_name'),
    'select u.display_name from audit_events as e left join users as u on u.id = e.actor_user_id where e.bureau_id = #',
  ],
  [
    'subquery in from',
    (db) => db.selectFrom((eb) => eb.selectFrom('cells').select('address').as('s')).select('s.address'),
    'select s.address from (select address from cells where cells.bureau_id = #) as s',
  ],
  [
    'subquery in where, select and exists',
    (db) =>
      db
        .selectFrom('rounds')
        .select((eb) => eb.selectFrom('units').select('name').limit(1).as('unit'))
        .where('id', 'in', (eb) => eb.selectFrom('assignments').select('round_id'))
        .where((eb) => eb.exists(eb.selectFrom('departments').select('departments.id'))),
    'select (select name from units where units.bureau_id = # limit $2) as unit from rounds where rounds.bureau_id = # and (id in (select round_id from assignments where assignments.bureau_id = #) and exists (select departments.id from departments where departments.bureau_id = #))',
  ],
  [
    'union',
    (db) => db.selectFrom('units').select('id').unionAll(db.selectFrom('departments').select('id')),
    'select id from units where units.bureau_id = # union all select id from departments where departments.bureau_id = #',
  ],
  [
    'common table expression',
    (db) => db.with('named', (q) => q.selectFrom('cells').select('address')).selectFrom('named').select('address'),
    'with named as (select address from cells where cells.bureau_id = #) select address from named',
  ],
  [
    'writing common table expression',
    (db) => db.with('gone', (q) => q.deleteFrom('units').returning('id')).selectFrom('gone as g').innerJoin('units as u', 'u.id', 'g.id').select('u.id'),
    'with gone as (delete from units where units.bureau_id = # returning id) select u.id from gone as g inner join units as u on u.bureau_id = # and (u.id = g.id)',
  ],
  [
    'recursive common table expression',
    (db) =>
      db
        .withRecursive('steps(n)', (q) => q.selectFrom('rounds').select('fiscal_year as n').unionAll(q.selectFrom('steps').select('steps.n')))
        .selectFrom('steps')
        .select('n'),
    'with recursive steps(n) as (select fiscal_year as n from rounds where rounds.bureau_id = # union all select steps.n from steps) select n from steps',
  ],
  [
    'update',
    (db) => db.updateTable('units').set({ name: 'x' }).where('id', '=', id),
    'update units set name = $1 where units.bureau_id = # and (id = $3)',
  ],
  [
    'update with alias, from and join',
    (db) =>
      db
        .updateTable('units as u')
        .from('departments as d')
        .innerJoin('department_categories as c', 'c.id', 'd.category_id')
        .set({ name: 'x' })
        .whereRef('u.department_id', '=', 'd.id'),
    'update units as u set name = $1 from departments as d inner join department_categories as c on c.bureau_id = # and (c.id = d.category_id) where u.bureau_id = # and d.bureau_id = # and (u.department_id = d.id)',
  ],
  ['delete', (db) => db.deleteFrom('units').where('id', '=', id), 'delete from units where units.bureau_id = # and (id = $2)'],
  [
    'delete using',
    (db) => db.deleteFrom('units as u').using('departments').whereRef('departments.id', '=', 'u.department_id'),
    'delete from units as u using departments where u.bureau_id = # and departments.bureau_id = # and (departments.id = u.department_id)',
  ],
  [
    'insert without owner gets it',
    (db) => db.insertInto('units').values({ id, department_id: id, code: 'a', name: 'b' } as never),
    'insert into units (id, department_id, code, name, bureau_id) values ($1, $2, $3, $4, #)',
  ],
  [
    'insert with the own owner',
    (db) => db.insertInto('units').values({ bureau_id: own, id, department_id: id, code: 'a', name: 'b' }),
    'insert into units (bureau_id, id, department_id, code, name) values (#, $2, $3, $4, $5)',
  ],
  [
    'insert of rows with expressions',
    (db) =>
      db.insertInto('cells').values((eb) => ({ assignment_id: id, address: 'a.b', typed_text: '', version: eb.selectFrom('cells').select((e) => e.fn.max('version').as('v')) }) as never),
    'insert into cells (assignment_id, address, typed_text, version, bureau_id) values ($1, $2, $3, (select max(version) as v from cells where cells.bureau_id = #), #)',
  ],
  [
    'insert … select',
    (db) =>
      db
        .insertInto('units')
        .columns(['id', 'department_id', 'code', 'name'])
        .expression((eb) => eb.selectFrom('units').select(['id', 'department_id', 'code', 'name'])),
    'insert into units (id, department_id, code, name, bureau_id) select inserted_rows.*, cast(# as uuid) as bureau_id from (select id, department_id, code, name from units where units.bureau_id = #) as inserted_rows',
  ],
  [
    'upsert',
    (db) =>
      db
        .insertInto('units')
        .values({ bureau_id: own, id, department_id: id, code: 'a', name: 'b' })
        .onConflict((conflict) => conflict.columns(['bureau_id', 'id']).doUpdateSet({ name: 'c' }).where('units.code', '=', 'a')),
    'insert into units (bureau_id, id, department_id, code, name) values (#, $2, $3, $4, $5) on conflict (bureau_id, id) do update set name = $6 where units.bureau_id = # and (units.code = $8)',
  ],
  [
    'upsert by constraint, and doing nothing',
    (db) => db.insertInto('units').values({ bureau_id: own, id, department_id: id, code: 'a', name: 'b' }).onConflict((conflict) => conflict.doNothing()),
    'insert into units (bureau_id, id, department_id, code, name) values (#, $2, $3, $4, $5) on conflict do nothing',
  ],
  [
    'locks, order, limits, known functions and raw words',
    (db) =>
      db
        .selectFrom('rounds as r')
        .select((eb) => [eb.fn.count('r.id').filterWhere('r.state', '=', 'open').as('n'), sql<string>`clock_timestamp() - interval '1 day'`.as('t')])
        .orderBy('r.issued_at', 'desc')
        .orderBy(sql`${sql.ref('r.name')} desc nulls last`)
        .limit(3)
        .forUpdate('r')
        .skipLocked(),
    "select count(r.id) filter(where r.state = $1) as n, clock_timestamp() - interval '1 day' as t from rounds as r where r.bureau_id = # order by r.issued_at desc, r.name desc nulls last limit $3 for update of r skip locked",
  ],
  [
    'allowed raw passes as it is',
    (db) => db.selectFrom(allowRaw(sql<{ n: number }>`unnest(array[1]) as extra (n)`).as('e') as never).select('e.n' as never),
    'select e.n from unnest(array[1]) as extra (n) as e',
  ],
  ['a global table needs nothing', (db) => db.selectFrom('users').select('id').where('id', '=', id), 'select id from users where id = $1'],
];

describe('in a bureau', () => {
  test.each(narrowed)('%s', (_name, query, expected) => {
    expect(compiled(bureauScope(own), query)).toBe(expected);
  });

  test('a subquery made from the same handle is narrowed once', () => {
    const text = compiled(bureauScope(own), (db) => {
      const inner = db.selectFrom('cells').select('assignment_id');
      return db.selectFrom('assignments').select('id').where('id', 'in', inner);
    });
    expect(text).toBe('select id from assignments where assignments.bureau_id = # and (id in (select assignment_id from cells where cells.bureau_id = #))');
  });
});

const unit = { bureau_id: own, id, department_id: id, code: 'a', name: 'b' };
const refused: readonly (readonly [name: string, query: (db: Kysely<DB>) => Compilable])[] = [
  ['right join', (db) => db.selectFrom('rounds').rightJoin('units', 'units.id', 'rounds.id').select('units.id')],
  ['full join', (db) => db.selectFrom('rounds').fullJoin('units', 'units.id', 'rounds.id').select('units.id')],
  ['merge', (db) => db.mergeInto('units').using('departments', 'departments.id', 'units.department_id').whenMatched().thenDelete()],
  ['a table nobody knows', (db) => db.selectFrom('pg_class' as 'units').select('id')],
  ['a table by its schema', (db) => db.selectFrom('public.units' as 'units').select('id')],
  ['a handle with a schema', (db) => db.withSchema('public').selectFrom('units').select('id')],
  ['a common table expression named like a table', (db) => db.with('cells', (q) => q.selectFrom('users').select('id')).selectFrom('cells').select('cells.id' as never)],
  ['a common table expression outside its statement', (db) => db.selectFrom((eb) => eb.selectFrom('named' as 'units').select('id').as('s')).select('s.id')],
  ['a raw table', (db) => db.selectFrom(sql<{ id: string }>`cells`.as('c')).select('c.id')],
  ['a raw subquery', (db) => db.selectFrom('units').select(sql`(select count(*) from cells)`.as('n'))],
  ['a raw table by reference', (db) => db.selectFrom('units').select(sql`count(${sql.table('cells')})`.as('n'))],
  ['a setting in raw', (db) => db.selectFrom('units').select(sql`set_config(${'app.bureau_id'}, ${other}, true)`.as('n'))],
  ['a setting by function', (db) => db.selectFrom('units').select((eb) => eb.fn('set_config', [eb.val('app.bureau_id'), eb.val(other), eb.val(true)]).as('n'))],
  ['text run as a query', (db) => db.selectFrom('units').select((eb) => eb.fn('query_to_xml', [eb.val('select * from cells')]).as('x'))],
  ['a comment in raw', (db) => db.selectFrom('units').select('id').where(sql<boolean>`true --`)],
  ['an unfinished text in raw', (db) => db.selectFrom('units').select('id').where(sql<boolean>`'`)],
  ['a closed parenthesis in raw', (db) => db.selectFrom('units').select('id').where(sql<boolean>`true) or (true`)],
  ['a quoted name in raw', (db) => db.selectFrom('units').select(sql`"cells"`.as('n'))],
  ['an insert for another bureau', (db) => db.insertInto('units').values({ ...unit, bureau_id: other })],
  ['one of several rows for another bureau', (db) => db.insertInto('units').values([unit, { ...unit, bureau_id: other }])],
  ['an owner by expression', (db) => db.insertInto('units').values((eb) => ({ ...unit, bureau_id: eb.val(other) }))],
  ['an owner by raw', (db) => db.insertInto('units').values({ ...unit, bureau_id: sql<string>`null` })],
  ['an owner by default', (db) => db.insertInto('units').values([unit, { id, department_id: id, code: 'a', name: 'b' } as never])],
  ['insert … select with an owner', (db) => db.insertInto('units').columns(['bureau_id', 'id']).expression((eb) => eb.selectFrom('units').select(['bureau_id', 'id']))],
  ['insert … select without columns', (db) => db.insertInto('units').expression((eb) => eb.selectFrom('units').selectAll())],
  ['default values', (db) => db.insertInto('units').defaultValues()],
  ['a conflict on a key without owner', (db) => db.insertInto('units').values(unit).onConflict((conflict) => conflict.column('id').doUpdateSet({ name: 'c' }))],
  ['a conflict on an expression', (db) => db.insertInto('units').values(unit).onConflict((conflict) => conflict.expression(sql`lower('a')`).doUpdateSet({ name: 'c' }))],
  ['an upsert that moves the row', (db) => db.insertInto('units').values(unit).onConflict((conflict) => conflict.columns(['bureau_id', 'id']).doUpdateSet({ bureau_id: other }))],
  ['an update that moves the row', (db) => db.updateTable('units').set({ bureau_id: other })],
  ['an update that moves the row to its own bureau', (db) => db.updateTable('units').set('bureau_id', own)],
  ['an update of a raw column', (db) => db.updateTable('units').set(sql<string>`name`, 'x')],
  ['a new table', (db) => db.schema.createTable('copy').as(db.selectFrom('units').selectAll())],
  ['a dropped table', (db) => db.schema.dropTable('units')],
];

describe('refuses in a bureau', () => {
  test.each(refused)('%s', (_name, query) => {
    const db = handle(bureauScope(own));
    expect(() => query(db).compile()).toThrow(TenantPluginRefusal);
  });

  test('a raw statement', () => {
    expect(() => sql`select * from cells`.compile(handle(bureauScope(own)))).toThrow(TenantPluginRefusal);
  });
});

describe('other scopes', () => {
  test('a person sees own memberships and grants, reads names, writes nothing of a bureau', () => {
    const scope = userScope(own);
    expect(compiled(scope, (db) => db.selectFrom('memberships as m').innerJoin('bureaus as b', 'b.bureau_id', 'm.bureau_id').select('b.name'))).toBe(
      'select b.name from memberships as m inner join bureaus as b on b.bureau_id = m.bureau_id where m.user_id = #',
    );
    const db = handle(scope);
    expect(() => db.selectFrom('cells').select('address').compile()).toThrow('withBureau');
    expect(() => db.updateTable('memberships').set({ role: 'x' }).compile()).toThrow('withBureau');
    expect(() => db.deleteFrom('bureaus').compile()).toThrow('withBureau');
    expect(() => db.insertInto('reviewer_grants').columns(['id']).values({ id } as never).compile()).toThrow('withBureau');
  });

  test('the bare connection reaches global tables only', () => {
    const db = handle(OUTSIDE_SCOPE);
    expect(compiled(OUTSIDE_SCOPE, (q) => q.selectFrom('users').select('id').where(sql<boolean>`lower(account_name) = 'x'`))).toBe(
      "select id from users where lower(account_name) = 'x'",
    );
    expect(() => db.selectFrom('cells').select('address').compile()).toThrow('withBureau');
    expect(() => sql`select * from cells`.compile(db)).toThrow(TenantPluginRefusal);
    expect(() => sql`select * from ${sql.table('cells')}`.compile(db)).toThrow(TenantPluginRefusal);
    expect(() => sql`select * from ${sql.id('cells')}`.compile(db)).toThrow(TenantPluginRefusal);
    expect(() => sql`select set_config('app.bureau_id', 'x', false)`.compile(db)).toThrow(TenantPluginRefusal);
    expect(sql`select 1`.compile(db).sql).toBe('select 1');
  });

  test('the dispatcher reaches the outbox and the bureaus’ ids', () => {
    const db = handle(DISPATCHER_SCOPE);
    expect(compiled(DISPATCHER_SCOPE, (q) => q.deleteFrom('outbox').where('id', '=', id))).toBe('delete from outbox where id = $1');
    expect(() => db.insertInto('outbox').values({} as never).compile()).toThrow(TenantPluginRefusal);
    expect(() => db.updateTable('bureaus').set({ name: 'x' }).compile()).toThrow(TenantPluginRefusal);
    expect(() => db.selectFrom('users').select('id').compile()).toThrow(TenantPluginRefusal);
  });
});
