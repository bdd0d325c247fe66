import pg from 'pg';

const { builtins } = pg.types;

/**
 * `2025-06-30 16:00:00.5+00` → `2025-06-30T16:00:00.500000Z`: UTC with six digits, so that the order of the texts is the order of the
 * instants. The session's time zone is UTC (connection settings), therefore the offset is always +00.
 */
export function instantText(text: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (!parts) throw new Error(`not an instant in UTC: ${text}`);
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(6, '0')}Z`;
}

/**
 * What column values are in JavaScript: timestamptz is an ISO instant in UTC (see `instantText`), date is `2025-06-30`; numeric, bigint
 * and uuid are texts; integer is a number, jsonb the parsed value. Instants reach loaders as they are; arithmetic on them is done in SQL.
 */
export function valueTypes(): pg.CustomTypesConfig {
  const own = new pg.TypeOverrides();
  own.setTypeParser(builtins.TIMESTAMPTZ, instantText);
  own.setTypeParser(builtins.DATE, (text) => text);
  own.setTypeParser(builtins.NUMERIC, (text) => text);
  own.setTypeParser(builtins.INT8, (text) => text);
  return own;
}
