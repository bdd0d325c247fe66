import type { ProjectBinding } from '~/app/domain/form/project-form';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { jsonText } from './json-text';

export interface ProjectRecord {
  readonly id: string;
  readonly assignmentId: string;
  /** P01 …: the project's place in cell addresses. */
  readonly code: string;
  /** The unit that fills it in; null when the department does. */
  readonly unitId: string | null;
  readonly binding: ProjectBinding;
  readonly sortOrder: number;
}

export async function listProjects(trx: TenantTransaction, assignmentId: string): Promise<readonly ProjectRecord[]> {
  const rows = await trx
    .selectFrom('projects')
    .select(['id', 'assignment_id', 'code', 'unit_id', 'binding', 'sort_order'])
    .where('assignment_id', '=', assignmentId)
    .orderBy('sort_order')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    assignmentId: row.assignment_id,
    code: row.code,
    unitId: row.unit_id,
    binding: row.binding as ProjectBinding,
    sortOrder: row.sort_order,
  }));
}

export async function insertProjects(trx: TenantTransaction, projects: readonly ProjectRecord[]): Promise<void> {
  if (projects.length === 0) return;
  const bureauId = bureauOf(trx);
  await trx
    .insertInto('projects')
    .values(
      projects.map((project) => ({
        bureau_id: bureauId,
        id: project.id,
        assignment_id: project.assignmentId,
        code: project.code,
        unit_id: project.unitId,
        binding: jsonText(project.binding),
        sort_order: project.sortOrder,
      })),
    )
    .execute();
}
