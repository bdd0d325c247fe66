import type { SlotBinding } from '~/app/domain/form/indicator-system-version';
import type { ProjectBinding } from '~/app/domain/form/project-form';
import { refusalsOfIssue } from '~/app/domain/round/issue-verdict';
import { insertAssignments } from '~/db/queries/assignments.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { listDepartments, listUnits } from '~/db/queries/departments.server';
import { findIndicatorSystemVersion } from '~/db/queries/indicator-systems.server';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { findProjectForm } from '~/db/queries/project-forms.server';
import { insertProjects } from '~/db/queries/projects.server';
import { insertRound, listRounds } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';

export interface IssueRoundInput {
  readonly fiscalYear: number;
  readonly name: string;
  readonly notice: string;
  readonly indicatorSystemVersionId: string;
  readonly projectFormId: string;
  /** ISO instants. */
  readonly approvalDeadline: string;
  readonly submissionDeadline: string;
  readonly departments: readonly {
    readonly departmentId: string;
    readonly bindings: readonly SlotBinding[];
    readonly projects: readonly (ProjectBinding & { readonly unitId: string | null })[];
  }[];
  /** A round of a past year is loaded with its deadlines behind it. */
  readonly allowsPastDeadlines?: boolean;
}

export type IssueRoundResult =
  | { readonly ok: true; readonly roundId: string; readonly assignments: readonly { readonly departmentId: string; readonly assignmentId: string }[] }
  | { readonly ok: false; readonly reasons: readonly string[] };

/** 下达: creates the round, one assignment per department in scope and its projects, all in one transaction. */
export async function issueRound(
  deps: Deps,
  actor: { readonly bureauId: string; readonly userId: string | null },
  input: IssueRoundInput,
): Promise<IssueRoundResult> {
  const now = new Date(await getDatabaseTime(deps.db));
  return withBureau(deps.db, actor.bureauId, async (trx) => {
    const system = await findIndicatorSystemVersion(trx, input.indicatorSystemVersionId);
    const projectForm = await findProjectForm(trx, input.projectFormId);
    if (!system?.publishedAt || !projectForm?.publishedAt) throw notFound();
    const known = new Map((await listDepartments(trx)).map((department) => [department.id, department]));
    const departmentOfUnit = new Map((await listUnits(trx)).map((unit) => [unit.id, unit.departmentId]));
    const scope = input.departments.map((one) => {
      const department = known.get(one.departmentId);
      if (!department) throw notFound();
      const isForeign = one.projects.some(({ unitId }) => unitId !== null && departmentOfUnit.get(unitId) !== department.id);
      if (isForeign) throw notFound();
      return { ...one, department };
    });
    const reasons = refusalsOfIssue(
      {
        fiscalYear: input.fiscalYear,
        name: input.name,
        notice: input.notice,
        approvalDeadline: new Date(input.approvalDeadline),
        submissionDeadline: new Date(input.submissionDeadline),
        system: system.content,
        projectForm: projectForm.content,
        departments: scope.map((one) => ({ departmentName: one.department.name, bindings: one.bindings, projects: one.projects })),
        issuedRounds: await listRounds(trx),
      },
      input.allowsPastDeadlines === true ? null : now,
    );
    if (reasons.length > 0) return { ok: false, reasons };

    const roundId = deps.ids();
    await insertRound(trx, {
      id: roundId,
      fiscalYear: input.fiscalYear,
      name: input.name,
      notice: input.notice,
      indicatorSystemVersionId: system.id,
      projectFormId: projectForm.id,
      approvalDeadline: input.approvalDeadline,
      submissionDeadline: input.submissionDeadline,
      issuedBy: actor.userId,
    });
    const assignments = scope.map((one) => ({ ...one, assignmentId: deps.ids() }));
    await insertAssignments(
      trx,
      assignments.map((one) => ({
        id: one.assignmentId,
        roundId,
        departmentId: one.departmentId,
        categoryId: one.department.category.id,
        bindings: one.bindings,
      })),
    );
    await insertProjects(
      trx,
      assignments.flatMap((one) =>
        one.projects.map(({ unitId, ...binding }, index) => ({
          id: deps.ids(),
          assignmentId: one.assignmentId,
          code: binding.code,
          unitId,
          binding,
          sortOrder: index,
        })),
      ),
    );
    await insertAuditEvent(trx, {
      id: deps.ids(),
      actorUserId: actor.userId,
      action: 'round.issue',
      subjectKind: 'round',
      subjectId: roundId,
      detail: { fiscalYear: input.fiscalYear, name: input.name, departments: assignments.length, system: system.contentHash },
    });
    await notifyProgress(trx, { kind: 'round', id: roundId });
    return { ok: true, roundId, assignments: assignments.map(({ departmentId, assignmentId }) => ({ departmentId, assignmentId })) };
  });
}
