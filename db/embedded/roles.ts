/**
 * Login roles (architecture: one URL each). app_owner owns the database and migrates it; app_user serves web and workers;
 * app_dispatcher only reaches the outbox. None may bypass row-level security, so no role here gets SUPERUSER or BYPASSRLS.
 */
export const databaseName = 'hengji';
export const ownerRole = 'app_owner';
export const userRole = 'app_user';
export const dispatcherRole = 'app_dispatcher';

export type RolePasswords = { owner: string; user: string; dispatcher: string };

const roleAttributes = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit';

/** Accepts only passwords that need no escaping; the generated ones are base64url. */
function quotePassword(password: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(password)) throw new Error('Role passwords must consist of letters, digits, "_" and "-".');
  return `'${password}'`;
}

/** Statements for the maintenance database `postgres`; each may run any number of times. */
export function roleStatements(passwords: RolePasswords): string[] {
  const roles: [string, string][] = [
    [ownerRole, passwords.owner],
    [userRole, passwords.user],
    [dispatcherRole, passwords.dispatcher],
  ];
  return roles.flatMap(([role, password]) => [
    `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if; end $$`,
    `alter role ${role} with ${roleAttributes} password ${quotePassword(password)}`,
  ]);
}

/** Must run alone: CREATE DATABASE allows no transaction. */
export function createDatabaseStatement(name: string): string {
  return `create database ${name} owner ${ownerRole} template template0 encoding 'UTF8'`;
}

/**
 * Statements for the maintenance database, once the new one exists; each may run any number of times. The queue's functions add jobs by way of
 * temporary tables, which live and die with one transaction of app_user.
 */
export function databaseGrantStatements(name: string): string[] {
  return [
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${userRole}, ${dispatcherRole}`,
    `grant temporary on database ${name} to ${userRole}`,
  ];
}

/** Statements for the new database itself, as superuser; each may run any number of times. The migrations grant the rest. */
export function schemaStatements(): string[] {
  return [`alter schema public owner to ${ownerRole}`, 'revoke all on schema public from public'];
}
