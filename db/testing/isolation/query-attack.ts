import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Canary } from '../canaries';
import type { CatalogTable } from '../catalog';
import type { OpenLoose } from './plugin-probe';

export interface QueryReport {
  readonly functions: number;
  readonly calls: number;
  /** Functions that returned something of the own bureau when they were given its ids. */
  readonly answered: number;
  readonly faults: readonly string[];
}

const folder = new URL('../../queries/', import.meta.url);

type Query = (trx: unknown, ...rest: unknown[]) => Promise<unknown>;

/** Every exported function of db/queries, found by reading the folder: a new one is attacked unasked. */
async function listQueries(): Promise<readonly (readonly [string, Query])[]> {
  const found: (readonly [string, Query])[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.server.ts')).sort()) {
    const module = (await import(fileURLToPath(new URL(file, folder)))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (typeof value === 'function' && value.constructor.name === 'AsyncFunction') found.push([`${file}:${name}`, value as Query]);
    }
  }
  return found;
}

/** Argument lists to try for a function of so many arguments: each id alone, and with what commonly follows one. */
function argumentLists(canary: Canary, count: number): readonly (readonly unknown[])[] {
  const ids = new Set<string>();
  for (const row of canary.rows.values()) for (const [column, value] of Object.entries(row)) if (/(^|_)id$/.test(column) && typeof value === 'string') ids.add(value);
  const address = canary.rows.get('cells')?.['address'];
  const user = canary.rows.get('users')?.['id'];
  const code = canary.rows.get('indicator_systems')?.['code'];
  const document = { kind: canary.rows.get('reports')?.['kind'], format: canary.rows.get('reports')?.['format'], templateVersion: canary.rows.get('reports')?.['template_version'] };
  const lists = [
    [],
    [{ limit: 100 }],
    [code],
    [[...ids]],
    ...[...ids].flatMap((id) => [
      [id],
      [id, user],
      [id, address],
      [id, 2024],
      [id, document],
      [id, 'text'],
      [id, { state: 'filling', extendedDeadline: null, returned: null, sentBy: null }],
      [id, [{ address, typedText: 'overwritten', baseVersion: canary.rows.get('cells')?.['version'] }], null],
    ]),
  ];
  return lists.filter((list) => list.length === count);
}

async function digestOf(client: pg.Client, tables: readonly CatalogTable[], bureauId: string): Promise<string> {
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ digest: string | null }>(`select md5(string_agg(t::text, '|' order by t::text)) as digest from ${name} t where bureau_id = $1`, [bureauId]);
    parts.push(`${name}=${rows[0]?.digest}`);
  }
  return parts.join(' ');
}

class Undo extends Error {}

/** Calls every query function inside the first canary's bureau with the second one's ids; a call that fails is no fault. */
export async function attackQueries(superuser: pg.Client, tables: readonly CatalogTable[], canaries: readonly [Canary, Canary], open: OpenLoose): Promise<QueryReport> {
  const [own, foreign] = canaries;
  const queries = await listQueries();
  const faults = new Set<string>();
  const answered = new Set<string>();
  let calls = 0;
  const before = await digestOf(superuser, tables, foreign.bureauId);
  const call = async (name: string, query: Query, rest: readonly unknown[], keep: boolean): Promise<string> => {
    calls += 1;
    let answer: unknown;
    try {
      await open(own.bureauId, async (trx) => {
        answer = await query(trx, ...rest);
        if (!keep) throw new Undo();
      });
    } catch {
      // Wrong kinds of arguments, refusals of the plugin, keys that do not exist: all as good as nothing.
    }
    return answer instanceof Map ? JSON.stringify([...answer]) : (JSON.stringify(answer) ?? '');
  };
  for (const [name, query] of queries) {
    for (const rest of argumentLists(foreign, query.length - 1)) {
      const answer = await call(name, query, rest, true);
      // Global tables know no bureau: their rows name no bureau either.
      if (answer.includes(foreign.bureauId) || answer.includes('canary-1-')) faults.add(`${name} showed another bureau’s rows`);
    }
    if ((await digestOf(superuser, tables, foreign.bureauId)) !== before) {
      faults.add(`${name} changed another bureau’s rows`);
      break;
    }
    for (const rest of argumentLists(own, query.length - 1)) {
      const answer = await call(name, query, rest, false);
      if (!answer.includes(own.bureauId) && !answer.includes('canary-0-')) continue;
      answered.add(name);
      break;
    }
  }
  return { functions: queries.length, calls, answered: answered.size, faults: [...faults] };
}
