import { generate, getDialect } from 'kysely-codegen';

/**
 * The text of db/schema.generated.ts for a migrated database. Names follow the SQL; instants, dates, bigints and numerics are texts
 * (see valueTypes), so that a JavaScript number cannot even be written into a column that holds money or scores. Tables of BullMQ and of the
 * migrator are left out: nothing of ours reads them.
 */
export async function generateSchema(ownerUrl: string): Promise<string> {
  const dialect = getDialect('postgres', { dateParser: 'string', numericParser: 'string' });
  const db = await dialect.introspector.connect({ connectionString: ownerUrl, dialect });
  try {
    return await generate({
      db,
      dialect,
      defaultSchemas: ['public'],
      includePattern: 'public.*',
      excludePattern: 'public.kysely_*',
      typeMapping: { timestamptz: 'string', date: 'string', int8: 'string', numeric: 'string', jsonb: 'unknown' },
      print: false,
      verify: false,
    });
  } finally {
    await db.destroy();
  }
}
