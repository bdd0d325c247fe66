import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import type { SlotBinding } from '~/app/domain/form/indicator-system-version';
import type { ProjectBinding } from '~/app/domain/form/project-form';
import { readTargetSheets } from '~/app/domain/round/target-sheets';
import { listDepartments, listUnits } from '~/db/queries/departments.server';
import { findProjectForm } from '~/db/queries/project-forms.server';
import { withBureau } from '~/db/tenant.server';
import { forbidden, notFound } from '../app-error';
import type { Deps } from '../deps.server';
import { readTargetWorkbook } from './target-workbook-read.server';

export interface ImportedScope {
  readonly departmentId: string;
  readonly bindings: readonly SlotBinding[];
  readonly projects: readonly (ProjectBinding & { readonly unitId: string | null })[];
}

export type TargetImport = { readonly ok: true; readonly scopes: readonly ImportedScope[] } | { readonly ok: false; readonly errors: readonly string[]; readonly more: number };

const MAX_ERRORS = 100;

/**
 * Reads a filled 审批目标表 and answers what each department in it would get. Nothing is stored: the officer sees the changes first and the
 * targets take effect when the round is issued. A refusal holds at least one sentence; `more` counts those left out.
 */
export async function importTargetWorkbook(deps: Deps, member: Member, input: { readonly bytes: Buffer; readonly projectFormId: string }): Promise<TargetImport> {
  if (!can(member.role, 'round.issue')) throw forbidden();
  const { departments, units, form } = await withBureau(deps.db, member.bureauId, async (trx) => ({
    departments: await listDepartments(trx),
    units: await listUnits(trx),
    form: await findProjectForm(trx, input.projectFormId),
  }));
  if (!form?.publishedAt) throw notFound();
  const opened = await readTargetWorkbook(input.bytes, member.bureauName);
  if (!opened.ok) return { ok: false, errors: [opened.error], more: 0 };
  const unitsOf = (departmentId: string) => units.filter((unit) => unit.departmentId === departmentId);
  const directory = departments.map(({ id, code, name }) => ({ code, name, units: unitsOf(id).map((unit) => unit.name) }));
  const reading = readTargetSheets(opened.book, directory, form.content);
  if (!reading.ok) return { ok: false, errors: reading.errors.slice(0, MAX_ERRORS), more: Math.max(0, reading.errors.length - MAX_ERRORS) };
  return {
    ok: true,
    scopes: reading.scopes.map(({ departmentCode, bindings, projects }) => {
      const departmentId = departments.find((one) => one.code === departmentCode)!.id;
      const unitIdOf = (name: string | null): string | null => unitsOf(departmentId).find((unit) => unit.name === name)?.id ?? null;
      return { departmentId, bindings, projects: projects.map((project) => ({ ...project, unitId: unitIdOf(project.implementingUnit) })) };
    }),
  };
}
