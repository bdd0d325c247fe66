import { randomUUID } from 'node:crypto';
import type { Canary } from '../canaries';
import { freshClone } from '../canary-clone';
import type { CatalogForeignKey, CatalogTable } from '../catalog';
import { attempt, insertText, type Attack } from './probes';

/** References between tenant tables, without the one from `bureau_id` to the bureau itself. */
export function tenantReferences(table: CatalogTable, tables: readonly CatalogTable[]): readonly CatalogForeignKey[] {
  const tenant = new Set(tables.filter((one) => one.isTenant).map((one) => one.name));
  return table.foreignKeys.filter((key) => tenant.has(key.referencedTable) && !(key.columns.length === 1 && key.columns[0] === 'bureau_id'));
}

const withoutIds = (text: string): string => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#');

/**
 * Takes the own row away beneath the references to it, so that a key made of references does not refuse its clone first. The client is a
 * superuser's that acts as app_user.
 */
async function removeOwnRow(table: CatalogTable, attack: Attack & { readonly own: Canary }): Promise<void> {
  await attack.client.query(`set local role none; set local session_replication_role = replica;
    delete from ${table.name} where bureau_id = '${attack.own.bureauId}'; set local session_replication_role = origin; set local role app_user`);
}

/** Tries another bureau's id and an id that does not exist in the columns of one reference; both must fail, at once and alike. */
export async function probeForeignKey(table: CatalogTable, key: CatalogForeignKey, attack: Attack & { readonly own: Canary }): Promise<readonly string[]> {
  const ownRow = attack.own.rows.get(table.name) ?? {};
  const theirs = attack.foreign.rows.get(key.referencedTable) ?? {};
  const base = freshClone(table, ownRow);
  const name = `${table.name}.${key.name}`;
  if (key.columns.some((column) => base[column] === null || base[column] === undefined)) return [`${name}: no canary fills this reference`];
  const pointing = (value: (referenced: string) => unknown): ReturnType<typeof insertText> => {
    const changed = key.columns.flatMap((column, index) => (column === 'bureau_id' ? [] : [[column, value(key.referencedColumns[index] ?? '')]]));
    return insertText(table, { ...base, ...(Object.fromEntries(changed) as Record<string, unknown>) });
  };
  const toForeign = pointing((referenced) => theirs[referenced]);
  const toNothing = pointing(() => randomUUID());
  await attack.client.query('savepoint reference');
  await removeOwnRow(table, attack);
  const foreign = await attempt(attack.client, toForeign.text, toForeign.parameters);
  const absent = await attempt(attack.client, toNothing.text, toNothing.parameters);
  await attack.client.query('rollback to savepoint reference; release savepoint reference');
  const faults: string[] = [];
  if (foreign.code !== '23503') faults.push(`${name}: a foreign id is not refused (${foreign.code ?? 'ran'})`);
  if (absent.code !== '23503') faults.push(`${name}: an absent id is not refused (${absent.code ?? 'ran'})`);
  if (withoutIds(foreign.message) !== withoutIds(absent.message)) faults.push(`${name}: a foreign id is told from an absent one`);
  return faults;
}

/** A row of a bureau that does not exist: its own policy lets it through, the reference to bureaus must not. */
export async function probeBureauReference(table: CatalogTable, attack: Attack & { readonly own: Canary }): Promise<readonly string[]> {
  if (table.name === 'bureaus') return [];
  const nowhere = randomUUID();
  await attack.client.query("select set_config('app.bureau_id', $1, true)", [nowhere]);
  const { text, parameters } = insertText(table, { ...freshClone(table, attack.own.rows.get(table.name) ?? {}), bureau_id: nowhere });
  const outcome = await attempt(attack.client, text, parameters);
  await attack.client.query("select set_config('app.bureau_id', $1, true)", [attack.own.bureauId]);
  return outcome.code === '23503' ? [] : [`${table.name}: a row of no bureau is not refused (${outcome.code ?? 'ran'})`];
}
