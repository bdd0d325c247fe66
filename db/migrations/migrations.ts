import type { Migration } from 'kysely/migration';
import * as foundation from './0001-foundation';

/** Every migration in the order it is applied. A landed migration is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
};
