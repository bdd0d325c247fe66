import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '~/app/auth/member';
import { findMember } from '~/app/auth/require-member.server';
import { roleSchema, type Role } from '~/app/domain/access/roles';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { listMemberships } from '../account/list-memberships.server';
import { depsFor, enter, makeAccount, makeBureau, requestWith, signInAs, type Bureau } from '../account/testing/account-world';
import type { Deps } from '../deps.server';
import { createAccount } from './create-account.server';
import { disableAccount } from './disable-account.server';
import { enableAccount } from './enable-account.server';
import { endRole } from './end-role.server';
import { exportAuditLog } from './export-audit-events.server';
import { giveRole } from './give-role.server';
import { listAccountRows } from './list-accounts.server';
import { listAuditLines } from './list-audit-events.server';
import { resetPassword } from './reset-password.server';
import { revokeSession } from './revoke-session.server';
import { showSecurity } from './show-security.server';
import { unlockAccount } from './unlock-account.server';

let database: TestDatabase;
let superuser: pg.Client;
let deps: Deps;
let bureau: Bureau;
let other: Bureau;
const members = {} as Record<Role, Member>;
let otherSystem: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await database.clientAs('superuser');
  deps = depsFor(database.app.db);
  bureau = await makeBureau(deps, '甲区');
  other = await makeBureau(deps, '乙区');
  for (const role of roleSchema.options) {
    await makeAccount(deps, bureau, role, [role]);
    members[role] = (await enter(deps, role)).member;
  }
  await makeAccount(deps, other, 'other.system', ['system_admin']);
  otherSystem = (await enter(deps, 'other.system')).member;
});
afterAll(() => database.close());

const actions = async (subjectId: string): Promise<readonly string[]> =>
  (await superuser.query<{ action: string }>('select action from audit_events where subject_id = $1 order by at, id', [subjectId])).rows.map((row) => row.action);
const account = (accountName: string, role: Role = 'department_editor') => ({ accountName, displayName: '某某', email: null, role, departmentId: bureau.departmentId, unitId: bureau.unitId });

