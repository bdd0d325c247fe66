import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TENANT_TABLES, GLOBAL_TABLES } from './tenant-plugin/tenant-tables';
import { readCatalog } from './testing/catalog';
import { generateSchema } from './testing/generate-schema';
import { createTestDatabase, type TestDatabase } from './testing/template-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('schema.generated.ts is what the migrations make (npm run db:types)', async () => {
  const committed = await readFile(new URL('schema.generated.ts', import.meta.url), 'utf8');
  expect(committed).toBe(await generateSchema(database.urls.owner));
});

test('the tenant plugin knows every table of the database', async () => {
  const tables = await readCatalog(await database.clientAs('superuser'));
  expect(tables.filter((table) => table.isTenant).map((table) => table.name)).toEqual([...TENANT_TABLES].sort());
  expect(tables.filter((table) => !table.isTenant).map((table) => table.name)).toEqual([...GLOBAL_TABLES].sort());
});
