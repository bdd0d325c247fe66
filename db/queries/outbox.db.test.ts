import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withDispatcher } from '../dispatcher.server';
import { listen } from '../listen.server';
import type { ProgressEvent } from '../progress-event';
import { withBureau } from '../tenant.server';
import { makeBureau, makeUser } from '../testing/factories';
import { createTestDatabase, type TestDatabase } from '../testing/template-database';
import { insertAuditEvent, listAuditEvents } from './audit-events.server';
import { claimOutboxTurns, insertOutboxJobs, markJobsDispatched } from './outbox-jobs.server';
import { deleteDispatchedOutboxJobs, listBureauIds } from './outbox.server';
import { notifyProgress } from './progress-notifications.server';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe('outbox', () => {
  test('the dispatcher claims jobs of every bureau; two never hold the same one', async () => {
    const { db } = database.app;
    const dispatcher = database.connectAs('dispatcher').db;
    const bureaus = [await makeBureau(db), await makeBureau(db)];
    for (const bureau of bureaus) {
      await withBureau(db, bureau, (trx) => insertOutboxJobs(trx, [1, 2].map(() => ({ id: uuid(), job: 'score-submission', payload: { bureauId: bureau } }))));
    }
    expect(await withDispatcher(dispatcher, listBureauIds)).toEqual([...bureaus].sort());
    const held = await withDispatcher(dispatcher, async (first) => {
      const mine = await claimOutboxTurns(first, 'score-submission', 3);
      const theirs = await withDispatcher(dispatcher, (second) => claimOutboxTurns(second, 'score-submission', 10));
      await markJobsDispatched(first, mine);
      return { mine, theirs };
    });
    expect(held.mine).toHaveLength(3);
    expect(held.theirs).toHaveLength(1);
    expect(held.mine[0]).toMatchObject({ job: 'score-submission', payload: { bureauId: bureaus[0] } });
    expect(await withDispatcher(dispatcher, (trx) => claimOutboxTurns(trx, 'score-submission', 10))).toHaveLength(1);
    await withDispatcher(dispatcher, (trx) => deleteDispatchedOutboxJobs(trx, 0));
    expect(await withDispatcher(dispatcher, (trx) => trx.selectFrom('outbox').select('dispatched_at').execute())).toEqual([{ dispatched_at: null }]);
  });

  test('the dispatcher reaches nothing else', async () => {
    const client = await database.clientAs('dispatcher');
    for (const table of ['cells', 'users', 'sessions', 'rounds', 'submissions']) {
      await expect(client.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(client.query('select name from bureaus')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query("update outbox set job = 'x'")).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('insert into outbox select * from outbox')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('progress', () => {
  test('is heard after the commit and not after a rollback, and again after the connection broke', async () => {
    const { db } = database.app;
    const bureau = await makeBureau(db);
    const heard: ProgressEvent[] = [];
    const waiting: (() => void)[] = [];
    const next = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
    let reconnected: () => void = () => undefined;
    const again = new Promise<void>((resolve) => (reconnected = resolve));
    const listening = await listen(
      database.urls.user,
      (event) => {
        heard.push(event);
        waiting.shift()?.();
      },
      reconnected,
    );
    try {
      const [lost, kept, later] = [uuid(), uuid(), uuid()];
      const stop = new Error('stop');
      const rolledBack = withBureau(db, bureau, async (trx) => {
        await notifyProgress(trx, { kind: 'report', id: lost });
        throw stop;
      });
      await expect(rolledBack).rejects.toBe(stop);
      const first = next();
      await withBureau(db, bureau, (trx) => notifyProgress(trx, { kind: 'assignment', id: kept }));
      await first;
      expect(heard).toEqual([{ bureauId: bureau, kind: 'assignment', id: kept }]);
      const superuser = await database.clientAs('superuser');
      await superuser.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hengji-listen' and datname = current_database()");
      await again;
      const second = next();
      await withBureau(db, bureau, (trx) => notifyProgress(trx, { kind: 'round', id: later }));
      await second;
      expect(heard.map((event) => event.id)).toEqual([kept, later]);
    } finally {
      await listening.close();
    }
  });
});

test('audit events are listed newest first with the person’s name', async () => {
  const { db } = database.app;
  const bureau = await makeBureau(db);
  const person = await makeUser(db, { displayName: '李四' });
  await withBureau(db, bureau, async (trx) => {
    await insertAuditEvent(trx, { id: uuid(), actorUserId: person, action: 'issue_round', subjectKind: 'round', subjectId: 'r1', detail: { count: 2 } });
    await insertAuditEvent(trx, { id: uuid(), actorUserId: null, action: 'score', subjectKind: 'submission', subjectId: 's1' });
  });
  const all = await withBureau(db, bureau, (trx) => listAuditEvents(trx, { limit: 10 }));
  expect(all.map((event) => [event.action, event.actorName])).toEqual([['score', null], ['issue_round', '李四']]);
  const one = await withBureau(db, bureau, (trx) => listAuditEvents(trx, { limit: 10, subject: { kind: 'round', id: 'r1' } }));
  expect(one).toMatchObject([{ action: 'issue_round', detail: { count: 2 } }]);
});
