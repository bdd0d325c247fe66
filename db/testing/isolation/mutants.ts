import type { CatalogForeignKey, CatalogPolicy, CatalogTable } from '../catalog';

/** One weakening of the schema: what it is called, and the statements that make it. */
export interface Mutant {
  readonly name: string;
  readonly statements: readonly string[];
}

const own = 'bureau_id = (select current_bureau_id())';

function replaced(table: string, policy: CatalogPolicy, using: string | null, check: string | null, role = policy.roles.join(', ')): readonly string[] {
  const clauses = [using === null ? '' : `using (${using})`, check === null ? '' : `with check (${check})`].join(' ');
  return [`drop policy ${policy.name} on ${table}`, `create policy ${policy.name} on ${table} for ${policy.command.toLowerCase()} to ${role} ${clauses}`];
}

/** Five weakenings of one policy of a tenant table. */
export function policyMutants(table: string, policy: CatalogPolicy): readonly Mutant[] {
  const { using, check } = policy;
  const both = (text: string): readonly string[] => replaced(table, policy, using && text, check && text);
  const mutants: readonly (readonly [string, readonly string[]])[] = [
    ['dropped', [`drop policy ${policy.name} on ${table}`]],
    ['always true', both('true')],
    ['inverted', both('bureau_id <> (select current_bureau_id())')],
    ['open when no bureau is set', both(`(select current_bureau_id()) is null or ${own}`)],
    using && check ? ['new rows unchecked', replaced(table, policy, using, 'true')] : ['for another role', replaced(table, policy, using, check, 'app_dispatcher')],
  ];
  return mutants.map(([name, statements]) => ({ name: `${policy.name}: ${name}`, statements }));
}

const noBureau = '(select current_bureau_id()) is null';
const me = 'user_id = (select current_app_user_id())';
const ownConditions: Readonly<Record<string, readonly string[]>> = {
  memberships: [noBureau, me, 'ended_at is null'],
  reviewer_grants: [noBureau, me, 'revoked_at is null', '(expires_at is null or expires_at > clock_timestamp())'],
  bureaus: [noBureau, '(bureau_id in (select m.bureau_id from memberships m) or bureau_id in (select g.bureau_id from reviewer_grants g))'],
  departments: [noBureau, '(bureau_id, id) in (select m.bureau_id, m.department_id from memberships m)'],
  units: [noBureau, '(bureau_id, id) in (select m.bureau_id, m.unit_id from memberships m)'],
};

/** Weakenings of the policy that shows a person what is theirs: each condition left out, and the whole dropped, opened or closed. */
export function ownPolicyMutants(table: string, policy: CatalogPolicy): readonly Mutant[] {
  const conditions = ownConditions[table] ?? [];
  const without = conditions.map((left, index) => ({
    name: `${policy.name}: without "${left}"`,
    statements: replaced(table, policy, conditions.filter((_, at) => at !== index).join(' and '), null),
  }));
  return [
    ...without,
    { name: `${policy.name}: dropped`, statements: [`drop policy ${policy.name} on ${table}`] },
    { name: `${policy.name}: always true`, statements: replaced(table, policy, 'true', null) },
    { name: `${policy.name}: for every command`, statements: [`drop policy ${policy.name} on ${table}`, `create policy ${policy.name} on ${table} for all to app_user using (${conditions.join(' and ')})`] },
  ];
}

/** Weakenings of what the dispatcher may do. */
export function dispatcherMutants(table: string, policy: CatalogPolicy): readonly Mutant[] {
  const check = policy.check && 'true';
  return [
    { name: `${policy.name}: dropped`, statements: [`drop policy ${policy.name} on ${table}`] },
    { name: `${policy.name}: never`, statements: replaced(table, policy, 'false', check) },
    { name: `${policy.name}: for everybody`, statements: replaced(table, policy, 'true', check, 'public') },
    { name: `${policy.name}: for app_user`, statements: replaced(table, policy, 'true', check, 'app_user') },
    policy.command === 'DELETE'
      ? { name: `${policy.name}: waiting jobs too`, statements: replaced(table, policy, 'true', check) }
      : { name: `${policy.name}: one bureau only`, statements: replaced(table, policy, own, check) },
  ];
}

/** Row-level security itself. */
export function tableMutants(table: string): readonly Mutant[] {
  return [
    { name: `${table}: row-level security disabled`, statements: [`alter table ${table} disable row level security`] },
    { name: `${table}: not forced on the owner`, statements: [`alter table ${table} no force row level security`] },
    { name: `${table}: one more policy for everybody`, statements: [`create policy ${table}_wide on ${table} using (true)`] },
  ];
}

/** Five weakenings of one composite reference. */
export function referenceMutants(table: CatalogTable, key: CatalogForeignKey): readonly Mutant[] {
  const drop = `alter table ${table.name} drop constraint ${key.name}`;
  const add = (columns: readonly string[], referenced: readonly string[], options = ''): string =>
    `alter table ${table.name} add constraint ${key.name} foreign key (${columns.join(', ')}) references ${key.referencedTable} (${referenced.join(', ')}) ${options}`;
  const single = key.columns.map((column, index) => [column, key.referencedColumns[index] ?? ''] as const).filter(([column]) => column !== 'bureau_id');
  const [columns, referenced] = [single.map(([column]) => column), single.map(([, column]) => column)];
  const mutants: readonly (readonly [string, readonly string[]])[] = [
    ['dropped', [drop]],
    ['without bureau_id', [drop, `create unique index mutant on ${key.referencedTable} (${referenced.join(', ')})`, add(columns, referenced)]],
    ['not enforced', [drop, add(key.columns, key.referencedColumns, 'not enforced')]],
    ['checked at the end only', [drop, add(key.columns, key.referencedColumns, 'deferrable initially deferred')]],
    ['triggers off', [`alter table ${table.name} disable trigger all`]],
  ];
  return mutants.map(([name, statements]) => ({ name: `${table.name}.${key.name}: ${name}`, statements }));
}
