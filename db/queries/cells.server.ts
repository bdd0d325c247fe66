import { sql } from 'kysely';
import { allowRaw } from '../tenant-plugin/raw-fragments';
import { bureauOf, type TenantTransaction } from '../tenant.server';

/** What one cell holds. `version` grows by one with every change; a cell nobody has typed into has no record (version 0). */
export interface CellRecord {
  readonly address: string;
  readonly typedText: string;
  readonly version: number;
  readonly updatedBy: string | null;
  readonly updatedAt: string;
}

export interface CellChange {
  readonly address: string;
  readonly typedText: string;
  /** The version the editor saw; 0 for a cell that was empty. */
  readonly baseVersion: number;
}

export interface SavedCells {
  readonly saved: readonly { readonly address: string; readonly version: number }[];
  /** Cells that were changed by somebody else meanwhile, as they are now; nothing of theirs was overwritten. */
  readonly conflicts: readonly CellRecord[];
}

const columns = ['address', 'typed_text', 'version', 'updated_by', 'updated_at'] as const;

interface CellRow {
  address: string;
  typed_text: string;
  version: number;
  updated_by: string | null;
  updated_at: string;
}

function toCellRecord(row: CellRow): CellRecord {
  return { address: row.address, typedText: row.typed_text, version: row.version, updatedBy: row.updated_by, updatedAt: row.updated_at };
}

/** All cells of an assignment by address. */
export async function listCells(trx: TenantTransaction, assignmentId: string): Promise<ReadonlyMap<string, CellRecord>> {
  const rows = await trx.selectFrom('cells').select(columns).where('assignment_id', '=', assignmentId).orderBy('address').execute();
  return new Map(rows.map((row) => [row.address, toCellRecord(row)]));
}

/**
 * Saves many cells in one statement. Each is written only if its version is still the one the editor saw, and every write goes into the
 * history. Addresses are distinct.
 *
 * Rows are locked in the order of their addresses: two overlapping saves wait for each other and never deadlock.
 */
export async function saveCells(
  trx: TenantTransaction,
  assignmentId: string,
  changes: readonly CellChange[],
  userId: string | null,
): Promise<SavedCells> {
  if (changes.length === 0) return { saved: [], conflicts: [] };
  const bureauId = bureauOf(trx);
  const addresses = changes.map((change) => change.address);
  if (new Set(addresses).size !== addresses.length) throw new Error('a cell is named twice in one save');
  const texts = changes.map((change) => change.typedText);
  const bases = changes.map((change) => change.baseVersion);
  const statement = sql<{ address: string; version: number }>`
    with incoming as (
      select * from unnest(${addresses}::text[], ${texts}::text[], ${bases}::integer[]) as i (address, typed_text, base_version) order by address
    ), locked as (
      select c.address from cells c
      where c.bureau_id = ${bureauId} and c.assignment_id = ${assignmentId} and c.address = any (${addresses}::text[])
      order by c.address for update
    ), updated as (
      update cells c set typed_text = i.typed_text, version = c.version + 1, updated_by = ${userId}, updated_at = clock_timestamp()
      from incoming i join locked l on l.address = i.address
      where c.bureau_id = ${bureauId} and c.assignment_id = ${assignmentId} and c.address = i.address and c.version = i.base_version
      returning c.address, c.version, c.typed_text
    ), inserted as (
      insert into cells (bureau_id, assignment_id, address, typed_text, version, updated_by)
      select ${bureauId}, ${assignmentId}, i.address, i.typed_text, 1, ${userId} from incoming i where i.base_version = 0 order by i.address
      on conflict (bureau_id, assignment_id, address) do nothing
      returning address, version, typed_text
    ), written as (
      select * from updated union all select * from inserted
    ), history as (
      insert into cell_changes (bureau_id, assignment_id, address, version, typed_text, changed_by)
      select ${bureauId}, ${assignmentId}, w.address, w.version, w.typed_text, ${userId} from written w
    )
    select address, version from written order by address`;
  const { rows: saved } = await allowRaw(statement).execute(trx);
  if (saved.length === changes.length) return { saved, conflicts: [] };
  const written = new Set(saved.map((cell) => cell.address));
  // A second statement, because the first one's snapshot may be older than the change that won.
  const current = await trx
    .selectFrom('cells')
    .select(columns)
    .where('assignment_id', '=', assignmentId)
    .where('address', 'in', addresses.filter((address) => !written.has(address)))
    .orderBy('address')
    .execute();
  return { saved, conflicts: current.map(toCellRecord) };
}

export interface CellHistoryEntry {
  readonly version: number;
  readonly typedText: string;
  readonly changedBy: string | null;
  readonly changedByName: string | null;
  readonly changedAt: string;
}

/** Who typed what into one cell, newest first. */
export async function listCellHistory(trx: TenantTransaction, assignmentId: string, address: string): Promise<readonly CellHistoryEntry[]> {
  const rows = await trx
    .selectFrom('cell_changes as h')
    .leftJoin('users as u', 'u.id', 'h.changed_by')
    .select(['h.version', 'h.typed_text', 'h.changed_by', 'h.changed_at', 'u.display_name'])
    .where('h.assignment_id', '=', assignmentId)
    .where('h.address', '=', address)
    .orderBy('h.version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    typedText: row.typed_text,
    changedBy: row.changed_by,
    changedByName: row.display_name,
    changedAt: row.changed_at,
  }));
}
