import type { Member } from '~/app/auth/member';
import type { Snapshot } from '~/app/domain/form/snapshot';
import { type AssignmentRecord, findAssignment, lockAssignment } from '~/db/queries/assignments.server';
import { findBureau } from '~/db/queries/bureaus.server';
import { type CellRecord, listCells } from '~/db/queries/cells.server';
import { findIndicatorSystemVersion } from '~/db/queries/indicator-systems.server';
import { findProjectForm } from '~/db/queries/project-forms.server';
import { listProjects, type ProjectRecord } from '~/db/queries/projects.server';
import type { TenantTransaction } from '~/db/tenant.server';
import { notFound } from '../app-error';
import { rowId } from '../row-id';

/** One assignment's form as it stands: what is bound to it, and its cells. */
export interface StoredForm {
  readonly assignment: AssignmentRecord;
  readonly projects: readonly ProjectRecord[];
  readonly cells: ReadonlyMap<string, CellRecord>;
  readonly base: Omit<Snapshot, 'cells'>;
}

/** The assignment, if it is one of the member's own department (or the member belongs to the bureau); anything else is not found. */
export async function findOwnAssignment(trx: TenantTransaction, member: Member, assignmentId: string, options: { readonly lock?: boolean } = {}): Promise<AssignmentRecord> {
  const id = rowId(assignmentId);
  const assignment = await (options.lock ? lockAssignment(trx, id) : findAssignment(trx, id));
  const isOutside = member.departmentId !== undefined && assignment?.department.id !== member.departmentId;
  if (!assignment || isOutside) throw notFound();
  return assignment;
}

export async function readForm(trx: TenantTransaction, assignment: AssignmentRecord): Promise<StoredForm> {
  const bureau = await findBureau(trx);
  const system = await findIndicatorSystemVersion(trx, assignment.round.indicatorSystemVersionId);
  const projectForm = await findProjectForm(trx, assignment.round.projectFormId);
  if (!bureau || !system || !projectForm) throw notFound();
  const projects = await listProjects(trx, assignment.id);
  return {
    assignment,
    projects,
    cells: await listCells(trx, assignment.id),
    base: {
      schema: 1,
      bureau: { name: bureau.name },
      department: { code: assignment.department.code, name: assignment.department.name, category: assignment.category.name },
      round: { name: assignment.round.name, fiscalYear: assignment.round.fiscalYear },
      system: system.content,
      projectForm: projectForm.content,
      bindings: [...assignment.bindings],
      projects: projects.map((project) => project.binding),
      demo: bureau.isDemo,
    },
  };
}

/** The form frozen: empty cells are left out, so that clearing a cell and never touching it are the same. */
export function snapshotOf(form: StoredForm): Snapshot {
  const cells: Record<string, string> = {};
  for (const [address, cell] of form.cells) if (cell.typedText !== '') cells[address] = cell.typedText;
  return { ...form.base, cells };
}
