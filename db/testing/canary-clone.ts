import { randomUUID } from 'node:crypto';
import type { CanaryRow } from './canaries';
import type { CatalogTable } from './catalog';

/** A row as insert parameters: json as text, everything else as it was read. */
export function asParameters(row: CanaryRow): CanaryRow {
  const json = (value: unknown): boolean => typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, json(value) ? JSON.stringify(value) : value]));
}

/** The same row under fresh keys: passes every unique key whose columns are not all references; references stay. */
export function freshClone(table: CatalogTable, row: CanaryRow): CanaryRow {
  const references = new Set(table.foreignKeys.flatMap((key) => key.columns));
  const keyed = new Set(table.uniques.flatMap((unique) => unique.columns));
  const fresh = Object.entries(asParameters(row)).map(([name, value]) => {
    if (name === 'bureau_id' || !keyed.has(name) || references.has(name)) return [name, value];
    return [name, freshValue(table.columns.find((column) => column.name === name)?.type ?? '', value)];
  });
  return Object.fromEntries(fresh) as CanaryRow;
}

let counter = 1_000_000;

function freshValue(type: string, value: unknown): unknown {
  if (type === 'uuid') return randomUUID();
  if (type === 'integer') return (counter += 1);
  // Texts under a check keep to it: role, state and their like are not made up.
  return typeof value === 'string' && value.startsWith('canary') ? `${value}-${(counter += 1)}` : value;
}
