import { sql, type Kysely } from 'kysely';
import { createTenantTable } from './tenant-table';

async function run(db: Kysely<unknown>, statement: string): Promise<void> {
  await sql.raw(statement).execute(db);
}

/** People, sessions and sign-in attempts are known before a bureau is: they are the only tables outside row-level security. */
async function createAccountTables(db: Kysely<unknown>): Promise<void> {
  await run(
    db,
    `create table users (
      id uuid primary key,
      account_name text not null check (account_name = lower(account_name) and length(account_name) between 2 and 60),
      email text check (email = lower(email)),
      display_name text not null,
      password_hash text not null,
      failed_attempts integer not null default 0,
      locked_until timestamptz,
      disabled_at timestamptz,
      is_demo boolean not null default false,
      created_at timestamptz not null default clock_timestamp(),
      unique (account_name),
      unique (email)
    )`,
  );
  await run(
    db,
    `create table sessions (
      id text primary key check (id ~ '^[0-9a-f]{64}$'),
      user_id uuid not null references users (id) on delete cascade,
      acting_bureau_id uuid,
      acting_membership_id uuid,
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      absolute_expires_at timestamptz not null,
      ip text not null default '',
      user_agent text not null default ''
    )`,
  );
  await run(db, 'create index sessions_user on sessions (user_id)');
  await run(
    db,
    `create table sign_in_attempts (
      id uuid primary key,
      account_name text not null,
      user_id uuid references users (id) on delete cascade,
      ip text not null,
      outcome text not null check (outcome in ('success', 'wrong_credentials', 'locked', 'disabled')),
      at timestamptz not null default clock_timestamp()
    )`,
  );
  await run(db, 'create index sign_in_attempts_recent on sign_in_attempts (ip, at)');
  await run(db, 'grant select, insert, update on users to app_user');
  await run(db, 'grant select, insert, update, delete on sessions to app_user');
  await run(db, 'grant select, insert on sign_in_attempts to app_user');
}

async function createOrganisationTables(db: Kysely<unknown>): Promise<void> {
  await createTenantTable(
    db,
    'bureaus',
    `code text not null, name text not null, short_name text not null, is_demo boolean not null default false,
     created_at timestamptz not null default clock_timestamp(), primary key (bureau_id)`,
  );
  await createTenantTable(
    db,
    'department_categories',
    `id uuid not null, code text not null, name text not null, sort_order integer not null,
     primary key (bureau_id, id), unique (bureau_id, code)`,
  );
  await createTenantTable(
    db,
    'departments',
    `id uuid not null, category_id uuid not null, code text not null, name text not null, sort_order integer not null,
     primary key (bureau_id, id), unique (bureau_id, code),
     foreign key (bureau_id, category_id) references department_categories (bureau_id, id)`,
  );
  await createTenantTable(
    db,
    'units',
    `id uuid not null, department_id uuid not null, code text not null, name text not null,
     primary key (bureau_id, id), unique (bureau_id, department_id, code),
     foreign key (bureau_id, department_id) references departments (bureau_id, id)`,
  );
  await createTenantTable(
    db,
    'memberships',
    `id uuid not null, user_id uuid not null references users (id), role text not null, department_id uuid, unit_id uuid,
     created_at timestamptz not null default clock_timestamp(), ended_at timestamptz,
     primary key (bureau_id, id),
     unique nulls not distinct (bureau_id, user_id, role, department_id, unit_id),
     foreign key (bureau_id, department_id) references departments (bureau_id, id),
     foreign key (bureau_id, unit_id) references units (bureau_id, id),
     check (role in ('bureau_officer', 'bureau_admin', 'department_editor', 'department_approver', 'unit_editor', 'reviewer', 'system_admin', 'security_admin', 'audit_admin')),
     check ((department_id is not null) = (role in ('department_editor', 'department_approver', 'unit_editor'))),
     check ((unit_id is not null) = (role = 'unit_editor'))`,
  );
  await createTenantTable(
    db,
    'reviewer_grants',
    `id uuid not null, user_id uuid not null references users (id), fiscal_year integer, expires_at timestamptz, revoked_at timestamptz,
     created_at timestamptz not null default clock_timestamp(),
     primary key (bureau_id, id)`,
  );
  await run(db, 'create index memberships_user on memberships (user_id)');
  await run(db, 'create index reviewer_grants_user on reviewer_grants (user_id)');
  await createOwnPolicies(db);
}

/**
 * What a signed-in person reads before a bureau is chosen: own memberships and grants that are in force, and the names they lead to.
 * Every such policy asks for a transaction without a bureau, so it never widens what one bureau's transaction sees.
 */
