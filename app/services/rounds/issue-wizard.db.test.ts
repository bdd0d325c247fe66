import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { initialDraft, type WizardDraft } from '~/app/components/issue-wizard/wizard-draft';
import type { WizardOptions } from '~/app/components/issue-wizard/wizard-options';
import { issueInputOf, planOf, problemsOf } from '~/app/components/issue-wizard/wizard-plan';
import { type ProjectForm, projectFormSchema } from '~/app/domain/form/project-form';
import { action as issueAction, loader as wizardLoader } from '~/app/routes/bureau/round-new';
import { action as uploadAction, loader as downloadLoader } from '~/app/routes/bureau/target-workbook';
import { listAssignmentsOfRound } from '~/db/queries/assignments.server';
import { insertCategories, insertDepartments } from '~/db/queries/departments.server';
import { insertIndicatorSystem, insertIndicatorSystemVersion } from '~/db/queries/indicator-systems.server';
import { insertProjectForm } from '~/db/queries/project-forms.server';
import { listProjects } from '~/db/queries/projects.server';
import { findRound, listRounds } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { smallBinding, smallSystem } from '~/db/testing/factories';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { type Bureau, depsFor, enter, makeAccount, makeBureau, requestWith } from '../account/testing/account-world';
import type { Deps } from '../deps.server';
import type { TargetImport } from './import-target-workbook.server';

let database: TestDatabase;
let deps: Deps;
let bureau: Bureau;
let cookie: string;
let form: ProjectForm;

const PATH = '/bureau/rounds/new';
const FAR = { approvalDate: '2099-03-20', approvalTime: '18:00', submissionDate: '2099-03-27', submissionTime: '12:30' };

beforeAll(async () => {
  database = await createTestDatabase();
  deps = depsFor(database.app.db);
  form = projectFormSchema.parse(JSON.parse(await readFile('db/seed/project-forms/project-10-50-30-10.json', 'utf8')));
  bureau = await makeBureau(deps, '甲区');
  await publish(bureau);
  await makeAccount(deps, bureau, 'officer', ['bureau_officer']);
  await makeAccount(deps, bureau, 'editor', ['department_editor']);
  ({ cookie } = await enter(deps, 'officer'));
});
afterAll(() => database.close());

async function publish({ id }: Bureau): Promise<void> {
  const publishedAt = '2024-01-01T00:00:00Z';
  const systemId = deps.ids();
  await withBureau(deps.db, id, async (trx) => {
    await insertIndicatorSystem(trx, { id: systemId, code: 'small', name: smallSystem.name });
    await insertIndicatorSystemVersion(trx, { id: deps.ids(), systemId, version: 1, content: smallSystem, contentHash: 'hash', publishedAt, publishedBy: null });
    await insertProjectForm(trx, { id: deps.ids(), content: form, contentHash: 'hash', publishedAt });
    const categoryId = deps.ids();
    await insertCategories(trx, [{ id: categoryId, code: 'B', name: '社会民生类', sortOrder: 2 }]);
    await insertDepartments(trx, [{ id: deps.ids(), categoryId, code: '0202', name: '教育局', sortOrder: 1 }]);
  });
}

