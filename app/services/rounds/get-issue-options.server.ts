import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import type { IndicatorSystemVersion, SlotBinding } from '~/app/domain/form/indicator-system-version';
import type { ProjectBinding, ProjectForm } from '~/app/domain/form/project-form';
import { listAssignmentsOfRound } from '~/db/queries/assignments.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { type DepartmentRecord, listDepartments } from '~/db/queries/departments.server';
import { findIndicatorSystemVersion, listPublishedIndicatorSystemVersions } from '~/db/queries/indicator-systems.server';
import { findProjectForm, listPublishedProjectForms } from '~/db/queries/project-forms.server';
import { listProjects } from '~/db/queries/projects.server';
import { listRounds } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';

/** What one department can be issued with: as approved in the newest round that had it. */
export interface CarriedScope {
  readonly fromFiscalYear: number;
  readonly bindings: readonly SlotBinding[];
  readonly projects: readonly (ProjectBinding & { readonly unitId: string | null })[];
}

export interface IssueOptions {
  readonly now: string;
  readonly bureauName: string;
  readonly latestFiscalYear: number | null;
  readonly systems: readonly { readonly id: string; readonly content: IndicatorSystemVersion }[];
  readonly projectForms: readonly { readonly id: string; readonly content: ProjectForm }[];
  readonly departments: readonly DepartmentRecord[];
  /** By department id; absent where the department never had a round. */
  readonly carried: Readonly<Record<string, CarriedScope>>;
}

/** Everything the wizard that issues a round chooses from. */
export async function getIssueOptions(deps: Deps, member: Member): Promise<IssueOptions> {
  if (!can(member.role, 'round.issue')) throw forbidden();
  const now = await getDatabaseTime(deps.db);
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const systems = [];
    for (const { id } of await listPublishedIndicatorSystemVersions(trx)) systems.push((await findIndicatorSystemVersion(trx, id))!);
    const forms = [];
    for (const { id } of await listPublishedProjectForms(trx)) forms.push((await findProjectForm(trx, id))!);
    const rounds = await listRounds(trx);
    const carried: Record<string, CarriedScope> = {};
    for (const round of rounds) {
      for (const assignment of await listAssignmentsOfRound(trx, round.id)) {
        if (carried[assignment.department.id]) continue;
        const projects = await listProjects(trx, assignment.id);
        carried[assignment.department.id] = {
          fromFiscalYear: round.fiscalYear,
          bindings: assignment.bindings,
          projects: projects.map((project) => ({ ...project.binding, unitId: project.unitId })),
        };
      }
    }
    return {
      now,
      bureauName: member.bureauName,
      latestFiscalYear: rounds[0]?.fiscalYear ?? null,
      systems: systems.map(({ id, content }) => ({ id, content })),
      projectForms: forms.map(({ id, content }) => ({ id, content })),
      departments: await listDepartments(trx),
      carried,
    };
  });
}
