import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Role } from '~/app/domain/access/roles';
import type { IndicatorSystemVersion, SlotBinding } from '~/app/domain/form/indicator-system-version';
import type { ProjectForm } from '~/app/domain/form/project-form';
import type { Snapshot } from '~/app/domain/form/snapshot';
import type { Database } from '~/db/connection.server';
import { insertAssignments } from '~/db/queries/assignments.server';
import { insertBureau } from '~/db/queries/bureaus.server';
import { insertCategories, insertDepartments, insertUnits } from '~/db/queries/departments.server';
import { insertIndicatorSystem, insertIndicatorSystemVersion } from '~/db/queries/indicator-systems.server';
import { insertMembership } from '~/db/queries/memberships.server';
import { insertProjectForm } from '~/db/queries/project-forms.server';
import { insertRound } from '~/db/queries/rounds.server';
import { insertUser } from '~/db/queries/users.server';
import { withBureau, type TenantTransaction } from '~/db/tenant.server';

/** A person; the password hash fits no password. */
export async function makeUser(db: Kysely<Database>, given: { accountName?: string; email?: string; displayName?: string } = {}): Promise<string> {
  const id = uuid();
  await insertUser(db, {
    id,
    accountName: given.accountName ?? `user-${id}`,
    email: given.email ?? null,
    displayName: given.displayName ?? '测试人员',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$none$none',
    isDemo: false,
  });
  return id;
}

export async function makeBureau(db: Kysely<Database>, given: { name?: string } = {}): Promise<string> {
  const id = uuid();
  await withBureau(db, id, (trx) => insertBureau(trx, { code: `b-${id}`, name: given.name ?? '测试区财政局', shortName: '测试区', isDemo: false }));
  return id;
}

export async function makeCategory(trx: TenantTransaction, given: { code?: string; name?: string; sortOrder?: number } = {}): Promise<string> {
  const id = uuid();
  await insertCategories(trx, [{ id, code: given.code ?? `c-${id}`, name: given.name ?? '政府组成部门', sortOrder: given.sortOrder ?? 1 }]);
  return id;
}

export async function makeDepartment(
  trx: TenantTransaction,
  categoryId: string,
  given: { code?: string; name?: string; sortOrder?: number } = {},
): Promise<string> {
  const id = uuid();
  await insertDepartments(trx, [{ id, categoryId, code: given.code ?? `d-${id}`, name: given.name ?? '测试局', sortOrder: given.sortOrder ?? 1 }]);
  return id;
}

export async function makeUnit(trx: TenantTransaction, departmentId: string, given: { code?: string; name?: string } = {}): Promise<string> {
  const id = uuid();
  await insertUnits(trx, [{ id, departmentId, code: given.code ?? `u-${id}`, name: given.name ?? '测试中心' }]);
  return id;
}

export async function makeMembership(
  trx: TenantTransaction,
  userId: string,
  role: Role,
  place: { departmentId?: string; unitId?: string } = {},
): Promise<string> {
  const id = uuid();
  await insertMembership(trx, { id, userId, role, departmentId: place.departmentId ?? null, unitId: place.unitId ?? null });
  return id;
}

const rounding = { scope: 'total', digits: 2, mode: 'half_up' } as const;
const gradeBands = [
  { grade: 'excellent', atLeast: '90' },
  { grade: 'good', atLeast: '80' },
  { grade: 'fair', atLeast: '60' },
  { grade: 'poor', atLeast: '0' },
] as IndicatorSystemVersion['gradeBands'];
const ratio = { type: 'ratio', measure: { kind: 'target_actual' }, onMissing: 'block_submit', onZeroDenominator: 'full' } as const;

