import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMember } from '~/app/auth/require-member.server';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import type { Deps } from '../deps.server';
import { changePassword } from './change-password.server';
import { cookieOf, depsFor, enter, makeAccount, makeBureau, PASSWORD, requestWith, signInAs, type Bureau } from './testing/account-world';

let database: TestDatabase;
let deps: Deps;
let bureau: Bureau;
const NEXT = '清晨六点去龙津路喝早茶';

beforeAll(async () => {
  database = await createTestDatabase();
  deps = depsFor(database.app.db);
  bureau = await makeBureau(deps, '甲区');
});
afterAll(() => database.close());

const memberOf = (cookie: string) => findMember(requestWith(cookie), { deps });

describe('changing one’s password', () => {
  it('ends every session, goes on under a new one with the old absolute limit, and only the new password works', async () => {
    await makeAccount(deps, bureau, 'change.one', ['department_editor']);
    const { cookie: elsewhere } = await enter(deps, 'change.one');
    const { cookie, member } = await enter(deps, 'change.one');
    const owner = await database.clientAs('owner');
    await owner.query("update sessions set absolute_expires_at = clock_timestamp() + interval '2 hours' where id = $1", [member.sessionId]);
    const changed = await changePassword(deps, member, { current: PASSWORD, next: `${NEXT}吃肠粉`, request: requestWith(cookie), ip: '' });
    if (!changed.ok) throw new Error(changed.reason);
    expect(await memberOf(cookie)).toBeNull();
    expect(await memberOf(elsewhere)).toBeNull();
    const next = await memberOf(cookieOf(changed.sessionCookie));
    expect(next).toMatchObject({ membershipId: member.membershipId });
    const { rows } = await owner.query<{ left: string }>('select extract(epoch from absolute_expires_at - clock_timestamp()) as left from sessions where id = $1', [next?.sessionId]);
    expect(Number(rows[0]?.left)).toBeLessThanOrEqual(7200);
    expect(await signInAs(deps, 'change.one')).toMatchObject({ ok: false });
    expect(await signInAs(deps, 'change.one', `${NEXT}吃肠粉`)).toMatchObject({ ok: true });
  });

  it('refuses a weak, named or unchanged one and leaves everything as it is', async () => {
    await makeAccount(deps, bureau, 'weak.one', ['department_editor']);
    const { cookie, member } = await enter(deps, 'weak.one');
    const attempt = (current: string, next: string) => changePassword(deps, member, { current, next, request: requestWith(cookie), ip: '' });
    expect(await attempt(PASSWORD, 'short')).toEqual({ ok: false, reason: 'too_short' });
    expect(await attempt(PASSWORD, 'weak.one-2025-2026')).toEqual({ ok: false, reason: 'holds_names' });
    expect(await attempt(PASSWORD, '我们在甲区市场监督管理局上班')).toEqual({ ok: false, reason: 'holds_names' });
    expect(await attempt(PASSWORD, PASSWORD)).toEqual({ ok: false, reason: 'same_password' });
    expect(await memberOf(cookie)).not.toBeNull();
    expect(await signInAs(deps, 'weak.one')).toMatchObject({ ok: true });
  });

  it('is not for the demo’s accounts, which many people share', async () => {
    await makeAccount(deps, bureau, 'demo.one', ['reviewer'], { isDemo: true });
    const demo = depsFor(database.app.db, { demo: true });
    const { cookie, member } = await enter(demo, 'demo.one');
    expect(await changePassword(demo, member, { current: PASSWORD, next: `${NEXT}吃糯米鸡`, request: requestWith(cookie), ip: '' })).toEqual({ ok: false, reason: 'demo_account' });
  });

  it('locks after five wrong guesses at the present one', async () => {
    await makeAccount(deps, bureau, 'guess.one', ['department_editor']);
    const { cookie, member } = await enter(deps, 'guess.one');
    const attempt = () => changePassword(deps, member, { current: 'wrong', next: `${NEXT}吃虾饺`, request: requestWith(cookie), ip: '' });
    for (let failure = 1; failure <= 4; failure += 1) expect(await attempt()).toEqual({ ok: false, reason: 'wrong_password' });
    expect(await attempt()).toMatchObject({ reason: 'locked' });
    expect(await attempt()).toMatchObject({ reason: 'locked' });
    const { rows } = await (await database.clientAs('owner')).query("select 1 from sign_in_attempts where account_name = 'guess.one' and outcome = 'wrong_credentials'");
    expect(rows).toHaveLength(5);
    expect(await signInAs(deps, 'guess.one')).toMatchObject({ reason: 'locked' });
  });
});