type Args = LoaderFunctionArgs & ActionFunctionArgs;
const call = async <Answer>(handler: (args: Args) => Promise<Response>, path: string, init: RequestInit = {}, as = cookie): Promise<Answer> => {
  const response = await handler({ request: requestWith(as, path, init), params: {}, context: { deps } } as unknown as Args);
  return (await response.json()) as Answer;
};
const options = async (): Promise<WizardOptions> => (await call<{ options: WizardOptions }>(wizardLoader as never, PATH)).options;
const issue = (body: unknown): Promise<{ ok: boolean; roundId?: string; reasons?: string[] }> =>
  call(issueAction as never, PATH, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

const indicator = (code: string, place: number, weight: string) => ({
  ...{ code, primary: form.primaries[place]!.name, secondary: form.primaries[place]!.secondaries[0]!, name: `指标${code}`, weight },
  ...{ kind: 'quantitative' as const, unit: '项', comparator: 'gte' as const, target: '10项', rule: smallBinding.rule },
});
const project = (unitId: string | null) => ({
  ...{ code: 'P01', name: '抽检', fundSource: 'general_public_budget' as const, implementingUnit: '甲区检验所', expectedGoal: '完成抽检', unitId },
  indicators: [indicator('I01', 0, '50'), indicator('I02', 1, '30'), indicator('I03', 2, '10')],
});

async function draft(more: Partial<WizardDraft> = {}): Promise<{ draft: WizardDraft; options: WizardOptions }> {
  const choices = await options();
  const imported = { [bureau.departmentId]: { bindings: [smallBinding], projects: [project(bureau.unitId)] } };
  return { options: choices, draft: { ...initialDraft(choices), ...FAR, fiscalYear: '2024', departmentIds: [bureau.departmentId], imported, ...more } };
}
const input = async (more: Partial<WizardDraft> = {}) => {
  const begun = await draft(more);
  return issueInputOf(planOf(begun.draft, begun.options));
};

it('what the server refuses is what the page has already said', async () => {
  const begun = await draft({ submissionDate: '2020-01-01', departmentIds: (await options()).departments.map(({ id }) => id) });
  const plan = planOf(begun.draft, begun.options);
  const said = problemsOf(plan, begun.options).map((problem) => problem.text);
  expect(said).toHaveLength(3);
  expect(await issue(issueInputOf(plan))).toEqual({ ok: false, reasons: said });
  expect(await withBureau(deps.db, bureau.id, (trx) => listRounds(trx))).toEqual([]);
});

it.each<[string, (body: Awaited<ReturnType<typeof input>>) => unknown]>([
  ['nothing', () => null],
  ['a year as text', (body) => ({ ...body, fiscalYear: '2024' })],
  ['an unknown field', (body) => ({ ...body, allowsPastDeadlines: true })],
  ['a deadline without offset', (body) => ({ ...body, submissionDeadline: '2099-01-01T00:00:00' })],
  ['a department twice', (body) => ({ ...body, departments: [...body.departments, ...body.departments] })],
])('%s is refused and stores nothing', async (_name, change) => {
  expect(await issue(change(await input()))).toMatchObject({ ok: false, reasons: [expect.stringContaining('没有下达')] });
  expect(await withBureau(deps.db, bureau.id, (trx) => listRounds(trx))).toEqual([]);
});

it('ids of another bureau and units of another department are not found', async () => {
  const other = await makeBureau(deps, '乙区');
  const body = await input();
  await expect(issue({ ...body, departments: [{ ...body.departments[0]!, departmentId: other.departmentId }] })).rejects.toMatchObject({ code: 'not_found' });
  const elsewhere = (await options()).departments.find(({ code }) => code === '0202')!.id;
  await expect(issue({ ...body, departments: [{ ...body.departments[0]!, departmentId: elsewhere }] })).rejects.toMatchObject({ code: 'not_found' });
});

it('only officers may look, issue, download and upload', async () => {
  const editor = (await enter(deps, 'editor')).cookie;
  for (const handler of [wizardLoader, issueAction, downloadLoader]) await expect(call(handler as never, PATH, {}, editor)).rejects.toMatchObject({ code: 'forbidden' });
  const body = new FormData();
  body.set('file', new Blob(['x']));
  body.set('projectFormId', deps.ids());
  await expect(call(uploadAction as never, PATH, { method: 'POST', body }, editor)).rejects.toMatchObject({ code: 'forbidden' });
});

it('issues what was previewed, once', async () => {
  const body = await input({ notice: '  请按时报送。\n' });
  const issued = await issue(body);
  expect(issued).toMatchObject({ ok: true });
  await withBureau(deps.db, bureau.id, async (trx) => {
    expect(await findRound(trx, issued.roundId!)).toMatchObject({ fiscalYear: 2024, name: '2024年度财政资金支出绩效自评', notice: '请按时报送。', state: 'open' });
    const [assignment, ...others] = await listAssignmentsOfRound(trx, issued.roundId!);
    expect(others).toEqual([]);
    expect(assignment).toMatchObject({ department: { id: bureau.departmentId }, bindings: [smallBinding], state: 'not_started' });
    expect(new Date(assignment!.round.submissionDeadline).toISOString()).toBe('2099-03-27T04:30:00.000Z');
    const { unitId, ...binding } = project(bureau.unitId);
    expect(await listProjects(trx, assignment!.id)).toMatchObject([{ code: 'P01', unitId, binding }]);
  });
  expect(await issue(body)).toEqual({ ok: false, reasons: ['2024 年度已有名为“2024年度财政资金支出绩效自评”的自评任务，请换一个名称。'] });
});

it('the next round begins where this one was, and its workbook comes back unchanged', async () => {
  const choices = await options();
  const next = initialDraft(choices);
  expect([next.fiscalYear, next.departmentIds]).toEqual(['2025', [bureau.departmentId]]);
  expect(problemsOf(planOf({ ...next, ...FAR }, choices), choices)).toEqual([]);
  const download = await downloadLoader({ request: requestWith(cookie, `${PATH}/targets.xlsx?departments=101,0202`), params: {}, context: { deps } } as unknown as Args);
  const upload = async (bytes: BlobPart): Promise<TargetImport> => {
    const body = new FormData();
    body.set('file', new Blob([bytes]), '审批目标表.xlsx');
    body.set('projectFormId', choices.projectForms[0]!.id);
    return call(uploadAction as never, `${PATH}/targets.xlsx`, { method: 'POST', body });
  };
  expect(await upload(await download.arrayBuffer())).toEqual({ ok: true, scopes: [{ departmentId: bureau.departmentId, bindings: [smallBinding], projects: [project(bureau.unitId)] }] });
  expect(await upload('no workbook')).toMatchObject({ ok: false, errors: [expect.stringContaining('不是 Excel 工作簿')], more: 0 });
});
