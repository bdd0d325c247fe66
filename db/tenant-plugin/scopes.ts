import { refuse } from './refusal';
import { GLOBAL_TABLES, TENANT_TABLES } from './tenant-tables';

export type Command = 'select' | 'insert' | 'update' | 'delete';

/** Every reference to the table is narrowed to the rows whose `column` holds `value`. */
export interface Owned {
  readonly kind: 'owned';
  readonly column: string;
  readonly value: string;
}

/** The table is used as it is: it has no owner, or the database's policies alone narrow it. */
export interface Open {
  readonly kind: 'open';
}

/** Which tables a handle may reach, and how. */
export interface Scope {
  readonly name: string;
  /** Throws where the handle may not run `command` on the table. */
  rule(table: string, command: Command): Owned | Open;
  /** `words`: raw fragments may hold known words only. `names`: they may not name a tenant table or touch settings. */
  readonly raw: 'words' | 'names';
}

const open: Open = { kind: 'open' };
const tenantTables: ReadonlySet<string> = new Set(TENANT_TABLES);
const globalTables: ReadonlySet<string> = new Set(GLOBAL_TABLES);

/** withBureau: one bureau's rows of tenant tables, and the global tables. */
export function bureauScope(bureauId: string): Scope {
  const owned: Owned = { kind: 'owned', column: 'bureau_id', value: bureauId };
  return {
    name: 'withBureau',
    raw: 'words',
    rule: (table) => {
      if (tenantTables.has(table)) return owned;
      if (globalTables.has(table)) return open;
      return refuse(`${table} is neither a tenant table, nor a global one, nor a common table expression of this query`);
    },
  };
}

const ownedByUser: ReadonlySet<string> = new Set(['memberships', 'reviewer_grants']);
const namesForUser: ReadonlySet<string> = new Set(['bureaus', 'departments', 'units']);

/** withUser: reads a person's own memberships and grants, the names they lead to (narrowed by policies), and the global tables. */
export function userScope(userId: string): Scope {
  const owned: Owned = { kind: 'owned', column: 'user_id', value: userId };
  return {
    name: 'withUser',
    raw: 'words',
    rule: (table, command) => {
      if (command === 'select' && ownedByUser.has(table)) return owned;
      if ((command === 'select' && namesForUser.has(table)) || globalTables.has(table)) return open;
      return refuse(`${command} on ${table} needs a bureau: use withBureau`);
    },
  };
}

const dispatcherCommands: Readonly<Record<string, readonly Command[]>> = { outbox: ['select', 'update', 'delete'], bureaus: ['select'] };

/** withDispatcher: the outbox of every bureau, and the bureaus' ids. */
export const DISPATCHER_SCOPE: Scope = {
  name: 'withDispatcher',
  raw: 'words',
  rule: (table, command) => (dispatcherCommands[table]?.includes(command) ? open : refuse(`the dispatcher does not ${command} ${table}`)),
};

/** The bare connection: global tables only. */
export const OUTSIDE_SCOPE: Scope = {
  name: 'connection',
  raw: 'names',
  rule: (table) => (globalTables.has(table) ? open : refuse(`${table} is reached through withBureau only`)),
};