async function createOwnPolicies(db: Kysely<unknown>): Promise<void> {
  const noBureau = '(select current_bureau_id()) is null';
  const mine = 'user_id = (select current_app_user_id())';
  const grantInForce = 'revoked_at is null and (expires_at is null or expires_at > clock_timestamp())';
  const readable: Readonly<Record<string, string>> = {
    memberships: `${mine} and ended_at is null`,
    reviewer_grants: `${mine} and ${grantInForce}`,
    bureaus: 'bureau_id in (select m.bureau_id from memberships m) or bureau_id in (select g.bureau_id from reviewer_grants g)',
    departments: '(bureau_id, id) in (select m.bureau_id, m.department_id from memberships m)',
    units: '(bureau_id, id) in (select m.bureau_id, m.unit_id from memberships m)',
  };
  for (const [table, condition] of Object.entries(readable)) {
    await run(db, `create policy ${table}_own on ${table} for select to app_user using (${noBureau} and (${condition}))`);
  }
}

async function createRuleTables(db: Kysely<unknown>): Promise<void> {
  await createTenantTable(db, 'indicator_systems', 'id uuid not null, code text not null, name text not null, primary key (bureau_id, id), unique (bureau_id, code)');
  await createTenantTable(
    db,
    'indicator_system_versions',
    `id uuid not null, system_id uuid not null, version integer not null, content jsonb not null, content_hash text not null,
     published_at timestamptz, published_by uuid references users (id),
     primary key (bureau_id, id), unique (bureau_id, system_id, version),
     foreign key (bureau_id, system_id) references indicator_systems (bureau_id, id)`,
  );
  await createTenantTable(
    db,
    'project_forms',
    `id uuid not null, code text not null, version integer not null, name text not null, content jsonb not null, content_hash text not null,
     published_at timestamptz,
     primary key (bureau_id, id), unique (bureau_id, code, version)`,
  );
  await run(
    db,
    `create function refuse_change_of_published() returns trigger language plpgsql set search_path = pg_catalog, public as $$
     begin
       if old.published_at is not null then
         raise exception 'published content is immutable' using errcode = 'HJ001';
       end if;
       return case when tg_op = 'DELETE' then old else new end;
     end $$`,
  );
  for (const table of ['indicator_system_versions', 'project_forms']) {
    await run(db, `create trigger ${table}_immutable before update or delete on ${table} for each row execute function refuse_change_of_published()`);
  }
}

async function createRoundTables(db: Kysely<unknown>): Promise<void> {
  await createTenantTable(
    db,
    'rounds',
    `id uuid not null, fiscal_year integer not null, name text not null, notice text not null,
     indicator_system_version_id uuid not null, project_form_id uuid not null,
     approval_deadline timestamptz not null, submission_deadline timestamptz not null,
     state text not null check (state in ('open', 'finalised', 'published')),
     issued_by uuid references users (id), issued_at timestamptz not null default clock_timestamp(), finalised_at timestamptz,
     primary key (bureau_id, id), unique (bureau_id, fiscal_year, name),
     check (approval_deadline <= submission_deadline),
     foreign key (bureau_id, indicator_system_version_id) references indicator_system_versions (bureau_id, id),
     foreign key (bureau_id, project_form_id) references project_forms (bureau_id, id)`,
  );
  await createTenantTable(
    db,
    'assignments',
    `id uuid not null, round_id uuid not null, department_id uuid not null, category_id uuid not null,
     state text not null default 'not_started' check (state in ('not_started', 'filling', 'in_approval', 'submitted', 'accepted')),
     bindings jsonb not null, extended_deadline timestamptz,
     returned_at timestamptz, returned_by uuid references users (id), return_reason text,
     sent_at timestamptz, sent_by uuid references users (id),
     state_changed_at timestamptz not null default clock_timestamp(),
     primary key (bureau_id, id), unique (bureau_id, round_id, department_id),
     foreign key (bureau_id, round_id) references rounds (bureau_id, id),
     foreign key (bureau_id, department_id) references departments (bureau_id, id),
     foreign key (bureau_id, category_id) references department_categories (bureau_id, id)`,
  );
  await run(db, 'create index assignments_department on assignments (bureau_id, department_id)');
  await createTenantTable(
    db,
    'projects',
    `id uuid not null, assignment_id uuid not null, code text not null, unit_id uuid, binding jsonb not null, sort_order integer not null,
     primary key (bureau_id, id), unique (bureau_id, assignment_id, code),
     foreign key (bureau_id, assignment_id) references assignments (bureau_id, id),
     foreign key (bureau_id, unit_id) references units (bureau_id, id)`,
  );
  await createTenantTable(
    db,
    'cells',
    `assignment_id uuid not null, address text not null check (length(address) <= 120), typed_text text not null check (length(typed_text) <= 20000),
     version integer not null check (version > 0), updated_by uuid references users (id), updated_at timestamptz not null default clock_timestamp(),
     primary key (bureau_id, assignment_id, address),
     foreign key (bureau_id, assignment_id) references assignments (bureau_id, id)`,
  );
  // changed_by is the updated_by that cells checks in the same statement.
  await createTenantTable(
    db,
    'cell_changes',
    `assignment_id uuid not null, address text not null, version integer not null, typed_text text not null,
     changed_by uuid, changed_at timestamptz not null default clock_timestamp(),
     primary key (bureau_id, assignment_id, address, version),
     foreign key (bureau_id, assignment_id) references assignments (bureau_id, id)`,
    'append_only',
  );
}