async function drain(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('三员分立', () => {
  const jobs: Record<'system_admin' | 'security_admin' | 'audit_admin', Record<string, (member: Member) => Promise<unknown>>> = {
    system_admin: {
      listAccountRows: (member) => listAccountRows(deps, member, {}),
      createAccount: (member) => createAccount(deps, member, account(`by.${member.role.replace('_', '.')}`)),
      disableAccount: (member) => disableAccount(deps, member, member.userId),
      enableAccount: (member) => enableAccount(deps, member, member.userId),
      resetPassword: (member) => resetPassword(deps, member, member.userId),
      giveRole: (member) => giveRole(deps, member, member.userId, { role: 'reviewer' }),
      endRole: (member) => endRole(deps, member, member.userId, member.membershipId),
    },
    security_admin: {
      showSecurity: (member) => showSecurity(deps, member),
      unlockAccount: (member) => unlockAccount(deps, member, member.userId),
      revokeSession: (member) => revokeSession(deps, member, 'f'.repeat(64)).catch((error: { code?: string }) => (error.code === 'not_found' ? null : Promise.reject(error as Error))),
    },
    audit_admin: {
      listAuditLines: (member) => listAuditLines(deps, member, {}),
      exportAuditLog: async (member) => drain(await exportAuditLog(deps, member, {})),
    },
  };

  it.each(Object.keys(jobs) as (keyof typeof jobs)[])('what is %s’s job nobody else can do, and the attempt is in the log', async (owner) => {
    for (const [name, run] of Object.entries(jobs[owner])) {
      for (const role of roleSchema.options) {
        const { rows: before } = await superuser.query<{ count: string }>("select count(*) from audit_events where action = 'permission.refuse' and actor_user_id = $1", [members[role].userId]);
        const outcome = await run(members[role]).then(
          () => 'done',
          (error: { code?: string }) => error.code,
        );
        const { rows: after } = await superuser.query<{ count: string }>("select count(*) from audit_events where action = 'permission.refuse' and actor_user_id = $1", [members[role].userId]);
        const refused = Number(after[0]?.count) - Number(before[0]?.count);
        expect([outcome, refused], `${name} by ${role}`).toEqual(role === owner ? ['done', 0] : ['forbidden', 1]);
      }
    }
  });

  const administrators = ['system_admin', 'security_admin', 'audit_admin'] as const;
  const conflicts = administrators.flatMap((held) => roleSchema.options.filter((wish) => wish !== held).map((wish) => [held, wish] as const));

  it.each(conflicts)('a person who is %s cannot become %s as well, nor the other way round', async (held, wish) => {
    const first = await makeAccount(deps, bureau, `${held}.${wish}`, [held]);
    const second = await makeAccount(deps, bureau, `${wish}.then.${held}`, [wish]);
    const place = { departmentId: bureau.departmentId, unitId: bureau.unitId };
    expect(await giveRole(deps, members.system_admin, first, { role: wish, ...place })).toMatchObject({ ok: false, reason: 'conflicting_roles' });
    expect(await giveRole(deps, members.system_admin, second, { role: held, ...place })).toMatchObject({ ok: false, reason: 'conflicting_roles' });
    expect((await listMemberships(deps, first)).map((membership) => membership.role)).toEqual([held]);
    expect(await actions(first)).toContain('membership.refuse');
  });

  it('holds over all bureaus, and against the loader too', async () => {
    const userId = await makeAccount(deps, other, 'across.one', ['audit_admin']);
    await expect(makeAccount(deps, bureau, 'across.one', ['bureau_officer'])).rejects.toThrow('conflicting_roles');
    expect(await listMemberships(deps, userId)).toHaveLength(1);
  });

  it('holds when several roles are given at the same moment', async () => {
    const people = await Promise.all(
      Array.from({ length: 8 }, async (_item, at) => {
        const userId = await makeAccount(deps, bureau, `race.${at}`, []);
        await superuser.query('insert into memberships (bureau_id, id, user_id, role, ended_at) values ($1, $2, $3, $4, clock_timestamp())', [bureau.id, deps.ids(), userId, 'reviewer']);
        return userId;
      }),
    );
    const given = await Promise.all(people.map((userId) => Promise.all(administrators.map((role) => giveRole(deps, members.system_admin, userId, { role })))));
    expect(given.map((results) => results.filter((result) => result.ok).length)).toEqual(people.map(() => 1));
    for (const userId of people) expect(await listMemberships(deps, userId)).toHaveLength(1);
  });

  it('is not got round by taking over or silencing another administrator, nor by changing oneself', async () => {
    for (const role of ['security_admin', 'audit_admin'] as const) {
      const { userId, membershipId } = members[role];
      const refusal = { ok: false, reason: 'administrator_account' };
      expect(await resetPassword(deps, members.system_admin, userId)).toEqual(refusal);
      expect(await disableAccount(deps, members.system_admin, userId)).toEqual(refusal);
      expect(await endRole(deps, members.system_admin, userId, membershipId)).toEqual(refusal);
    }
    const { userId, membershipId } = members.system_admin;
    const own = { ok: false, reason: 'own_account' };
    expect(await disableAccount(deps, members.system_admin, userId)).toEqual(own);
    expect(await resetPassword(deps, members.system_admin, userId)).toEqual(own);
    expect(await giveRole(deps, members.system_admin, userId, { role: 'reviewer' })).toEqual(own);
    expect(await endRole(deps, members.system_admin, userId, membershipId)).toEqual(own);
  });
});

describe('the system administrator', () => {
  it('creates an account whose generated password works and is stored as a hash only', async () => {
    const created = await createAccount(deps, members.system_admin, account('new.one'));
    if (!created.ok) throw new Error(created.reason);
    expect(await signInAs(deps, 'new.one', created.initialPassword)).toMatchObject({ ok: true, home: '/department' });
    const { rows } = await superuser.query<{ text: string }>("select (select string_agg(u::text, ' ') from users u) || (select string_agg(e::text, ' ') from audit_events e) as text");
    expect(rows[0]?.text).not.toContain(created.initialPassword);
    expect(await createAccount(deps, members.system_admin, account('new.one'))).toEqual({ ok: false, reason: 'account_name_taken' });
    expect(await actions(created.userId)).toEqual(['account.create', 'session.start']);
  });

  it('refuses a name that is already somebody’s account name or e-mail, in any bureau', async () => {
    await makeAccount(deps, other, 'taken.one', ['reviewer'], { email: 'taken@example.gov.cn' });
    expect(await createAccount(deps, members.system_admin, account('taken.one'))).toEqual({ ok: false, reason: 'account_name_taken' });
    expect(await createAccount(deps, members.system_admin, { ...account('taken.two'), email: 'taken@example.gov.cn' })).toEqual({ ok: false, reason: 'email_taken' });
  });

  it('names places of the own bureau only', async () => {
    await expect(createAccount(deps, members.system_admin, { ...account('place.one'), departmentId: other.departmentId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(createAccount(deps, members.system_admin, { ...account('place.two', 'unit_editor'), unitId: other.unitId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await signInAs(deps, 'place.one')).toMatchObject({ ok: false });
  });

  it('disables at once and enables again', async () => {
    const userId = await makeAccount(deps, bureau, 'switch.off', ['bureau_officer']);
    const { cookie } = await enter(deps, 'switch.off');
    expect(await disableAccount(deps, members.system_admin, userId)).toEqual({ ok: true });
    expect(await findMember(requestWith(cookie), { deps })).toBeNull();
    expect(await signInAs(deps, 'switch.off')).toEqual({ ok: false, reason: 'wrong_credentials' });
    expect(await enableAccount(deps, members.system_admin, userId)).toEqual({ ok: true });
    expect(await findMember(requestWith(cookie), { deps })).toBeNull();
    expect(await signInAs(deps, 'switch.off')).toMatchObject({ ok: true });
  });

  it('ends one role, and the sessions in it, and leaves the other', async () => {
    const userId = await makeAccount(deps, bureau, 'two.roles', ['bureau_officer', 'reviewer']);
    const { cookie, member } = await enter(deps, 'two.roles');
    expect(await endRole(deps, members.system_admin, userId, member.membershipId)).toEqual({ ok: true });
    expect(await findMember(requestWith(cookie), { deps })).toBeNull();
    const { member: rest } = await enter(deps, 'two.roles');
    expect(rest.membershipId).not.toBe(member.membershipId);
    expect(await giveRole(deps, members.system_admin, userId, { role: member.role })).toEqual({ ok: true });
    expect(await findMember(requestWith(cookie), { deps })).toBeNull();
    expect(await listMemberships(deps, userId)).toHaveLength(2);
  });

  it('gives a forgotten password anew and ends the sessions of the old one', async () => {
    const userId = await makeAccount(deps, bureau, 'forgot.one', ['bureau_officer']);
    const { cookie } = await enter(deps, 'forgot.one');
    const reset = await resetPassword(deps, members.system_admin, userId);
    if (!reset.ok) throw new Error(reset.reason);
    expect(await findMember(requestWith(cookie), { deps })).toBeNull();
    expect(await signInAs(deps, 'forgot.one')).toMatchObject({ ok: false });
    expect(await signInAs(deps, 'forgot.one', reset.initialPassword)).toMatchObject({ ok: true });
  });

  it('cannot touch another bureau’s people, nor an account that works in two', async () => {
    const shared = await makeAccount(deps, bureau, 'shared.one', ['reviewer']);
    await makeAccount(deps, other, 'shared.one', ['reviewer']);
    for (const admin of [members.system_admin, otherSystem]) {
      expect(await disableAccount(deps, admin, shared)).toEqual({ ok: false, reason: 'works_elsewhere' });
      expect(await resetPassword(deps, admin, shared)).toEqual({ ok: false, reason: 'works_elsewhere' });
    }
    const stranger = members.bureau_officer.userId;
    for (const attempt of [
      () => disableAccount(deps, otherSystem, stranger),
      () => resetPassword(deps, otherSystem, stranger),
      () => giveRole(deps, otherSystem, stranger, { role: 'bureau_officer' }),
      () => endRole(deps, otherSystem, stranger, members.bureau_officer.membershipId),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    }
    const rows = (await listAccountRows(deps, otherSystem, {})).accounts;
    expect(rows.map((row) => row.accountName)).not.toContain('bureau_officer');
  });
});

describe('the security administrator', () => {
  it('sees locked accounts, failures and sessions of the own bureau, unlocks and revokes', async () => {
    const locked = await makeAccount(deps, bureau, 'locked.one', ['bureau_officer']);
    await makeAccount(deps, other, 'locked.other', ['bureau_officer']);
    const { cookie, member } = await enter(deps, 'locked.one');
    await enter(deps, 'locked.other');
    for (const name of ['locked.one', 'locked.other']) for (let failure = 1; failure <= 5; failure += 1) await signInAs(deps, name, 'wrong', '10.9.9.9');
    const shown = await showSecurity(deps, members.security_admin);
    expect(shown.lockedAccounts.map((row) => row.accountName)).toEqual(['locked.one']);
    expect(shown.failures.filter((row) => row.ip === '10.9.9.9').map((row) => row.accountName)).toEqual(Array<string>(5).fill('locked.one'));
    expect(shown.sessions.map((row) => row.accountName)).toContain('locked.one');
    expect(shown.sessions.map((row) => row.accountName)).not.toContain('locked.other');

    await unlockAccount(deps, members.security_admin, locked);
    expect(await signInAs(deps, 'locked.one')).toMatchObject({ ok: true });
    await revokeSession(deps, members.security_admin, member.sessionId);
    expect(await findMember(requestWith(cookie), { deps })).toBeNull();
    expect(await actions(locked)).toEqual(expect.arrayContaining(['account.lock', 'account.unlock', 'session.revoke']));
  });

  it('reaches nobody of another bureau', async () => {
    const stranger = await makeAccount(deps, other, 'security.other', ['bureau_officer']);
    const { member } = await enter(deps, 'security.other');
    await expect(unlockAccount(deps, members.security_admin, stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(revokeSession(deps, members.security_admin, member.sessionId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the audit administrator', () => {
  it('reads the own bureau’s log by action, person and day, page after page without gap or repetition', async () => {
    const audit = members.audit_admin;
    const all: string[] = [];
    let page = await listAuditLines(deps, audit, {});
    for (;;) {
      all.push(...page.lines.map((line) => line.id));
      if (!page.next) break;
      page = await listAuditLines(deps, audit, {}, page.next);
    }
    const { rows } = await superuser.query<{ id: string }>('select id from audit_events where bureau_id = $1 order by at desc, id desc', [bureau.id]);
    expect(all).toEqual(rows.map((row) => row.id));
    expect(all.length).toBeGreaterThan(100);

    const refused = await listAuditLines(deps, audit, { actions: ['permission.refuse'], actorUserId: members.reviewer.userId });
    expect(new Set(refused.lines.map((line) => `${line.actor} ${line.action}`))).toEqual(new Set(['reviewer（测试） 越权访问被拒']));
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
    expect(refused.attention.count).toBeGreaterThan(50);
    expect((await listAuditLines(deps, audit, { fromDay: today, toDay: today })).lines).toHaveLength(50);
    expect((await listAuditLines(deps, audit, { fromDay: tomorrow })).lines).toHaveLength(0);
  });

  it('exports the filtered log as CSV that no spreadsheet runs', async () => {
    const created = await createAccount(deps, members.system_admin, { ...account('formula.one'), displayName: '=HYPERLINK("http://x")' });
    expect(created.ok).toBe(true);
    const text = await drain(await exportAuditLog(deps, members.audit_admin, { actions: ['account.create'] }));
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeff"时间","操作人","操作","对象","说明","操作代码","对象编号","事件编号"');
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")（formula.one）"`);
    expect(lines.slice(1).every((line) => line.includes('"account.create"'))).toBe(true);
    expect((await listAuditLines(deps, members.audit_admin, { actions: ['audit_log.export'] })).lines.length).toBeGreaterThan(0);
  });

  it('exports everything in batches', async () => {
    await superuser.query("insert into audit_events (bureau_id, id, action, subject_kind, subject_id) select $1, gen_random_uuid(), 'bulk.event', 'round', 'x' from generate_series(1, 2500)", [bureau.id]);
    const text = await drain(await exportAuditLog(deps, members.audit_admin, { actions: ['bulk.event'] }));
    expect(text.trimEnd().split('\r\n')).toHaveLength(2501);
  });
});
