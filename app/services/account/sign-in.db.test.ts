import { hash } from '@node-rs/argon2';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import type { Deps } from '../deps.server';
import { SIGN_IN_POLICY } from './sign-in-policy';
import { cookieOf, depsFor, makeAccount, makeBureau, PASSWORD, requestWith, signInAs, type Bureau } from './testing/account-world';
import { findMember } from '~/app/auth/require-member.server';

let database: TestDatabase;
let owner: pg.Client;
let deps: Deps;
let bureau: Bureau;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await database.clientAs('owner');
  deps = depsFor(database.app.db);
  bureau = await makeBureau(deps, '甲区');
});
afterAll(() => database.close());

let addresses = 0;
/** Each test fails from an address of its own, so that the limit per address does not mix in. */
const newAddress = (): string => `10.1.0.${(addresses += 1)}`;
const attempts = async (ip: string): Promise<readonly { account_name: string; outcome: string }[]> =>
  (await owner.query<{ account_name: string; outcome: string }>('select account_name, outcome from sign_in_attempts where ip = $1 order by at, id', [ip])).rows;
const lockMinutes = async (name: string): Promise<number> => {
  const { rows } = await owner.query<{ minutes: string | null }>('select extract(epoch from locked_until - clock_timestamp()) / 60 as minutes from users where account_name = $1', [name]);
  return Number(rows[0]?.minutes);
};

describe('signing in', () => {
  it('takes account name or e-mail, in any case, and leads to the role’s home', async () => {
    await makeAccount(deps, bureau, 'name.one', ['department_editor'], { email: 'one@liwan.gov.cn' });
    for (const name of ['name.one', ' NAME.One ', 'One@Liwan.gov.cn']) expect(await signInAs(deps, name), name).toMatchObject({ ok: true, home: '/department' });
  });

  it('answers alike to a wrong password, an unknown name, a disabled, a demo and a placeless account', async () => {
    const ip = newAddress();
    const disabled = await makeAccount(deps, bureau, 'alike.disabled', ['bureau_officer']);
    await owner.query('update users set disabled_at = clock_timestamp() where id = $1', [disabled]);
    await makeAccount(deps, bureau, 'alike.demo', ['bureau_officer'], { isDemo: true });
    await makeAccount(deps, bureau, 'alike.placeless', []);
    await makeAccount(deps, bureau, 'alike.wrong', ['bureau_officer']);
    const refused = { ok: false, reason: 'wrong_credentials' };
    expect(await signInAs(deps, 'alike.disabled', PASSWORD, ip)).toEqual(refused);
    expect(await signInAs(deps, 'alike.demo', PASSWORD, ip)).toEqual(refused);
    expect(await signInAs(deps, 'alike.placeless', PASSWORD, ip)).toEqual(refused);
    expect(await signInAs(deps, 'alike.wrong', `${PASSWORD}!`, ip)).toEqual(refused);
    expect(await signInAs(deps, 'alike.nobody', PASSWORD, ip)).toEqual(refused);
    expect((await attempts(ip)).map((row) => row.outcome)).toEqual(['disabled', 'disabled', 'disabled', 'wrong_credentials', 'wrong_credentials']);
    expect(await signInAs(depsFor(database.app.db, { demo: true }), 'alike.demo', PASSWORD, ip)).toMatchObject({ ok: true });
  });

  it('keeps no word that was typed into the name box by mistake', async () => {
    const ip = newAddress();
    await signInAs(deps, 'My-Secret-Password', 'x', ip);
    const logged = await attempts(ip);
    expect(logged).toEqual([{ account_name: expect.stringMatching(/^unknown:[0-9a-f]{32}$/) as string, outcome: 'wrong_credentials' }]);
  });

  it('renews a hash of an older policy', async () => {
    const userId = await makeAccount(deps, bureau, 'rehash.one', ['bureau_officer']);
    await owner.query('update users set password_hash = $1 where id = $2', [await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 }), userId]);
    expect(await signInAs(deps, 'rehash.one')).toMatchObject({ ok: true });
    const { rows } = await owner.query<{ password_hash: string }>('select password_hash from users where id = $1', [userId]);
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await signInAs(deps, 'rehash.one')).toMatchObject({ ok: true });
  });

  it('does not hash what is longer than any password', async () => {
    await makeAccount(deps, bureau, 'long.password', ['bureau_officer']);
    expect(await signInAs(deps, 'long.password', 'x'.repeat(500_000))).toEqual({ ok: false, reason: 'wrong_credentials' });
  });
});