async function createResultTables(db: Kysely<unknown>): Promise<void> {
  await createTenantTable(
    db,
    'submissions',
    `id uuid not null, assignment_id uuid not null, submission_number integer not null, snapshot jsonb not null, snapshot_hash text not null,
     submitted_by uuid references users (id), submitted_at timestamptz not null default clock_timestamp(), late boolean not null,
     primary key (bureau_id, id), unique (bureau_id, assignment_id, submission_number),
     foreign key (bureau_id, assignment_id) references assignments (bureau_id, id)`,
    'append_only',
  );
  await createTenantTable(
    db,
    'score_sheets',
    `id uuid not null, submission_id uuid not null, engine_version text not null,
     score numeric not null, unrounded text not null, self_score numeric, grade text not null, score_rate numeric not null,
     mission_score_rate numeric not null, execution_rate numeric, open_findings integer not null,
     sheet jsonb not null, checks jsonb not null, computed_at timestamptz not null default clock_timestamp(),
     primary key (bureau_id, id), unique (bureau_id, submission_id, engine_version),
     foreign key (bureau_id, submission_id) references submissions (bureau_id, id)`,
    'append_only',
  );
  await createTenantTable(
    db,
    'rankings',
    `id uuid not null, round_id uuid not null, ranking_number integer not null, basis text not null, statistics jsonb not null, footnote text not null,
     computed_by uuid references users (id), computed_at timestamptz not null default clock_timestamp(),
     primary key (bureau_id, id), unique (bureau_id, round_id, ranking_number),
     foreign key (bureau_id, round_id) references rounds (bureau_id, id)`,
    'append_only',
  );
  await createTenantTable(
    db,
    'ranking_entries',
    `ranking_id uuid not null, assignment_id uuid not null, submission_id uuid, position integer not null, rank integer, category_rank integer,
     score numeric, entry jsonb not null,
     primary key (bureau_id, ranking_id, assignment_id),
     foreign key (bureau_id, ranking_id) references rankings (bureau_id, id),
     foreign key (bureau_id, assignment_id) references assignments (bureau_id, id),
     foreign key (bureau_id, submission_id) references submissions (bureau_id, id)`,
    'append_only',
  );
  await createTenantTable(
    db,
    'reports',
    `id uuid not null, submission_id uuid not null, kind text not null, format text not null, template_version text not null,
     state text not null default 'queued' check (state in ('queued', 'rendering', 'done', 'failed', 'cancelled')),
     storage_key text, sha256 text, bytes integer, pages integer, error text, attempts integer not null default 0,
     requested_by uuid references users (id), requested_at timestamptz not null default clock_timestamp(), finished_at timestamptz,
     primary key (bureau_id, id), unique (bureau_id, submission_id, kind, format, template_version),
     foreign key (bureau_id, submission_id) references submissions (bureau_id, id),
     check ((state = 'done') = (storage_key is not null and sha256 is not null))`,
  );
  await run(db, `create index reports_unfinished on reports (bureau_id, requested_at) where state in ('queued', 'rendering')`);
}

async function createBookkeepingTables(db: Kysely<unknown>): Promise<void> {
  await createTenantTable(
    db,
    'outbox',
    `id uuid not null, job text not null, payload jsonb not null, created_at timestamptz not null default clock_timestamp(),
     dispatched_at timestamptz, primary key (bureau_id, id)`,
  );
  await run(db, 'create index outbox_waiting on outbox (created_at) where dispatched_at is null');
  await run(db, 'create policy outbox_dispatcher_select on outbox for select to app_dispatcher using (true)');
  await run(db, 'create policy outbox_dispatcher_update on outbox for update to app_dispatcher using (true) with check (true)');
  await run(db, 'create policy outbox_dispatcher_delete on outbox for delete to app_dispatcher using (dispatched_at is not null)');
  await run(db, 'grant select, update (dispatched_at), delete on outbox to app_dispatcher');
  await run(db, 'create policy bureaus_dispatcher_select on bureaus for select to app_dispatcher using (true)');
  await run(db, 'grant select (bureau_id) on bureaus to app_dispatcher');
  await createTenantTable(
    db,
    'audit_events',
    `id uuid not null, actor_user_id uuid references users (id), action text not null, subject_kind text not null, subject_id text not null,
     detail jsonb not null default '{}', at timestamptz not null default clock_timestamp(),
     primary key (bureau_id, id)`,
    'append_only',
  );
  await run(db, 'create index audit_events_recent on audit_events (bureau_id, at desc)');
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, 'grant usage on schema public to app_user, app_dispatcher');
  for (const [name, setting] of [
    ['current_bureau_id', 'app.bureau_id'],
    ['current_app_user_id', 'app.user_id'],
  ]) {
    await run(
      db,
      `create function ${name}() returns uuid language sql stable parallel safe set search_path = pg_catalog, public as $$
         select case when current_setting('${setting}', true) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                     then current_setting('${setting}', true)::uuid end $$`,
    );
  }
  await createAccountTables(db);
  await createOrganisationTables(db);
  await createRuleTables(db);
  await createRoundTables(db);
  await createResultTables(db);
  await createBookkeepingTables(db);
}
