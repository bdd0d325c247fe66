import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import type { WorkspaceData } from '~/app/domain/round/workspace-data';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { listUserNames } from '~/db/queries/user-names.server';
import { withBureau } from '~/db/tenant.server';
import { notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { lockSentence } from './lock-sentence.server';
import { findOwnAssignment, readForm, type StoredForm } from './read-form.server';

/** The workspace of one assignment as this member may see it: a unit sees its own projects and nothing else. */
export async function getWorkspace(deps: Deps, member: Member, assignmentId: string): Promise<WorkspaceData> {
  const now = await getDatabaseTime(deps.db);
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const assignment = await findOwnAssignment(trx, member, assignmentId);
    const context = { state: assignment.state, ownAssignment: true, ownProject: true };
    if (!can(member.role, 'assignment.view', context)) throw notFound();
    const form = narrowTo(member, await readForm(trx, assignment));
    const names = await listUserNames(trx, [assignment.returned?.by ?? null]);
    const { returned } = assignment;
    return {
      assignmentId,
      state: assignment.state,
      returned: returned && { at: returned.at, by: names.get(returned.by ?? '') ?? member.bureauName, reason: returned.reason },
      isOverdue: assignment.isOverdue,
      approvalDeadline: assignment.round.approvalDeadline,
      submissionDeadline: assignment.deadline,
      now,
      base: form.base,
      cells: Object.fromEntries([...form.cells].map(([address, cell]) => [address, { typedText: cell.typedText, version: cell.version }])),
      lock: await lockSentence(trx, assignment, member.bureauName),
      writableProjects: member.unitId === undefined ? null : form.projects.map((project) => project.code),
      can: {
        write: can(member.role, 'cells.write', context),
        sendForApproval: can(member.role, 'assignment.send_for_approval', context),
        returnToFiller: can(member.role, 'assignment.return_to_filler', context),
        submit: can(member.role, 'assignment.submit', context),
      },
      lastSavedAt: [...form.cells.values()].reduce<string | null>((last, cell) => (last === null || cell.updatedAt > last ? cell.updatedAt : last), null),
    };
  });
}

function narrowTo(member: Member, form: StoredForm): StoredForm {
  if (member.unitId === undefined) return form;
  const projects = form.projects.filter((project) => project.unitId === member.unitId);
  const prefixes = projects.map((project) => `projects.${project.code}.`);
  return {
    ...form,
    projects,
    cells: new Map([...form.cells].filter(([address]) => prefixes.some((prefix) => address.startsWith(prefix)))),
    base: { ...form.base, projects: projects.map((project) => project.binding) },
  };
}