describe('a lock', () => {
  it('falls at the fifth failure, refuses the right password, and is twice as long the next time', async () => {
    const ip = newAddress();
    await makeAccount(deps, bureau, 'lock.one', ['bureau_officer']);
    const wrong = () => signInAs(deps, 'lock.one', 'wrong', ip);
    for (let failure = 1; failure <= 4; failure += 1) expect(await wrong()).toEqual({ ok: false, reason: 'wrong_credentials' });
    expect(await wrong()).toMatchObject({ ok: false, reason: 'locked', of: 'account' });
    expect(await lockMinutes('lock.one')).toBeCloseTo(15, 0);
    expect(await signInAs(deps, 'lock.one', PASSWORD, ip)).toMatchObject({ ok: false, reason: 'locked' });
    expect((await attempts(ip)).map((row) => row.outcome)).toEqual([...Array<string>(5).fill('wrong_credentials'), 'locked']);
    const { rows } = await (await database.clientAs('superuser')).query<{ detail: { ip: string } }>("select detail from audit_events where action = 'account.lock'");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.detail.ip).toBe(ip);

    await owner.query("update users set locked_until = clock_timestamp() - interval '1 ms' where account_name = 'lock.one'");
    for (let failure = 6; failure <= 9; failure += 1) expect(await wrong()).toEqual({ ok: false, reason: 'wrong_credentials' });
    expect(await wrong()).toMatchObject({ reason: 'locked' });
    expect(await lockMinutes('lock.one')).toBeCloseTo(30, 0);

    await owner.query("update users set locked_until = clock_timestamp() - interval '1 ms', failed_attempts = 499 where account_name = 'lock.one'");
    expect(await wrong()).toMatchObject({ reason: 'locked' });
    expect(await lockMinutes('lock.one')).toBeCloseTo(24 * 60, 0);
  });

  it('is over when its time is, and the right password starts the count anew', async () => {
    const ip = newAddress();
    await makeAccount(deps, bureau, 'lock.two', ['bureau_officer']);
    for (let failure = 1; failure <= 4; failure += 1) await signInAs(deps, 'lock.two', 'wrong', ip);
    expect(await signInAs(deps, 'lock.two', PASSWORD, ip)).toMatchObject({ ok: true });
    for (let failure = 1; failure <= 4; failure += 1) expect(await signInAs(deps, 'lock.two', 'wrong', ip)).toMatchObject({ reason: 'wrong_credentials' });
    expect(await signInAs(deps, 'lock.two', 'wrong', ip)).toMatchObject({ reason: 'locked' });
    await owner.query("update users set locked_until = clock_timestamp() - interval '1 ms' where account_name = 'lock.two'");
    expect(await signInAs(deps, 'lock.two', PASSWORD, ip)).toMatchObject({ ok: true });
  });

  it('lets five of sixty guesses made at once reach the password, from sixty addresses', async () => {
    await makeAccount(deps, bureau, 'rush.one', ['bureau_officer']);
    const results = await Promise.all(Array.from({ length: 60 }, (_item, at) => signInAs(deps, 'rush.one', `guess ${at}`, `10.2.0.${at}`)));
    expect(results.filter((result) => !result.ok && result.reason === 'wrong_credentials')).toHaveLength(4);
    const { rows } = await owner.query<{ outcome: string; count: string }>("select outcome, count(*) from sign_in_attempts where account_name = 'rush.one' group by outcome order by outcome");
    expect(rows).toEqual([
      { outcome: 'locked', count: '55' },
      { outcome: 'wrong_credentials', count: '5' },
    ]);
  });

  it('never falls on people who sign in at the same moment with the right password', async () => {
    await makeAccount(deps, bureau, 'rush.two', ['bureau_officer']);
    const results = await Promise.all(Array.from({ length: 20 }, () => signInAs(deps, 'rush.two')));
    expect(results.every((result) => result.ok)).toBe(true);
  });

  it('falls on a name that nobody has just as on an account', async () => {
    const ip = newAddress();
    const answers = [];
    for (let failure = 1; failure <= 7; failure += 1) answers.push(await signInAs(deps, 'nobody.here', 'wrong', ip));
    expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([...Array<string>(4).fill('wrong_credentials'), 'locked', 'locked', 'locked']);
    const rush = await Promise.all(Array.from({ length: 20 }, (_item, at) => signInAs(deps, 'nobody.else', `guess ${at}`, ip)));
    expect(rush.filter((answer) => !answer.ok && answer.reason === 'wrong_credentials')).toHaveLength(4);
    await owner.query("update sign_in_attempts set at = at - interval '16 minutes' where ip = $1", [ip]);
    expect(await signInAs(deps, 'nobody.here', 'wrong', ip)).toEqual({ ok: false, reason: 'wrong_credentials' });
  });

  it('closes an address that fails on many accounts, and leaves other addresses alone', async () => {
    const ip = newAddress();
    await makeAccount(deps, bureau, 'address.one', ['bureau_officer']);
    for (let failure = 1; failure <= SIGN_IN_POLICY.address.failures; failure += 1) await signInAs(deps, `address.guess.${failure}`, 'wrong', ip);
    expect(await signInAs(deps, 'address.one', PASSWORD, ip)).toMatchObject({ ok: false, reason: 'locked', of: 'address' });
    const elsewhere = await signInAs(deps, 'address.one', PASSWORD, newAddress());
    expect(elsewhere.ok && (await findMember(requestWith(cookieOf(elsewhere.sessionCookie)), { deps }))).toMatchObject({ role: 'bureau_officer' });
    await owner.query("update sign_in_attempts set at = at - interval '16 minutes' where ip = $1", [ip]);
    expect(await signInAs(deps, 'address.one', PASSWORD, ip)).toMatchObject({ ok: true });
  });
});

describe('the work an answer takes', () => {
  // Processor time, not the clock: other work on the machine does not count. Without the decoy an unknown name costs a tenth.
  it('does not tell an unknown name from a known one', async () => {
    const rounds = 24;
    const work = async (name: string): Promise<number> => {
      const start = process.cpuUsage();
      await signInAs(deps, name, 'wrong', `10.3.${name.length}.${(addresses += 1) % 250}`);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1e3;
    };
    for (let at = 0; at < rounds; at += 1) await makeAccount(deps, bureau, `time.known.${at}`, ['bureau_officer']);
    const known: number[] = [];
    const unknown: number[] = [];
    for (let at = 0; at < rounds; at += 1) {
      known.push(await work(`time.known.${at}`));
      unknown.push(await work(`time.nobody.${at}`));
    }
    const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const ratio = median(unknown) / median(known);
    expect(ratio, `median ${median(known).toFixed(1)} ms known, ${median(unknown).toFixed(1)} ms unknown`).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
