import type pg from 'pg';
import { Query } from 'pg';
import type { Canary, CanaryRow } from '../canaries';
import { asParameters, freshClone } from '../canary-clone';
import type { CatalogTable } from '../catalog';

export const PROBES = ['select', 'insert', 'update', 'delete', 'upsert', 'returning', 'copy', 'lock'] as const;
export type Probe = (typeof PROBES)[number];

/** Who probes: a client inside an open transaction, acting for `own` (undefined: for no bureau), against `foreign`. */
export interface Attack {
  readonly client: pg.Client;
  readonly own: Canary | undefined;
  readonly foreign: Canary;
  /** What the role may do with the table, by the catalog: a refusal for lack of it is no proof of a policy. */
  readonly privileges: ReadonlySet<string>;
}

const denied = '42501';

export interface Outcome {
  readonly rows: readonly CanaryRow[];
  readonly count: number;
  readonly code: string | undefined;
  readonly message: string;
}

/** One statement inside a savepoint: whatever it did is undone. */
export async function attempt(client: pg.Client, text: string, parameters: readonly unknown[] = []): Promise<Outcome> {
  await client.query('savepoint probe');
  try {
    const result = await client.query<CanaryRow>(text, [...parameters]);
    return { rows: result.rows, count: result.rowCount ?? 0, code: undefined, message: '' };
  } catch (error) {
    const { code, message, detail } = error as { code?: string; message: string; detail?: string };
    return { rows: [], count: 0, code: code ?? 'connection', message: `${message} ${detail ?? ''}` };
  } finally {
    await client.query('rollback to savepoint probe; release savepoint probe');
  }
}

async function copyOut(client: pg.Client, table: string): Promise<{ lines: readonly string[]; code: string | undefined }> {
  await client.query('savepoint probe');
  const chunks: Buffer[] = [];
  const code = await new Promise<string | undefined>((resolve) => {
    const query = new Query(`copy ${table} to stdout`);
    (query as unknown as { handleCopyData(message: { chunk: Buffer }): void }).handleCopyData = ({ chunk }) => chunks.push(Buffer.from(chunk));
    query.on('end', () => resolve(undefined));
    query.on('error', (error: Error & { code?: string }) => resolve(error.code ?? 'connection'));
    client.query(query);
  });
  await client.query('rollback to savepoint probe; release savepoint probe');
  return { lines: Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean), code };
}

export function insertText(table: CatalogTable, row: CanaryRow): { text: string; parameters: readonly unknown[] } {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  return { text: `insert into ${table.name} (${names.join(', ')}) values (${places})`, parameters: Object.values(row) };
}

