import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMember } from '~/app/auth/require-member.server';
import { loader } from '~/app/routes/events/events';
import { makeReportedRound, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { depsFor, enter, makeAccount, requestWith } from '../account/testing/account-world';
import type { Deps } from '../deps.server';
import { createProgressHub } from './progress-hub.server';

let database: TestDatabase;
let deps: Deps;
let round: ReportedRound;
let cookie: string;
const progress = createProgressHub();

beforeAll(async () => {
  database = await createTestDatabase();
  deps = depsFor(database.app.db);
  round = await makeReportedRound(deps.db, 1);
  const department = { id: round.bureauId, departmentId: round.departments[0]!.departmentId, unitId: '' };
  await makeAccount(deps, department, 'officer', ['bureau_officer']);
  ({ cookie } = await enter(deps, 'officer'));
});
afterAll(() => database.close());

const get = (request: Request): Promise<Response> => loader({ request, params: {}, context: { deps, progress } } as unknown as LoaderFunctionArgs);

describe('GET /events', () => {
  it('is a stream of what the person may follow', async () => {
    const response = await get(requestWith(cookie, `/events?topics=round:${round.roundId}`));
    expect([response.status, response.headers.get('Content-Type'), response.headers.get('Cache-Control')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no-store']);
    expect(progress.size()).toBe(1);
    await response.body?.cancel();
    expect(progress.size()).toBe(0);
  });

  it('tells the browser to stop asking when nobody is signed in or nothing may be followed', async () => {
    for (const [who, topics] of [
      ['', `round:${round.roundId}`],
      [cookie, ''],
      [cookie, `round:${round.bureauId}`],
      [cookie, 'everything'],
    ] as const) {
      expect((await get(requestWith(who, `/events?topics=${topics}`))).status).toBe(204);
    }
    expect(progress.size()).toBe(0);
  });

  it('does not lengthen the session, as a page does', async () => {
    const superuser = await database.clientAs('superuser');
    const remaining = async (): Promise<number> => Number((await superuser.query<{ s: string }>('select extract(epoch from expires_at - clock_timestamp()) as s from sessions')).rows[0]?.s);
    await superuser.query(`update sessions set expires_at = clock_timestamp() + interval '5 minutes'`);
    const response = await get(requestWith(cookie, `/events?topics=round:${round.roundId}`));
    await response.body?.cancel();
    expect(await remaining()).toBeLessThan(300);
    await findMember(requestWith(cookie), { deps });
    expect(await remaining()).toBeGreaterThan(1_700);
  });
});
