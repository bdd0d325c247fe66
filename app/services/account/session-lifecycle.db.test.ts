import { createHash } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMember, requireMember } from '~/app/auth/require-member.server';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import type { Deps } from '../deps.server';
import { listMemberships } from './list-memberships.server';
import { signIn } from './sign-in.server';
import { signOut } from './sign-out.server';
import { switchMembership } from './switch-membership.server';
import { cookieOf, depsFor, enter, makeAccount, makeBureau, PASSWORD, requestWith, signInAs, type Bureau } from './testing/account-world';

let database: TestDatabase;
let owner: pg.Client;
let deps: Deps;
let bureau: Bureau;
let other: Bureau;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await database.clientAs('owner');
  deps = depsFor(database.app.db);
  bureau = await makeBureau(deps, '甲区');
  other = await makeBureau(deps, '乙区');
});
afterAll(() => database.close());

const hashOf = (cookie: string): string => createHash('sha256').update(cookie.split('=')[1] ?? '').digest('hex');
const memberOf = (cookie: string, path = '/') => findMember(requestWith(cookie, path), { deps });
const moveSession = (cookie: string, column: 'expires_at' | 'absolute_expires_at', to: string) =>
  owner.query(`update sessions set ${column} = clock_timestamp() + $1::interval where id = $2`, [to, hashOf(cookie)]);
const remainingSeconds = async (cookie: string): Promise<number> => {
  const { rows } = await owner.query<{ left: string }>('select extract(epoch from expires_at - clock_timestamp()) as left from sessions where id = $1', [hashOf(cookie)]);
  return Number(rows[0]?.left);
};

