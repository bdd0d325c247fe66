import type { Member } from '~/app/auth/member';
import { buildFormModel } from '~/app/domain/form/build-form-model';
import { countCells } from '~/app/domain/form/sections';
import type { MyTask } from '~/app/domain/round/my-task';
import { listAssignmentsOfDepartment } from '~/db/queries/assignments.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { findScore } from '~/db/queries/score-sheets.server';
import { findLatestSubmission } from '~/db/queries/submissions.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import { readForm, snapshotOf } from '../workspace/read-form.server';

export interface MyTasks {
  readonly now: string;
  readonly tasks: readonly MyTask[];
}

/** 我的任务: newest year first. A unit's progress counts its own projects only. */
export async function listMyTasks(deps: Deps, member: Member): Promise<MyTasks> {
  const { departmentId } = member;
  if (departmentId === undefined) throw forbidden();
  const now = await getDatabaseTime(deps.db);
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const tasks: MyTask[] = [];
    for (const assignment of await listAssignmentsOfDepartment(trx, departmentId)) {
      const form = await readForm(trx, assignment);
      const own = new Set(form.projects.filter((project) => project.unitId === member.unitId).map((project) => project.code));
      if (member.unitId !== undefined && own.size === 0) continue;
      const specs = buildFormModel(form.base).cells.filter((cell) => member.unitId === undefined || (cell.project !== undefined && own.has(cell.project)));
      const { filled, required } = countCells(specs, snapshotOf(form).cells);
      const submission = member.unitId === undefined ? await findLatestSubmission(trx, assignment.id) : undefined;
      const score = submission && (await findScore(trx, submission.id));
      tasks.push({
        assignmentId: assignment.id,
        roundName: assignment.round.name,
        fiscalYear: assignment.round.fiscalYear,
        state: assignment.state,
        isReturned: assignment.returned !== null,
        returnReason: assignment.returned?.reason ?? null,
        isOverdue: assignment.isOverdue,
        deadline: assignment.deadline,
        filled,
        required,
        score: score?.score ?? null,
        selfScore: score?.selfScore ?? null,
        grade: score?.grade ?? null,
      });
    }
    return { now, tasks };
  });
}
