import type { Kysely } from 'kysely';
import { TenantPluginRefusal } from '~/db/tenant-plugin/refusal';
import type { Canary, CanaryRow } from '../canaries';
import { asParameters, freshClone } from '../canary-clone';
import type { CatalogTable } from '../catalog';

/** Any table by name: these probes are generated from the catalog. */
type Loose = Kysely<Record<string, CanaryRow>>;

/** Opens a transaction of one bureau; what is probed is whatever stands between it and the rows. */
export type OpenLoose = <T>(bureauId: string, run: (trx: Loose) => Promise<T>) => Promise<T>;

class Undo extends Error {}

interface Try {
  readonly rows: readonly CanaryRow[];
  readonly refused: boolean;
  readonly error: string | undefined;
}

/** Runs in a transaction of its own that is always rolled back. */
async function tryOut(open: OpenLoose, bureauId: string, run: (trx: Loose) => Promise<readonly unknown[]>): Promise<Try> {
  let rows: readonly CanaryRow[] = [];
  try {
    await open(bureauId, async (trx) => {
      rows = (await run(trx)) as readonly CanaryRow[];
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof TenantPluginRefusal) return { rows: [], refused: true, error: undefined };
    if (!(error instanceof Undo)) return { rows: [], refused: false, error: (error as { code?: string }).code ?? String(error) };
  }
  return { rows, refused: false, error: undefined };
}

/** The commands of A3 through the query builder, with row-level security off: faults in words. */
export async function probeThroughBuilder(open: OpenLoose, table: CatalogTable, own: Canary, foreign: Canary): Promise<readonly string[]> {
  const faults: string[] = [];
  const name = table.name;
  const fault = (what: string, text: string): void => void faults.push(`${what} ${name}: ${text}`);
  const theirs = asParameters(foreign.rows.get(name) ?? {});
  const plain = table.columns.find((column) => column.name !== 'bureau_id' && !table.primaryKey.includes(column.name))?.name ?? table.primaryKey[1] ?? '';
  const mine = asParameters(own.rows.get(name) ?? {});
  const elsewhere = foreign.bureauId;
  const may = (privilege: string): boolean => table.privileges.has(privilege);
  const onlyOwn = (what: string, outcome: Try, privilege: string): void => {
    if (!may(privilege)) return;
    if (outcome.rows.some((row) => row['bureau_id'] !== own.bureauId)) fault(what, 'reached a foreign row');
    if (outcome.error === undefined && outcome.rows.length !== 1) fault(what, `reached ${outcome.rows.length} rows instead of 1`);
    if (outcome.error !== undefined && !outcome.error.startsWith('23')) fault(what, outcome.error);
  };
  const nothing = (what: string, outcome: Try, privilege: string): void => {
    if (!may(privilege) || outcome.refused) return;
    if (outcome.rows.length > 0 || outcome.error !== undefined) fault(what, outcome.error ?? `reached ${outcome.rows.length} foreign rows`);
  };
  const refusedOutright = (what: string, outcome: Try): void => {
    if (may('INSERT') && !outcome.refused) fault(what, outcome.error ?? 'ran');
  };
  const run = (query: (trx: Loose) => { execute(): Promise<readonly unknown[]> }): Promise<Try> => tryOut(open, own.bureauId, (trx) => query(trx).execute());

  onlyOwn('select', await run((trx) => trx.selectFrom(name).selectAll()), 'SELECT');
  nothing('select by bureau', await run((trx) => trx.selectFrom(name).selectAll().where('bureau_id', '=', elsewhere)), 'SELECT');
  onlyOwn('left join', await run((trx) => trx.selectFrom('bureaus as b').leftJoin(`${name} as t`, (join) => join.onTrue()).select('t.bureau_id')), 'SELECT');
  onlyOwn('cross join', await run((trx) => trx.selectFrom('bureaus as b').crossJoin(`${name} as t`).select('t.bureau_id')), 'SELECT');
  onlyOwn('expression', await run((trx) => trx.with('seen', (q) => q.selectFrom(name).select('bureau_id')).selectFrom('seen').selectAll()), 'SELECT');
  nothing(
    'subquery',
    await run((trx) => trx.selectFrom('bureaus').select('bureau_id').where((eb) => eb.exists(eb.selectFrom(name).select(`${name}.bureau_id`).where(`${name}.bureau_id`, '=', elsewhere)))),
    'SELECT',
  );
  onlyOwn('lock', await run((trx) => trx.selectFrom(name).selectAll().forUpdate()), 'UPDATE');
  refusedOutright('insert', await run((trx) => trx.insertInto(name).values(freshClone(table, foreign.rows.get(name) ?? {})).returningAll()));
  refusedOutright(
    'upsert',
    await run((trx) => trx.insertInto(name).values(theirs).onConflict((conflict) => conflict.columns([...table.primaryKey]).doUpdateSet({ [plain]: theirs[plain] })).returningAll()),
  );
  onlyOwn('update', await run((trx) => trx.updateTable(name).set({ [plain]: mine[plain] }).returning('bureau_id')), 'UPDATE');
  nothing('update of others', await run((trx) => trx.updateTable(name).set({ [plain]: theirs[plain] }).where('bureau_id', '=', elsewhere).returning('bureau_id')), 'UPDATE');
  nothing(
    'update from',
    await run((trx) => trx.updateTable('bureaus').from(`${name} as t`).set({ code: 'x' }).where('t.bureau_id', '=', elsewhere).returning('bureaus.bureau_id')),
    'UPDATE',
  );
  nothing('delete of others', await run((trx) => trx.deleteFrom(name).where('bureau_id', '=', elsewhere).returning('bureau_id')), 'DELETE');
  nothing('delete using', await run((trx) => trx.deleteFrom('outbox').using(`${name} as t`).where('t.bureau_id', '=', elsewhere).returning('outbox.bureau_id')), 'DELETE');
  return faults;
}