/** The smallest complete indicator system: one slot of 50 points, one common indicator of 50. */
export const smallSystem: IndicatorSystemVersion = {
  code: 'small',
  name: '测试指标体系',
  version: 1,
  totalWeight: '100',
  slots: { codePrefix: 'LZ', primary: '履职效能', secondary: '重点工作', points: '50', count: 1, min: 1, max: 1 },
  indicators: [
    {
      code: 'GL-01',
      primary: '管理效率',
      secondary: '预算执行',
      name: '部门预算资金支出率',
      definition: '全年执行数与全年预算数之比',
      criteria: '按支出率计分',
      weight: '50',
      inputs: [],
      rule: { ...ratio, measure: { kind: 'quotient', numerator: { cell: 'budget.executed' }, denominator: { cell: 'budget.annual_budget' } } },
      source: '测试',
    },
  ],
  rounding,
  gradeBands,
};

export const smallProjectForm: ProjectForm = {
  code: 'small-form',
  name: '测试项目自评表',
  version: 1,
  executionWeight: '10',
  primaries: [{ name: '产出', weight: '90', secondaries: ['数量'] }],
  rounding,
  gradeBands,
  source: '测试',
};

export const smallBinding: SlotBinding = {
  name: '测试指标',
  definition: '测试',
  kind: 'quantitative',
  unit: '家',
  comparator: 'gte',
  target: '10',
  rule: ratio,
  aliases: [],
};

export function makeSnapshot(cells: Readonly<Record<string, string>>): Snapshot {
  return {
    schema: 1,
    bureau: { name: '测试区财政局' },
    department: { code: 'd', name: '测试局', category: '政府组成部门' },
    round: { name: '自评', fiscalYear: 2024 },
    system: smallSystem,
    projectForm: smallProjectForm,
    bindings: [smallBinding],
    projects: [],
    cells: { ...cells },
    demo: false,
  };
}

export interface MadeRound {
  readonly roundId: string;
  readonly systemVersionId: string;
  readonly projectFormId: string;
}

/** An open round with a published system and form; deadlines in the year 2099 unless given. */
export async function makeRound(
  trx: TenantTransaction,
  given: { fiscalYear?: number; approvalDeadline?: string; submissionDeadline?: string } = {},
): Promise<MadeRound> {
  const [systemId, systemVersionId, projectFormId, roundId] = [uuid(), uuid(), uuid(), uuid()];
  const publishedAt = '2024-01-01T00:00:00Z';
  await insertIndicatorSystem(trx, { id: systemId, code: `s-${systemId}`, name: smallSystem.name });
  await insertIndicatorSystemVersion(trx, {
    id: systemVersionId,
    systemId,
    version: 1,
    content: smallSystem,
    contentHash: 'hash',
    publishedAt,
    publishedBy: null,
  });
  await insertProjectForm(trx, { id: projectFormId, content: { ...smallProjectForm, code: `f-${projectFormId}` }, contentHash: 'hash', publishedAt });
  await insertRound(trx, {
    id: roundId,
    fiscalYear: given.fiscalYear ?? 2024,
    name: '2024年度绩效自评',
    notice: '请按时报送。',
    indicatorSystemVersionId: systemVersionId,
    projectFormId,
    approvalDeadline: given.approvalDeadline ?? '2099-06-01T00:00:00Z',
    submissionDeadline: given.submissionDeadline ?? '2099-06-30T00:00:00Z',
    issuedBy: null,
  });
  return { roundId, systemVersionId, projectFormId };
}

export async function makeAssignment(trx: TenantTransaction, roundId: string, departmentId: string, categoryId: string): Promise<string> {
  const id = uuid();
  await insertAssignments(trx, [{ id, roundId, departmentId, categoryId, bindings: [smallBinding] }]);
  return id;
}

export interface MadeTask extends MadeRound {
  readonly categoryId: string;
  readonly departmentId: string;
  readonly assignmentId: string;
}

/** A round issued to one new department. */
export async function makeTask(trx: TenantTransaction, given: Parameters<typeof makeRound>[1] = {}): Promise<MadeTask> {
  const categoryId = await makeCategory(trx);
  const departmentId = await makeDepartment(trx, categoryId);
  const round = await makeRound(trx, given);
  return { ...round, categoryId, departmentId, assignmentId: await makeAssignment(trx, round.roundId, departmentId, categoryId) };
}
