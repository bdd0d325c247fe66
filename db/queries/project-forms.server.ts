import type { ProjectForm } from '~/app/domain/form/project-form';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { jsonText } from './json-text';

export interface ProjectFormSummary {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly contentHash: string;
  readonly publishedAt: string | null;
}

export interface ProjectFormRecord extends ProjectFormSummary {
  readonly content: ProjectForm;
}

const columns = ['id', 'code', 'version', 'name', 'content_hash', 'published_at'] as const;

interface FormRow {
  id: string;
  code: string;
  version: number;
  name: string;
  content_hash: string;
  published_at: string | null;
}

function toSummary(row: FormRow): ProjectFormSummary {
  return { id: row.id, code: row.code, version: row.version, name: row.name, contentHash: row.content_hash, publishedAt: row.published_at };
}

export async function listPublishedProjectForms(trx: TenantTransaction): Promise<readonly ProjectFormSummary[]> {
  const rows = await trx
    .selectFrom('project_forms')
    .select(columns)
    .where('published_at', 'is not', null)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toSummary);
}

export async function findProjectForm(trx: TenantTransaction, id: string): Promise<ProjectFormRecord | undefined> {
  const row = await trx.selectFrom('project_forms').select(columns).select('content').where('id', '=', id).executeTakeFirst();
  return row && { ...toSummary(row), content: row.content as ProjectForm };
}

/** `publishedAt` null keeps a draft. A published form never changes: the database refuses it. */
export async function insertProjectForm(
  trx: TenantTransaction,
  form: { readonly id: string; readonly content: ProjectForm; readonly contentHash: string; readonly publishedAt: string | null },
): Promise<void> {
  await trx
    .insertInto('project_forms')
    .values({
      bureau_id: bureauOf(trx),
      id: form.id,
      code: form.content.code,
      version: form.content.version,
      name: form.content.name,
      content: jsonText(form.content),
      content_hash: form.contentHash,
      published_at: form.publishedAt,
    })
    .execute();
}
