import type { Kysely } from 'kysely';
import type { Database } from '../connection.server';

export interface UserRecord {
  readonly id: string;
  readonly accountName: string;
  readonly email: string | null;
  readonly displayName: string;
  readonly isDemo: boolean;
  readonly disabledAt: string | null;
}

/** `accountName` and `email` in lower case; `passwordHash` a PHC string. */
export interface NewUser {
  readonly id: string;
  readonly accountName: string;
  readonly email: string | null;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly isDemo: boolean;
}

const userColumns = ['users.id', 'users.account_name', 'users.email', 'users.display_name', 'users.is_demo', 'users.disabled_at'] as const;

interface UserRow {
  id: string;
  account_name: string;
  email: string | null;
  display_name: string;
  is_demo: boolean;
  disabled_at: string | null;
}

function toUserRecord(row: UserRow): UserRecord {
  return {
    id: row.id,
    accountName: row.account_name,
    email: row.email,
    displayName: row.display_name,
    isDemo: row.is_demo,
    disabledAt: row.disabled_at,
  };
}

export async function insertUser(db: Kysely<Database>, user: NewUser): Promise<void> {
  await db
    .insertInto('users')
    .values({
      id: user.id,
      account_name: user.accountName,
      email: user.email,
      display_name: user.displayName,
      password_hash: user.passwordHash,
      is_demo: user.isDemo,
    })
    .execute();
}

export async function findUserByAccountName(db: Kysely<Database>, accountName: string): Promise<UserRecord | undefined> {
  const row = await db.selectFrom('users').select(userColumns).where('users.account_name', '=', accountName).executeTakeFirst();
  return row && toUserRecord(row);
}

export async function updateUserPassword(db: Kysely<Database>, id: string, passwordHash: string): Promise<void> {
  await db.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', id).execute();
}
