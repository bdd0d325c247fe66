import type { DB } from '../schema.generated';

/** Tables whose rows belong to one bureau: row-level security is forced on each, and every statement gets an explicit `bureau_id`. */
export const TENANT_TABLES = [
  'assignments',
  'audit_events',
  'bureaus',
  'cell_changes',
  'cells',
  'department_categories',
  'departments',
  'indicator_system_versions',
  'indicator_systems',
  'memberships',
  'outbox',
  'project_forms',
  'projects',
  'ranking_entries',
  'rankings',
  'reports',
  'reviewer_grants',
  'rounds',
  'score_sheets',
  'submissions',
  'units',
] as const satisfies readonly (keyof DB)[];

/** Tables that are read before a bureau is known: people, their sessions and sign-in attempts. */
export const GLOBAL_TABLES = ['sessions', 'sign_in_attempts', 'users'] as const satisfies readonly (keyof DB)[];

type Classified = (typeof TENANT_TABLES)[number] | (typeof GLOBAL_TABLES)[number];

/** Compiles only while every table of the schema stands in one of the two lists. */
export const everyTableIsClassified: Exclude<keyof DB, Classified> extends never ? true : never = true;
