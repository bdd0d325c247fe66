import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { byDependency, type CatalogColumn, type CatalogTable } from './catalog';

export type CanaryRow = Readonly<Record<string, unknown>>;

export interface Canary {
  readonly bureauId: string;
  /** One row in every table, by table name. */
  readonly rows: ReadonlyMap<string, CanaryRow>;
}

type Choices = Map<string, number>;

let counter = 0;

/** A value that fits the type; every text carries the canary's word. */
function valueOf(column: CatalogColumn, word: string): unknown {
  counter += 1;
  switch (column.type) {
    case 'uuid':
      return randomUUID();
    case 'text':
      return `${word}-${counter}`;
    case 'integer':
    case 'bigint':
    case 'smallint':
      return counter;
    case 'numeric':
      return `${counter}.5`;
    case 'boolean':
      return false;
    case 'jsonb':
    case 'json':
      return JSON.stringify({ canary: word });
    case 'timestamp with time zone':
      return '2099-01-01T00:00:00Z';
    case 'date':
      return '2099-01-01';
    case 'bytea':
      return Buffer.from(word);
    default:
      throw new Error(`no canary for the type ${column.type} of ${column.name}: add one to valueOf`);
  }
}

/** Values to try for a column, best first: a reference, the canary, what the table's checks mention, a hash, nothing. */
function candidates(table: CatalogTable, column: CatalogColumn, word: string, parents: ReadonlyMap<string, CanaryRow>): readonly unknown[] {
  const reference = table.foreignKeys.find((key) => key.columns.includes(column.name) && column.name !== 'bureau_id');
  const optional = column.notNull ? [] : [null];
  if (reference) {
    const parent = parents.get(reference.referencedTable);
    return [...(parent ? [parent[reference.referencedColumns[reference.columns.indexOf(column.name)] ?? '']] : []), ...optional];
  }
  if (!column.notNull || column.hasDefault) return [undefined];
  const value = valueOf(column, word);
  if (column.type !== 'text') return [value];
  const mentioned = table.checks
    .filter((check) => check.columns.includes(column.name))
    .flatMap((check) => [...check.definition.matchAll(/'([^']*)'::text/g)].map((match) => match[1]));
  return [value, ...new Set(mentioned), createHash('sha256').update(String(value)).digest('hex')];
}

async function insertRow(
  client: pg.Client,
  table: CatalogTable,
  fixed: CanaryRow,
  word: string,
  parents: ReadonlyMap<string, CanaryRow>,
  choices: Choices,
): Promise<CanaryRow> {
  const options = new Map(table.columns.map((column) => [column.name, column.name in fixed ? [fixed[column.name]] : candidates(table, column, word, parents)]));
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const given = [...options].map(([name, values]) => [name, values[choices.get(name) ?? 0]] as const).filter(([, value]) => value !== undefined);
    const names = given.map(([name]) => name);
    await client.query('savepoint canary');
    try {
      const { rows } = await client.query<CanaryRow>(
        `insert into ${table.name} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
        given.map(([, value]) => value),
      );
      await client.query('release savepoint canary');
      return rows[0] ?? {};
    } catch (error) {
      await client.query('rollback to savepoint canary');
      const check = table.checks.find((one) => one.name === (error as { constraint?: string }).constraint);
      if ((error as { code?: string }).code !== '23514' || !check || !advance(check.columns, options, choices)) throw error;
    }
  }
  throw new Error(`no canary of ${table.name} passes its checks`);
}

/** The next combination of the values of a failed check's columns; columns without a reference turn fastest. */
function advance(columns: readonly string[], options: ReadonlyMap<string, readonly unknown[]>, choices: Choices): boolean {
  const order = [...columns].sort((one, other) => (options.get(other)?.length ?? 0) - (options.get(one)?.length ?? 0));
  for (const name of order) {
    const next = (choices.get(name) ?? 0) + 1;
    if (next < (options.get(name)?.length ?? 0)) {
      choices.set(name, next);
      return true;
    }
    choices.set(name, 0);
  }
  return false;
}

/** Seeds `count` bureaus with one row in every table, made from the catalog alone; texts of the n-th carry `canary-n-`. `client` bypasses row-level security (a superuser). */
export async function seedCanaries(client: pg.Client, tables: readonly CatalogTable[], count: number): Promise<readonly Canary[]> {
  const sorted = byDependency(tables);
  const choices = new Map<string, Choices>();
  const canaries: Canary[] = [];
  await client.query('begin');
  for (let index = 0; index < count; index += 1) {
    const bureauId = randomUUID();
    const rows = new Map<string, CanaryRow>();
    for (const table of sorted) {
      const own = choices.get(table.name) ?? new Map<string, number>();
      choices.set(table.name, own);
      // People belong to no bureau: their names are no secret of one.
      const [fixed, word] = table.isTenant ? [{ bureau_id: bureauId }, `canary-${index}`] : [{}, `canary-person-${index}`];
      rows.set(table.name, await insertRow(client, table, fixed, word, rows, own));
    }
    canaries.push({ bureauId, rows });
  }
  await client.query('commit');
  return canaries;
}