/** Runs one probe and says in words what it found wrong; nothing when the table held. */
export async function runProbe(probe: Probe, table: CatalogTable, attack: Attack): Promise<readonly string[]> {
  const { client, own, foreign } = attack;
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(`${probe} ${table.name}: ${text}`);
  const ownRow = own?.rows.get(table.name);
  const foreignRow = foreign.rows.get(table.name) ?? {};
  const visible = own ? 1 : 0;
  const owns = (row: CanaryRow): boolean => row['bureau_id'] === own?.bureauId;
  const may = (privilege: string): boolean => attack.privileges.has(privilege);
  const plain = table.columns.find((column) => column.name !== 'bureau_id' && !table.primaryKey.includes(column.name))?.name ?? 'bureau_id';
  const elsewhere = `bureau_id is distinct from ${own ? `'${own.bureauId}'` : 'null'}`;

  /** A command that must touch the own row and no other. A foreign key's refusal counts as touched: the policy had let it through. */
  const expectOwn = (outcome: Outcome, privilege: string): void => {
    if (!may(privilege)) {
      if (outcome.code !== denied) fault(`is not denied without the privilege ${privilege} (${outcome.code ?? 'ran'})`);
      return;
    }
    if (outcome.code !== undefined && !outcome.code.startsWith('23')) fault(`failed with ${outcome.code}`);
    if (outcome.code === undefined && outcome.count !== visible) fault(`touched ${outcome.count} rows instead of ${visible}`);
    if (outcome.code !== undefined && !own) fault(`reached a row without a bureau (${outcome.code})`);
    if (!outcome.rows.every(owns)) fault('returned a foreign row');
  };
  const expectNone = (outcome: Outcome, what: string): void => {
    if (outcome.code !== undefined && outcome.code !== denied) fault(`${what} failed with ${outcome.code} instead of finding nothing`);
    if (outcome.count > 0 || outcome.rows.length > 0) fault(`${what} reached ${outcome.count} foreign rows`);
  };
  const expectDenied = (outcome: Outcome, what: string): void => {
    if (outcome.code !== denied) fault(`${what} is not refused by a policy (${outcome.code ?? `ran, ${outcome.count} rows`})`);
  };

  switch (probe) {
    case 'select': {
      expectOwn(await attempt(client, `select * from ${table.name}`), 'SELECT');
      expectNone(await attempt(client, `select * from ${table.name} where bureau_id = $1`, [foreign.bureauId]), 'by bureau');
      break;
    }
    case 'insert': {
      const theirs = insertText(table, freshClone(table, foreignRow));
      expectDenied(await attempt(client, theirs.text, theirs.parameters), 'a row of another bureau');
      if (!ownRow) break;
      const mine = insertText(table, freshClone(table, ownRow));
      const outcome = await attempt(client, mine.text, mine.parameters);
      if (outcome.code === denied || (outcome.code !== undefined && outcome.code !== '23505')) fault(`an own row failed with ${outcome.code}`);
      break;
    }
    case 'update': {
      // Reads no column, so that the policy for updates stands alone; where every column is a key, nothing else can be written blindly.
      const blind = asParameters(ownRow ?? foreignRow)[plain];
      expectOwn(await attempt(client, `update ${table.name} set ${plain} = $1`, [blind]), 'UPDATE');
      expectOwn(await attempt(client, `update ${table.name} set ${plain} = ${plain}`), 'UPDATE');
      expectNone(await attempt(client, `update ${table.name} set ${plain} = ${plain} where ${elsewhere}`), 'of others');
      if (own) expectDenied(await attempt(client, `update ${table.name} set bureau_id = $1`, [foreign.bureauId]), 'moving a row away');
      break;
    }
    case 'delete': {
      expectOwn(await attempt(client, `delete from ${table.name}`), 'DELETE');
      expectNone(await attempt(client, `delete from ${table.name} where ${elsewhere}`), 'of others');
      break;
    }
    case 'upsert': {
      const keys = table.primaryKey.join(', ');
      const theirs = insertText(table, asParameters(foreignRow));
      const merge = `on conflict (${keys}) do update set ${plain} = excluded.${plain}`;
      expectDenied(await attempt(client, `${theirs.text} ${merge}`, theirs.parameters), 'over another bureau’s row');
      if (!ownRow) break;
      const mine = insertText(table, asParameters(ownRow));
      expectOwn(await attempt(client, `${mine.text} ${merge} returning bureau_id`, mine.parameters), 'UPDATE');
      break;
    }
    case 'returning': {
      expectOwn(await attempt(client, `update ${table.name} set ${plain} = ${plain} returning *`), 'UPDATE');
      expectNone(await attempt(client, `delete from ${table.name} where ${elsewhere} returning *`), 'a delete');
      if (!ownRow) break;
      const mine = insertText(table, freshClone(table, ownRow));
      const outcome = await attempt(client, `${mine.text} returning *`, mine.parameters);
      if (!outcome.rows.every(owns)) fault('an insert returned a foreign row');
      if (outcome.code === denied) fault('an own insert was refused');
      break;
    }
    case 'copy': {
      const { lines, code } = await copyOut(client, table.name);
      if (code !== undefined) fault(`failed with ${code}`);
      if (lines.length !== visible) fault(`copied ${lines.length} rows instead of ${visible}`);
      if (lines.some((line) => line.includes(foreign.bureauId))) fault('copied a foreign row');
      break;
    }
    case 'lock': {
      expectOwn(await attempt(client, `select * from ${table.name} for update`), 'UPDATE');
      expectNone(await attempt(client, `select * from ${table.name} where ${elsewhere} for key share`), 'of others');
      break;
    }
  }
  return faults;
}

/** Opens a transaction for `own` on a client, runs, and undoes everything. `role` is taken on where the client is a superuser's. */
export async function acting<T>(client: pg.Client, own: Canary | undefined, run: () => Promise<T>, role?: 'app_user'): Promise<T> {
  await client.query(role ? `begin; set local role ${role}` : 'begin');
  try {
    if (own) await client.query("select set_config('app.bureau_id', $1, true)", [own.bureauId]);
    return await run();
  } finally {
    await client.query('rollback');
  }
}
