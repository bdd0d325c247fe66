import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from './schema.generated';

/** A row as it is read. */
export type Row<Table extends keyof DB> = Selectable<DB[Table]>;

/** A row as it is inserted: columns with a default may be left out. */
export type NewRow<Table extends keyof DB> = Insertable<DB[Table]>;

/** What an update may set. */
export type RowChange<Table extends keyof DB> = Updateable<DB[Table]>;
