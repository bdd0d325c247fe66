import { v5 as uuidV5 } from 'uuid';
import { canonicalJson, hashOf } from '~/app/domain/form/canonical-json';
import { findBureau, insertBureau } from '~/db/queries/bureaus.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { insertCategories, insertDepartments, insertUnits, listCategories, listDepartments, listUnits } from '~/db/queries/departments.server';
import {
  findIndicatorSystemByCode,
  insertIndicatorSystem,
  insertIndicatorSystemVersion,
  listPublishedIndicatorSystemVersions,
} from '~/db/queries/indicator-systems.server';
import { insertProjectForm, listPublishedProjectForms } from '~/db/queries/project-forms.server';
import { type TenantTransaction, withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import type { ReadRoundFile } from './read-round-file.server';

const NAMESPACE = 'b6a7c1de-52f0-4a3c-9d0e-7c4b8a1f2e63';

/** The id of a bureau that comes from a file: the same code gives the same bureau, so loading twice makes no second one. */
export function bureauIdOf(code: string): string {
  return uuidV5(`bureau:${code}`, NAMESPACE);
}

export interface PreparedBureau {
  readonly bureauId: string;
  readonly indicatorSystemVersionId: string;
  readonly projectFormId: string;
  /** By code. */
  readonly departments: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** By department code and unit name. */
  readonly unitIds: ReadonlyMap<string, string>;
}

export const unitKey = (departmentCode: string, unitName: string): string => `${departmentCode} ${unitName}`;

/** Brings the bureau of a round file into being as far as it is missing: organisation, indicator system version, project form. */
export async function prepareBureau(deps: Deps, { file, system, projectForm }: ReadRoundFile): Promise<PreparedBureau> {
  const bureauId = bureauIdOf(file.bureau.code);
  const publishedAt = await getDatabaseTime(deps.db);
  return withBureau(deps.db, bureauId, async (trx) => {
    if (!(await findBureau(trx))) await insertBureau(trx, { ...file.bureau, isDemo: file.demo });
    await addOrganisation(deps, trx, file);
    const departments = new Map((await listDepartments(trx)).map((one) => [one.code, { id: one.id, name: one.name }]));
    const codes = new Map([...departments].map(([departmentCode, one]) => [one.id, departmentCode]));
    return {
      bureauId,
      indicatorSystemVersionId: await versionId(deps, trx, system, publishedAt),
      projectFormId: await formId(deps, trx, projectForm, publishedAt),
      departments,
      unitIds: new Map((await listUnits(trx)).map((unit) => [unitKey(codes.get(unit.departmentId)!, unit.name), unit.id])),
    };
  });
}

async function addOrganisation(deps: Deps, trx: TenantTransaction, file: ReadRoundFile['file']): Promise<void> {
  const knownCategories = new Set((await listCategories(trx)).map((one) => one.code));
  await insertCategories(
    trx,
    file.categories.map((category, index) => ({ ...category, id: deps.ids(), sortOrder: index })).filter((one) => !knownCategories.has(one.code)),
  );
  const categoryIds = new Map((await listCategories(trx)).map((one) => [one.code, one.id]));
  const known = new Map((await listDepartments(trx)).map((one) => [one.code, one.id]));
  const added = file.departments.map((one, index) => ({ ...one, id: deps.ids(), sortOrder: index })).filter((one) => !known.has(one.code));
  await insertDepartments(
    trx,
    added.map((one) => ({ id: one.id, code: one.code, name: one.name, sortOrder: one.sortOrder, categoryId: categoryIds.get(one.category)! })),
  );
  await insertUnits(
    trx,
    added.flatMap((one) => one.units.map((unit) => ({ id: deps.ids(), departmentId: one.id, code: unit.code, name: unit.name }))),
  );
}

async function versionId(deps: Deps, trx: TenantTransaction, content: ReadRoundFile['system'], publishedAt: string): Promise<string> {
  const contentHash = hashOf(canonicalJson(content));
  const known = (await listPublishedIndicatorSystemVersions(trx)).find((one) => one.contentHash === contentHash);
  if (known) return known.id;
  let system = await findIndicatorSystemByCode(trx, content.code);
  if (!system) {
    system = { id: deps.ids(), code: content.code, name: content.name };
    await insertIndicatorSystem(trx, system);
  }
  const id = deps.ids();
  await insertIndicatorSystemVersion(trx, { id, systemId: system.id, version: content.version, content, contentHash, publishedAt, publishedBy: null });
  return id;
}

async function formId(deps: Deps, trx: TenantTransaction, content: ReadRoundFile['projectForm'], publishedAt: string): Promise<string> {
  const contentHash = hashOf(canonicalJson(content));
  const known = (await listPublishedProjectForms(trx)).find((one) => one.contentHash === contentHash);
  if (known) return known.id;
  const id = deps.ids();
  await insertProjectForm(trx, { id, content, contentHash, publishedAt });
  return id;
}
