import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { specFor } from '~/app/domain/form/answers';
import { buildFormModel } from '~/app/domain/form/build-form-model';
import type { CellSpec } from '~/app/domain/form/form-model';
import { startFilling } from '~/app/domain/round/transitions';
import type { SaveCellsAnswer } from '~/app/domain/round/workspace-data';
import { type AssignmentRecord, lockAssignment, lockAssignmentForSaving, updateAssignment } from '~/db/queries/assignments.server';
import { type CellChange, saveCells as storeCells } from '~/db/queries/cells.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { findIndicatorSystemVersion } from '~/db/queries/indicator-systems.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { findProjectForm } from '~/db/queries/project-forms.server';
import { listProjects, type ProjectRecord } from '~/db/queries/projects.server';
import { listUserNames } from '~/db/queries/user-names.server';
import { type TenantTransaction, withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { lockSentence } from './lock-sentence.server';
import { findOwnAssignment } from './read-form.server';

/**
 * 填报: saves typed texts, each over the version its editor saw. Text is stored whatever it says, readable or not; what is refused is a cell
 * the form does not have or the person may not write. Locked forms take nothing and say why.
 */
export async function saveCells(
  deps: Deps,
  member: Member,
  input: { readonly assignmentId: string; readonly cells: readonly CellChange[] },
): Promise<SaveCellsAnswer> {
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const assignment = await lockForSaving(trx, member, input.assignmentId);
    const lock = await lockSentence(trx, assignment, member.bureauName);
    if (lock !== null) return { ok: false, reason: lock };
    const { accepted, refused } = await sortOut(trx, member, assignment, input.cells);
    const { saved, conflicts } = await storeCells(trx, assignment.id, accepted, member.userId);
    const begun = saved.length > 0 ? startFilling({ state: assignment.state, roundState: assignment.round.state }) : null;
    if (begun?.ok) await updateAssignment(trx, assignment.id, { state: begun.state });
    if (saved.length > 0) await notifyProgress(trx, { kind: 'assignment', id: assignment.id });
    const names = await listUserNames(trx, conflicts.map((cell) => cell.updatedBy));
    return {
      ok: true,
      saved,
      conflicts: conflicts.map((cell) => ({
        address: cell.address,
        typedText: cell.typedText,
        version: cell.version,
        updatedBy: names.get(cell.updatedBy ?? '') ?? '其他人员',
        updatedAt: cell.updatedAt,
      })),
      refused,
      savedAt: await getDatabaseTime(trx),
    };
  });
}

/** The first save also moves the state, so it takes the row for itself from the start: two shared locks that both want more would deadlock. */
async function lockForSaving(trx: TenantTransaction, member: Member, id: string): Promise<AssignmentRecord> {
  const found = await findOwnAssignment(trx, member, id);
  const locked = await (found.state === 'not_started' ? lockAssignment(trx, id) : lockAssignmentForSaving(trx, id));
  if (!locked) throw notFound();
  return locked;
}

interface SortedCells {
  readonly accepted: readonly CellChange[];
  readonly refused: readonly { readonly address: string; readonly reason: string }[];
}

async function sortOut(trx: TenantTransaction, member: Member, assignment: AssignmentRecord, cells: readonly CellChange[]): Promise<SortedCells> {
  const system = await findIndicatorSystemVersion(trx, assignment.round.indicatorSystemVersionId);
  const projectForm = await findProjectForm(trx, assignment.round.projectFormId);
  if (!system || !projectForm) throw notFound();
  const projects = await listProjects(trx, assignment.id);
  const model = buildFormModel({
    system: system.content,
    projectForm: projectForm.content,
    bindings: [...assignment.bindings],
    projects: projects.map((project) => project.binding),
  });
  const accepted: CellChange[] = [];
  const refused: { address: string; reason: string }[] = [];
  for (const cell of cells) {
    const spec = specFor(model, cell.address);
    if (!spec) refused.push({ address: cell.address, reason: '本表没有这一项，可能已随指标体系调整，请刷新页面。' });
    else if (cell.typedText.includes('\0')) refused.push({ address: cell.address, reason: '内容含有不可保存的控制字符，请删除后重新录入。' });
    else if (!mayWrite(member, assignment, projects, spec)) refused.push({ address: cell.address, reason: '您不能填写这一项。' });
    else accepted.push(cell);
  }
  return { accepted, refused };
}

function mayWrite(member: Member, assignment: AssignmentRecord, projects: readonly ProjectRecord[], spec: CellSpec): boolean {
  const project = projects.find((one) => one.code === spec.project);
  return can(member.role, 'cells.write', {
    state: assignment.state,
    ownAssignment: assignment.department.id === member.departmentId,
    ownProject: project !== undefined && project.unitId !== null && project.unitId === member.unitId,
  });
}