describe('a session', () => {
  it('makes the person the member they are, with department and unit', async () => {
    await makeAccount(deps, bureau, 'unit.one', ['unit_editor']);
    const { cookie, member } = await enter(deps, 'Unit.One');
    expect(member).toMatchObject({ bureauId: bureau.id, bureauName: '甲区财政局', role: 'unit_editor', departmentName: '甲区市场监督管理局', unitName: '甲区检验所', displayName: 'unit.one（测试）' });
    expect(member.sessionId).toBe(hashOf(cookie));
  });

  it('is kept in the database as SHA-256 only', async () => {
    await makeAccount(deps, bureau, 'hash.one', ['bureau_officer']);
    const { cookie } = await enter(deps, 'hash.one');
    const raw = cookie.split('=')[1] ?? '';
    expect(raw).toMatch(/^[a-z2-7]{40}$/);
    const { rows } = await owner.query<{ text: string }>("select string_agg(s::text, ' ') || (select string_agg(a::text, ' ') from sign_in_attempts a) as text from sessions s");
    expect(rows[0]?.text).toContain(hashOf(cookie));
    expect(rows[0]?.text).not.toContain(raw);
    // What a thief of the table would send.
    expect(await memberOf(`hengji=${hashOf(cookie)}`)).toBeNull();
  });

  it('takes no id from outside: a cookie set before signing in is worth nothing afterwards', async () => {
    await makeAccount(deps, bureau, 'fixed.one', ['bureau_officer']);
    const planted = `hengji=${'a'.repeat(40)}`;
    const result = await signInAs(deps, 'fixed.one');
    expect(result.ok && cookieOf(result.sessionCookie)).not.toBe(planted);
    expect(await memberOf(planted)).toBeNull();
    const { cookie: first } = await enter(deps, 'fixed.one');
    const { cookie: second } = await enter(deps, 'fixed.one');
    expect(first).not.toBe(second);
    const again = await signIn(deps, { accountNameOrEmail: 'fixed.one', password: PASSWORD, ip: '', userAgent: '', isHttps: false, request: requestWith(second) });
    expect(again.ok).toBe(true);
    expect(await memberOf(second)).toBeNull();
    expect(await memberOf(first)).not.toBeNull();
  });

  it('is dead after signing out', async () => {
    await makeAccount(deps, bureau, 'out.one', ['bureau_officer']);
    const { cookie, member } = await enter(deps, 'out.one');
    const { sessionCookie } = await signOut(deps, requestWith(cookie), member);
    expect(sessionCookie).toBe('hengji=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
    expect(await memberOf(cookie)).toBeNull();
  });

  it('dies with its account, its membership, and the demo', async () => {
    const userId = await makeAccount(deps, bureau, 'gone.one', ['bureau_officer']);
    const { cookie } = await enter(deps, 'gone.one');
    await owner.query('update users set disabled_at = clock_timestamp() where id = $1', [userId]);
    expect(await memberOf(cookie)).toBeNull();
    await owner.query('update users set disabled_at = null where id = $1', [userId]);
    expect(await memberOf(cookie)).not.toBeNull();
    const superuser = await database.clientAs('superuser');
    await superuser.query('update memberships set ended_at = clock_timestamp() where user_id = $1', [userId]);
    expect(await memberOf(cookie)).toBeNull();
    await superuser.query('update memberships set ended_at = null where user_id = $1', [userId]);
    expect(await memberOf(cookie)).not.toBeNull();
    await owner.query('update users set is_demo = true where id = $1', [userId]);
    expect(await memberOf(cookie)).toBeNull();
  });

  it('dies after 30 idle minutes, and activity starts them anew', async () => {
    await makeAccount(deps, bureau, 'idle.one', ['bureau_officer']);
    const { cookie } = await enter(deps, 'idle.one');
    expect(await remainingSeconds(cookie)).toBeGreaterThan(1790);
    await moveSession(cookie, 'expires_at', '5 seconds');
    expect(await memberOf(cookie)).not.toBeNull();
    expect(await remainingSeconds(cookie)).toBeGreaterThan(1790);
    // From here on it has been used within the last half: lengthened all the same.
    await moveSession(cookie, 'expires_at', '20 minutes');
    expect(await memberOf(cookie)).not.toBeNull();
    expect(await remainingSeconds(cookie)).toBeGreaterThan(1790);
    await moveSession(cookie, 'expires_at', '-1 milliseconds');
    expect(await memberOf(cookie)).toBeNull();
    expect(await memberOf(cookie)).toBeNull();
    expect(await remainingSeconds(cookie)).toBeLessThan(0);
  });

  it('dies after 12 hours however busy it is', async () => {
    await makeAccount(deps, bureau, 'long.one', ['bureau_officer']);
    const { cookie } = await enter(deps, 'long.one');
    const { rows } = await owner.query<{ hours: string }>('select extract(epoch from absolute_expires_at - created_at) / 3600 as hours from sessions where id = $1', [hashOf(cookie)]);
    expect(Number(rows[0]?.hours)).toBeCloseTo(12, 3);
    await moveSession(cookie, 'absolute_expires_at', '10 minutes');
    await moveSession(cookie, 'expires_at', '5 seconds');
    expect(await memberOf(cookie)).not.toBeNull();
    expect(await remainingSeconds(cookie)).toBeLessThanOrEqual(600);
    await moveSession(cookie, 'absolute_expires_at', '-1 milliseconds');
    await moveSession(cookie, 'expires_at', '20 minutes');
    expect(await memberOf(cookie)).toBeNull();
  });

  it('carries over https only under the name that is bound to this host', async () => {
    await makeAccount(deps, bureau, 'https.one', ['bureau_officer']);
    const result = await signIn(deps, { accountNameOrEmail: 'https.one', password: PASSWORD, ip: '10.0.0.1', userAgent: 'test', isHttps: true });
    if (!result.ok) throw new Error(result.reason);
    expect(result.sessionCookie).toMatch(/^__Host-hengji=[a-z2-7]{40}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    const cookie = cookieOf(result.sessionCookie);
    const value = cookie.split('=')[1] ?? '';
    const over = (header: string) => findMember(new Request('https://hengji.test/', { headers: { Cookie: header } }), { deps });
    expect(await over(cookie)).not.toBeNull();
    expect(await over(`other=1; ${cookie}; more=2`)).not.toBeNull();
    for (const header of [`hengji=${value}`, `%5F%5FHost-hengji=${value}`, `__host-hengji=${value}`, `__Host-hengji=%zz`, `__Host-hengji=`, `${cookie}; ${cookie}`, `x${cookie}`]) {
      expect(await over(header), header).toBeNull();
    }
  });
});

describe('switching', () => {
  it('goes on under a new id with the old absolute limit; the next sign-in remembers', async () => {
    await makeAccount(deps, bureau, 'both.one', ['bureau_officer', 'reviewer']);
    await makeAccount(deps, other, 'both.one', ['department_approver']);
    const { cookie, member } = await enter(deps, 'both.one');
    await moveSession(cookie, 'absolute_expires_at', '3 hours');
    const held = await listMemberships(deps, member.userId);
    expect(held).toHaveLength(3);
    const target = held.find((membership) => membership.bureau.id === other.id);
    if (!target) throw new Error('no membership in the other bureau');
    const switched = await switchMembership(deps, member, { membershipId: target.id, request: requestWith(cookie), ip: '10.0.0.1' });
    expect(switched.home).toBe('/department');
    const next = cookieOf(switched.sessionCookie);
    expect(next).not.toBe(cookie);
    expect(await memberOf(cookie)).toBeNull();
    expect(await memberOf(next)).toMatchObject({ bureauId: other.id, role: 'department_approver', departmentId: other.departmentId });
    const { rows: limit } = await owner.query<{ left: string }>('select extract(epoch from absolute_expires_at - clock_timestamp()) as left from sessions where id = $1', [hashOf(next)]);
    expect(Number(limit[0]?.left)).toBeLessThanOrEqual(3 * 3600);
    expect((await enter(deps, 'both.one')).member.bureauId).toBe(other.id);
  });

  it('refuses what is not one’s own, or has ended', async () => {
    await makeAccount(deps, bureau, 'switch.one', ['bureau_officer', 'reviewer']);
    await makeAccount(deps, bureau, 'switch.two', ['bureau_admin']);
    const { cookie, member } = await enter(deps, 'switch.one');
    const { member: stranger } = await enter(deps, 'switch.two');
    await expect(switchMembership(deps, member, { membershipId: stranger.membershipId, request: requestWith(cookie), ip: '' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await memberOf(cookie)).not.toBeNull();
  });
});

describe('requireMember', () => {
  const thrown = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => error);

  it('sends a stranger to the sign-in page and back to a page, never to a form’s target', async () => {
    const at = async (path: string, init?: RequestInit) => {
      const response = await thrown(requireMember(requestWith('', path, init), { deps }));
      expect(response).toBeInstanceOf(Response);
      return (response as Response).headers.get('Location');
    };
    expect(await at('/bureau/rounds?tab=2&_data=routes%2Fbureau')).toBe('/sign-in?redirectTo=%2Fbureau%2Frounds%3Ftab%3D2');
    expect(await at('/')).toBe('/sign-in');
    expect(await at('/bureau/rounds', { method: 'POST' })).toBe('/sign-in');
  });

  it('lets the named roles in and refuses the others', async () => {
    await makeAccount(deps, bureau, 'guard.one', ['department_editor']);
    const { cookie, member } = await enter(deps, 'guard.one');
    expect(await requireMember(requestWith(cookie), { deps }, 'department_editor', 'department_approver')).toEqual(member);
    expect(await requireMember(requestWith(cookie), { deps })).toEqual(member);
    expect(await thrown(requireMember(requestWith(cookie), { deps }, 'bureau_admin'))).toMatchObject({ name: 'AppError', code: 'forbidden' });
  });
});
