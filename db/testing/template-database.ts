import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Connection, type ConnectionSettings } from '~/db/connection.server';
import { createDatabaseStatement, databaseGrantStatements } from '~/db/embedded/roles';
import { migrate } from '~/db/migrate';
import { QUEUE_NAMES } from '~/workers/jobs/queue-names';

export type DatabaseRole = 'superuser' | 'owner' | 'user' | 'dispatcher';
export type RoleUrls = Readonly<Record<DatabaseRole, string>>;

export interface TestDatabase extends AsyncDisposable {
  readonly name: string;
  readonly urls: RoleUrls;
  /** Connected as app_user, as web and workers are. */
  readonly app: Connection;
  /** Another connection; closed together with the database. */
  connectAs(role: DatabaseRole, settings?: Partial<ConnectionSettings>): Connection;
  /** A bare client: no pool, no plugin. Closed together with the database. */
  clientAs(role: DatabaseRole): Promise<pg.Client>;
  /** Closes every connection made here and drops the database. */
  close(): Promise<void>;
}

const templateLock = 4_170_902;
const folder = path.dirname(fileURLToPath(import.meta.url));

function urlsOf(database: string): RoleUrls {
  const given = inject('postgres');
  const at = (url: string): string => {
    const target = new URL(url);
    target.pathname = `/${database}`;
    return target.href;
  };
  return { superuser: at(given.superuserUrl), owner: at(given.ownerUrl), user: at(given.userUrl), dispatcher: at(given.dispatcherUrl) };
}

async function withMaintenance<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('postgres').superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** A template belongs to the migrations it was made from: a kept server never serves a stale one. */
async function templateName(): Promise<string> {
  const migrations = path.join(folder, '../migrations');
  const hash = createHash('sha256');
  for (const file of (await readdir(migrations)).sort()) hash.update(file).update(await readFile(path.join(migrations, file)));
  return `hengji_template_${hash.digest('hex').slice(0, 12)}`;
}

async function createOwned(client: pg.Client, name: string): Promise<void> {
  await client.query(createDatabaseStatement(name));
  for (const statement of databaseGrantStatements(name)) await client.query(statement);
}

/** Migrates the template once per server; every other process waits. It is renamed when finished, so that half a template is never cloned. */
async function ensureTemplate(client: pg.Client): Promise<string> {
  const name = await templateName();
  await client.query('select pg_advisory_lock($1)', [templateLock]);
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) {
      const draft = `${name}_draft`;
      await client.query(`drop database if exists ${draft} with (force)`);
      await createOwned(client, draft);
      await migrate(urlsOf(draft).owner, { queueNames: QUEUE_NAMES });
      await client.query(`alter database ${draft} rename to ${name}`);
    }
    return name;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock]);
  }
}

/** A fresh migrated database for one test file: a clone of the template, empty of rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
  await withMaintenance(async (client) => {
    const template = await ensureTemplate(client);
    await client.query(`create database ${name} owner app_owner template ${template} strategy file_copy`);
    // Grants on a database are not part of what is cloned.
    for (const statement of databaseGrantStatements(name)) await client.query(statement);
  });
  return openTestDatabase(name);
}

function openTestDatabase(name: string): TestDatabase {
  const urls = urlsOf(name);
  const connections: Connection[] = [];
  const clients: pg.Client[] = [];
  const connectAs = (role: DatabaseRole, settings: Partial<ConnectionSettings> = {}): Connection => {
    const connection = connect({ url: urls[role], max: 4, applicationName: 'test', ...settings });
    connections.push(connection);
    return connection;
  };
  const close = async (): Promise<void> => {
    await Promise.all([...connections.map((connection) => connection.close()), ...clients.map((client) => client.end())]);
    await withMaintenance((client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return {
    name,
    urls,
    app: connectAs('user'),
    connectAs,
    clientAs: async (role) => {
      const client = new pg.Client({ connectionString: urls[role] });
      client.on('error', () => undefined);
      clients.push(client);
      await client.connect();
      return client;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
