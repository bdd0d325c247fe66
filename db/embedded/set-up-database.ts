import pg from 'pg';
import {
  createDatabaseStatement,
  databaseGrantStatements,
  databaseName,
  roleStatements,
  schemaStatements,
  type RolePasswords,
} from './roles';

/** Brings roles, passwords and the database into the wanted state; may run at every start. */
export async function setUpDatabase(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    for (const statement of roleStatements(passwords)) await client.query(statement);
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(createDatabaseStatement(databaseName));
    for (const statement of databaseGrantStatements(databaseName)) await client.query(statement);
  });
  const database = new URL(superuserUrl);
  database.pathname = `/${databaseName}`;
  await withClient(database.href, async (client) => {
    for (const statement of schemaStatements()) await client.query(statement);
  });
}

export async function withClient<Result>(url: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
