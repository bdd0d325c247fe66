import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueue, enqueueAll } from '~/app/services/outbox/enqueue.server';
import { listenForJobs } from '~/db/outbox-channel.server';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { withBureau } from '~/db/tenant.server';
import { makeBureau } from '~/db/testing/factories';
import { makeReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { createPdfRenderer } from '../pdf/renderer';
import { openQueueBackend } from '../queue-backend';
import { openJobQueues, type OpenJobQueues } from '../queues';
import { startWorkers } from '../start-workers';
import { quietWorkers } from '../testing/in-process';
import { QUEUE_BACKENDS, type StartedBackend, titleOf } from '../testing/queue-backends';
import { dispatchWaiting, startDispatcher } from './dispatcher';
import type { JobQueues, OutboxJob } from './queue-port';
import pino from 'pino';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** `HENGJI_OUTBOX_RUNS=2000` runs the crash points at full size. */
const RUNS = Number(process.env['HENGJI_OUTBOX_RUNS'] ?? 48);
const log = pino({ level: 'silent' });

class Crash extends Error {}

/** Where the ordering side dies. A crash before the commit must leave nothing, one after it must lose nothing. */
const ORDERING_POINTS = ['before the write', 'after the write', 'after the outbox row', 'connection lost before commit', 'after commit', 'not at all'] as const;
/** Where the handing-over side dies. */
const DISPATCH_POINTS = ['before publish', 'after publish', 'connection lost after publish', 'not at all'] as const;

describe.each(QUEUE_BACKENDS)('outbox', (backendCase) => {
  describe.skipIf(backendCase.missing !== null)(titleOf(backendCase), () => {
    let database: TestDatabase;
    let superuser: pg.Client;
    let started: StartedBackend;
    let queues: OpenJobQueues;
    let closeBackend: () => Promise<void>;
    let folder: string;

    beforeAll(async () => {
      database = await createTestDatabase();
      superuser = await database.clientAs('superuser');
      started = await backendCase.start();
      const backend = openQueueBackend({ databaseUrl: database.urls.user, redisUrl: started.redisUrl, onError: () => undefined });
      queues = openJobQueues(backend, () => undefined);
      closeBackend = () => backend.close();
      folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-outbox-'));
    });
    afterAll(async () => {
      await queues.close();
      await closeBackend();
      await started.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    });

    const number = async (query: string, values: unknown[] = []): Promise<number> => Number((await superuser.query<{ n: string }>(query, values)).rows[0]?.n);
    const cutOff = (applicationName: string) =>
      superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1`, [applicationName]);

    it(`keeps what is committed and nothing else, over ${RUNS} crashes`, { timeout: 300_000 }, async () => {
      const round = await makeReportedRound(database.app.db, RUNS);
      const writer = database.connectAs('user', { applicationName: 'crashing writer', max: 1 });
      const committed = new Set<string>();
      for (const [index, { submissionId }] of round.departments.entries()) {
        const point = ORDERING_POINTS[index % ORDERING_POINTS.length]!;
        const crashAt = (here: (typeof ORDERING_POINTS)[number]): void => {
          if (point === here) throw new Crash(here);
        };
        try {
          await withBureau(writer.db, round.bureauId, async (trx) => {
            crashAt('before the write');
            await insertAuditEvent(trx, { id: uuid(), actorUserId: null, action: 'test', subjectKind: 'submission', subjectId: submissionId });
            crashAt('after the write');
            await enqueue(trx, 'score-submission', { bureauId: round.bureauId, submissionId });
            crashAt('after the outbox row');
            if (point === 'connection lost before commit') await cutOff('crashing writer');
          });
          committed.add(submissionId);
          crashAt('after commit');
        } catch (error) {
          if (!(error instanceof Crash) && point !== 'connection lost before commit') throw error;
        }
      }
      expect(await number('select count(*) as n from outbox where bureau_id = $1', [round.bureauId])).toBe(committed.size);
      expect(await number(`select count(*) as n from audit_events where bureau_id = $1 and action = 'test'`, [round.bureauId])).toBe(committed.size);

      // Two dispatchers that keep dying hand over three jobs at a time.
      let turn = 0;
      const dying: Pick<JobQueues, 'add' | 'room'> = {
        room: () => Promise.resolve(3),
        add: async (jobs) => {
          const point = DISPATCH_POINTS[turn++ % DISPATCH_POINTS.length]!;
          if (point === 'before publish') throw new Crash(point);
          await queues.add(jobs);
          if (point === 'after publish') throw new Crash(point);
          if (point === 'connection lost after publish') await cutOff('dying dispatcher');
        },
      };
      const dispatchers = [0, 1].map(() => database.connectAs('dispatcher', { applicationName: 'dying dispatcher', max: 2 }));
      const waiting = () => number('select count(*) as n from outbox where bureau_id = $1 and dispatched_at is null', [round.bureauId]);
      while ((await waiting()) > 0) await Promise.allSettled(dispatchers.map(({ db }) => dispatchWaiting({ db, queues: dying, log })));
      expect(turn).toBeGreaterThan(committed.size / 3);

      const pdf = createPdfRenderer();
      const workers = await startWorkers(quietWorkers({ databaseUrl: database.urls.user, dispatcherUrl: database.urls.dispatcher, redisUrl: started.redisUrl, pdf, folder }));
      try {
        const done = () => number(`select count(*) as n from reports where bureau_id = $1 and state = 'done'`, [round.bureauId]);
        await expect.poll(done, { timeout: 240_000, interval: 100 }).toBe(committed.size);
      } finally {
        await workers.stop({ finishWithinMs: 5_000 });
        await pdf.close();
      }
      const { rows } = await superuser.query<{ submission_id: string }>('select submission_id from score_sheets where bureau_id = $1', [round.bureauId]);
      expect(rows.map((row) => row.submission_id).sort()).toEqual([...committed].sort());
      expect(await waiting()).toBe(0);
    });

    it('wakes the dispatcher at commit, and hands over in time when nobody wakes it', async () => {
      const bureauId = await makeBureau(database.app.db);
      const order = (): Promise<void> => withBureau(database.app.db, bureauId, (trx) => enqueue(trx, 'score-submission', { bureauId, submissionId: uuid() }));
      for (const isListening of [true, false]) {
        const handedOver: OutboxJob[] = [];
        const { db } = database.connectAs('dispatcher');
        const dispatcher = startDispatcher({ db, queues: { room: () => Promise.resolve(9), add: async (jobs) => void handedOver.push(...jobs) }, log, pollMs: isListening ? 600_000 : 50 });
        const listening = isListening ? await listenForJobs(database.urls.dispatcher, () => dispatcher.wake()) : null;
        await order();
        await expect.poll(() => handedOver.length, { timeout: 5_000, interval: 10 }).toBe(1);
        await listening?.close();
        await dispatcher.stop();
      }
    });

    it('gives every bureau its turn', async () => {
      const [large, small] = [await makeBureau(database.app.db), await makeBureau(database.app.db)];
      const jobsOf = (bureauId: string, count: number) => Array.from({ length: count }, () => ({ bureauId, reportId: uuid() }));
      await withBureau(database.app.db, large, (trx) => enqueueAll(trx, 'render-report', jobsOf(large, 300)));
      await withBureau(database.app.db, small, (trx) => enqueueAll(trx, 'render-report', jobsOf(small, 2)));
      const { db } = database.connectAs('dispatcher');
      const handedOver: OutboxJob[] = [];
      let room = 4;
      await dispatchWaiting({ db, log, queues: { room: () => Promise.resolve(room), add: async (jobs) => void (handedOver.push(...jobs), (room = 0)) } });
      expect(handedOver.map((job) => (job.payload as { bureauId: string }).bureauId)).toEqual([large, small, large, small]);
    });

    it('keeps what the queue has no room for', async () => {
      const bureauId = await makeBureau(database.app.db);
      await superuser.query('update outbox set dispatched_at = clock_timestamp() where dispatched_at is null');
      await withBureau(database.app.db, bureauId, (trx) =>
        enqueueAll(
          trx,
          'render-report',
          Array.from({ length: 60 }, () => ({ bureauId, reportId: uuid() })),
        ),
      );
      const { db } = database.connectAs('dispatcher');
      expect(await dispatchWaiting({ db, queues, log })).toEqual({ dispatched: 48, full: true });
      expect(await queues.room('render-report')).toBe(0);
      const { rows } = await superuser.query<{ id: string; waits: boolean }>('select id, dispatched_at is null as waits from outbox where bureau_id = $1', [bureauId]);
      for (const { id, waits } of rows) expect(await queues.find('render-report', id)).toBe(waits ? 'absent' : 'held');
    });

    it('refuses a job of another bureau than the transaction’s', async () => {
      const [own, other] = [await makeBureau(database.app.db), await makeBureau(database.app.db)];
      const ordering = withBureau(database.app.db, own, (trx) => enqueue(trx, 'score-submission', { bureauId: other, submissionId: uuid() }));
      await expect(ordering).rejects.toThrow(/belongs to the bureau/);
    });
  });
});
