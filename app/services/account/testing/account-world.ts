import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { v7 } from 'uuid';
import type { Member } from '~/app/auth/member';
import { findMember } from '~/app/auth/require-member.server';
import type { Role } from '~/app/domain/access/roles';
import type { Database } from '~/db/connection.server';
import { insertBureau } from '~/db/queries/bureaus.server';
import { insertCategories, insertDepartments, insertUnits } from '~/db/queries/departments.server';
import { withBureau } from '~/db/tenant.server';
import type { Kysely } from 'kysely';
import type { Deps } from '../../deps.server';
import { createLocalDiskStorage } from '../../storage/local-disk.server';
import { ensureAccount } from '../ensure-account.server';
import { signIn } from '../sign-in.server';

export const PASSWORD = '一个很长的口令 for tests';

export interface Bureau {
  readonly id: string;
  readonly departmentId: string;
  readonly unitId: string;
}

/** Dependencies over a test database. */
export function depsFor(db: Kysely<Database>, settings: Partial<Deps['settings']> = {}): Deps {
  const storage = createLocalDiskStorage(path.join(os.tmpdir(), 'hengji-account-tests'));
  return { db, ids: () => v7(), storage, log: pino({ level: 'silent' }), settings: { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720, ...settings } };
}

export async function makeBureau(deps: Deps, code: string): Promise<Bureau> {
  const [id, categoryId, departmentId, unitId] = [deps.ids(), deps.ids(), deps.ids(), deps.ids()];
  await withBureau(deps.db, id, async (trx) => {
    await insertBureau(trx, { code, name: `${code}财政局`, shortName: code, isDemo: false });
    await insertCategories(trx, [{ id: categoryId, code: 'A', name: '经济管理类', sortOrder: 1 }]);
    await insertDepartments(trx, [{ id: departmentId, categoryId, code: '101', name: `${code}市场监督管理局`, sortOrder: 1 }]);
    await insertUnits(trx, [{ id: unitId, departmentId, code: '101001', name: `${code}检验所` }]);
  });
  return { id, departmentId, unitId };
}

/** A person with these roles in one bureau; the password is PASSWORD. */
export async function makeAccount(deps: Deps, bureau: Bureau, accountName: string, roles: readonly Role[], more: { isDemo?: boolean; email?: string } = {}): Promise<string> {
  const made = await ensureAccount(deps, {
    bureauId: bureau.id,
    accountName,
    email: more.email ?? null,
    displayName: `${accountName}（测试）`,
    password: PASSWORD,
    isDemo: more.isDemo ?? false,
    memberships: roles.map((role) => ({ role, departmentId: bureau.departmentId, unitId: bureau.unitId })),
  });
  if (!made.ok) throw new Error(`${accountName}: ${made.reason}`);
  return made.userId;
}

export function signInAs(deps: Deps, accountNameOrEmail: string, password: string = PASSWORD, ip = '10.0.0.1') {
  return signIn(deps, { accountNameOrEmail, password, ip, userAgent: 'test', isHttps: false });
}

/** `hengji=…` of a Set-Cookie value. */
export function cookieOf(setCookie: string): string {
  return setCookie.split(';')[0] ?? '';
}

export function requestWith(cookie: string, path = '/', init: RequestInit = {}): Request {
  return new Request(`http://hengji.test${path}`, { ...init, headers: { ...(cookie !== '' && { Cookie: cookie }), ...init.headers } });
}

/** Signs in and returns the cookie and the member it stands for. */
export async function enter(deps: Deps, accountName: string): Promise<{ cookie: string; member: Member }> {
  const result = await signInAs(deps, accountName);
  if (!result.ok) throw new Error(`${accountName}: ${result.reason}`);
  const cookie = cookieOf(result.sessionCookie);
  const member = await findMember(requestWith(cookie), { deps });
  if (!member) throw new Error(`${accountName}: no session`);
  return { cookie, member };
}
