import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleSchema, type Role } from '~/app/domain/access/roles';
import { action as accountAction, loader as accountLoader } from '~/app/routes/admin/account';
import { loader as accountsLoader } from '~/app/routes/admin/accounts';
import { loader as auditLoader } from '~/app/routes/admin/audit';
import { loader as auditCsvLoader } from '~/app/routes/admin/audit-csv';
import { loader as frameLoader } from '~/app/routes/admin/frame';
import { action as newAccountAction, loader as newAccountLoader } from '~/app/routes/admin/new-account';
import { action as securityAction, loader as securityLoader } from '~/app/routes/admin/security';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { listMemberships } from '../account/list-memberships.server';
import { depsFor, enter, makeAccount, makeBureau, requestWith, type Bureau } from '../account/testing/account-world';
import type { Deps } from '../deps.server';

let database: TestDatabase;
let deps: Deps;
let bureau: Bureau;
let target: string;
const cookies = {} as Record<Role, string>;
let sessionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = depsFor(database.app.db);
  bureau = await makeBureau(deps, '甲区');
  for (const role of roleSchema.options) {
    await makeAccount(deps, bureau, role, [role]);
    cookies[role] = (await enter(deps, role)).cookie;
  }
  target = await makeAccount(deps, bureau, 'target.one', ['reviewer']);
  sessionId = (await enter(deps, 'target.one')).member.sessionId;
});
afterAll(() => database.close());

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;
interface Entry {
  readonly name: string;
  readonly run: Handler;
  readonly roles: readonly Role[];
  readonly path: string;
  readonly form?: () => Record<string, string>;
}

const ENTRIES: readonly Entry[] = [
  { name: 'frame', run: frameLoader, roles: ['system_admin', 'security_admin', 'audit_admin'], path: '/admin/accounts' },
  { name: 'accounts', run: accountsLoader, roles: ['system_admin'], path: '/admin/accounts' },
  { name: 'new account', run: newAccountLoader, roles: ['system_admin'], path: '/admin/accounts/new' },
  { name: 'create account', run: newAccountAction, roles: ['system_admin'], path: '/admin/accounts/new', form: () => ({ displayName: '王某', accountName: `made.${deps.ids()}`, role: 'reviewer' }) },
  { name: 'account', run: accountLoader, roles: ['system_admin'], path: '/admin/accounts/x' },
  { name: 'give role', run: accountAction, roles: ['system_admin'], path: '/admin/accounts/x', form: () => ({ intent: 'give_role', role: 'bureau_officer' }) },
  { name: 'disable', run: accountAction, roles: ['system_admin'], path: '/admin/accounts/x', form: () => ({ intent: 'disable' }) },
  { name: 'enable', run: accountAction, roles: ['system_admin'], path: '/admin/accounts/x', form: () => ({ intent: 'enable' }) },
  { name: 'reset password', run: accountAction, roles: ['system_admin'], path: '/admin/accounts/x', form: () => ({ intent: 'reset_password' }) },
  { name: 'security', run: securityLoader, roles: ['security_admin'], path: '/admin/security' },
  { name: 'unlock', run: securityAction, roles: ['security_admin'], path: '/admin/security', form: () => ({ intent: 'unlock', userId: target }) },
  { name: 'audit', run: auditLoader, roles: ['audit_admin'], path: '/admin/audit?action=session.start&from=2024-01-01&to=nonsense&page=x' },
  { name: 'audit file', run: auditCsvLoader, roles: ['audit_admin'], path: '/admin/audit.csv' },
];

function call(entry: Entry, cookie: string, userId = target): Promise<unknown> {
  const body = entry.form ? new URLSearchParams(entry.form()) : undefined;
  const request = requestWith(cookie, entry.path, body ? { method: 'POST', body } : {});
  return entry.run({ request, params: { userId }, context: { deps, requestId: 'TEST' } } as unknown as LoaderFunctionArgs & ActionFunctionArgs);
}

const outcome = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (response) => (response as Response).status,
    (error: unknown) => (error instanceof Response ? `${error.status} ${error.headers.get('Location')}` : (error as { code?: string }).code),
  );

describe.each(ENTRIES)('$name', (entry) => {
  it('serves its role and refuses every other', async () => {
    for (const role of roleSchema.options) {
      expect(await outcome(call(entry, cookies[role])), role).toBe(entry.roles.includes(role) ? 200 : 'forbidden');
    }
  });

  it('sends a stranger to the sign-in page', async () => {
    expect(await outcome(call(entry, ''))).toMatch(/^302 \/sign-in/);
    expect(await outcome(call(entry, `hengji=${'a'.repeat(40)}`))).toMatch(/^302 \/sign-in/);
  });
});

describe('the pages', () => {
  const entry = (name: string): Entry => {
    const found = ENTRIES.find((one) => one.name === name);
    if (!found) throw new Error(name);
    return found;
  };
  const send = (name: string, role: Role, form: Record<string, string>, userId = target) => call({ ...entry(name), form: () => form }, cookies[role], userId) as Promise<Response>;

  it('answer ids that are none, and commands there are none of, as not found', async () => {
    expect(await outcome(call(entry('account'), cookies.system_admin, "x' or 1=1"))).toBe('not_found');
    expect(await outcome(call(entry('account'), cookies.system_admin, deps.ids()))).toBe('not_found');
    expect(await outcome(send('disable', 'system_admin', { intent: 'delete' }))).toBe('not_found');
    expect(await outcome(send('disable', 'system_admin', { intent: 'end_role', membershipId: deps.ids() }))).toBe('not_found');
    expect(await outcome(send('unlock', 'security_admin', { intent: 'revoke', sessionId: 'x' }))).toBe('not_found');
    expect(await outcome(send('unlock', 'security_admin', { intent: 'revoke', sessionId }))).toBe('not_found');
  });

  it('say what is wrong with a form beside the field, and keep what was typed', async () => {
    const response = await send('create account', 'system_admin', { displayName: ' ', accountName: '张三', email: 'x', role: 'unit_editor' });
    const answer = (await response.json()) as { typed: object; errors: { field: string; message: string }[] };
    expect(response.status).toBe(400);
    expect(answer.errors.map((error) => error.field).sort()).toEqual(['accountName', 'departmentId', 'displayName', 'email', 'unitId'].sort());
    expect(answer.typed).toMatchObject({ accountName: '张三' });
    const empty = (await (await send('give role', 'system_admin', { intent: 'give_role', role: '' })).json()) as { errors: unknown };
    expect(empty.errors).toEqual([{ field: 'role', message: '请选择岗位' }]);
  });

  it('show a conflict of administrators in words and change nothing', async () => {
    const holder = await makeAccount(deps, bureau, 'holder.one', ['audit_admin']);
    const response = await send('give role', 'system_admin', { intent: 'give_role', role: 'system_admin' }, holder);
    expect(response.status).toBe(409);
    const answer = (await response.json()) as { errors: { message: string }[] };
    expect(answer.errors[0]?.message).toMatch(/“系统管理员”和“审计管理员”不能由同一个人担任/);
    expect(await listMemberships(deps, holder)).toHaveLength(1);
  });

  it('hand out the log as a file that Excel reads as UTF-8', async () => {
    const response = (await call(entry('audit file'), cookies.audit_admin)) as Response;
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''%E5/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain('"越权访问被拒"');
  });
});
