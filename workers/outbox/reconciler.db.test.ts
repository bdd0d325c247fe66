import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelRoundReports } from '~/app/services/reports/cancel-round-reports.server';
import { ENGINE_VERSION } from '~/app/domain/scoring/engine-version';
import { enqueue } from '~/app/services/outbox/enqueue.server';
import { orderReports } from '~/app/services/reports/order-reports.server';
import { scoreSubmission } from '~/app/services/scoring/score-submission.server';
import { finaliseRound } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { makeUser } from '~/db/testing/factories';
import { makeReportedRound, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { createPdfRenderer } from '../pdf/renderer';
import { openQueueBackend, type QueueBackend } from '../queue-backend';
import { openJobQueues, type OpenJobQueues } from '../queues';
import { startWorkers, type WorkerSettings } from '../start-workers';
import { quietWorkers } from '../testing/in-process';
import { QUEUE_BACKENDS, type StartedBackend, titleOf } from '../testing/queue-backends';
import { dispatchWaiting } from './dispatcher';
import { reconcile } from './reconciler';

describe.each(QUEUE_BACKENDS)('reconciler', (backendCase) => {
  describe.skipIf(backendCase.missing !== null)(titleOf(backendCase), () => {
    let database: TestDatabase;
    let superuser: pg.Client;
    let started: StartedBackend;
    let backend: QueueBackend;
    let queues: OpenJobQueues;
    let settings: WorkerSettings;
    let folder: string;
    const pdf = createPdfRenderer();

    beforeAll(async () => {
      database = await createTestDatabase();
      superuser = await database.clientAs('superuser');
      started = await backendCase.start();
      backend = openQueueBackend({ databaseUrl: database.urls.user, redisUrl: started.redisUrl, onError: () => undefined });
      queues = openJobQueues(backend, () => undefined);
      folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-reconciler-'));
      settings = quietWorkers({ databaseUrl: database.urls.user, dispatcherUrl: database.urls.dispatcher, redisUrl: started.redisUrl, pdf, folder });
    });
    afterAll(async () => {
      await queues.close();
      await backend.close();
      await pdf.close();
      await started.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    });

    const lookNow = (): Promise<number> =>
      reconcile({ db: database.app.db, dispatcherDb: database.connectAs('dispatcher').db, queues, engineVersion: ENGINE_VERSION, graceSeconds: 0 });
    const dispatch = () => dispatchWaiting({ db: database.connectAs('dispatcher').db, queues, log: settings.log });
    const loseQueue = async (): Promise<void> => {
      if (started.redisUrl === undefined) {
        await superuser.query('truncate bullmq.job cascade');
        return;
      }
      const client = new Redis(started.redisUrl);
      await client.flushall();
      client.disconnect();
    };
    const number = async (query: string, round: ReportedRound): Promise<number> => Number((await superuser.query<{ n: string }>(query, [round.bureauId])).rows[0]?.n);
    const done = (round: ReportedRound) => number(`select count(*) as n from reports where bureau_id = $1 and state = 'done'`, round);
    const deps = () => ({ ...settings, db: database.app.db });
    const whileWorking = async (check: () => Promise<void>): Promise<void> => {
      const workers = await startWorkers(settings);
      await check().finally(() => workers.stop({ finishWithinMs: 5_000 }));
    };

    it('orders again what was lost with the queue, once, and all of it is done', { timeout: 90_000 }, async () => {
      const round = await makeReportedRound(database.app.db, 3);
      await withBureau(database.app.db, round.bureauId, async (trx) => {
        for (const { submissionId } of round.departments) await enqueue(trx, 'score-submission', { bureauId: round.bureauId, submissionId });
      });
      expect(await lookNow()).toBe(0); // waiting in the outbox
      await dispatch();
      expect(await lookNow()).toBe(0); // waiting in the queue
      await loseQueue();
      expect(await lookNow()).toBe(3);
      expect(await lookNow()).toBe(0);
      await whileWorking(() => expect.poll(() => done(round), { timeout: 60_000 }).toBe(3));
      expect(await number('select count(*) as n from score_sheets where bureau_id = $1', round)).toBe(3);
      expect(await number('select count(*) as n from rankings where bureau_id = $1', round)).toBe(1);
      expect(await lookNow()).toBe(0); // nothing is owed
    });

    it('finds every kind of work that nobody ever ordered', { timeout: 90_000 }, async () => {
      const unscored = await makeReportedRound(database.app.db, 2);
      expect(await lookNow()).toBe(2);
      const scored = await makeReportedRound(database.app.db, 2);
      for (const { submissionId } of scored.departments) await scoreSubmission(deps(), { bureauId: scored.bureauId, submissionId });
      await superuser.query('delete from outbox');
      expect(await lookNow()).toBe(2 + 2 + 1); // two unscored, two reports, one ranking
      await whileWorking(async () => {
        await expect.poll(() => done(unscored), { timeout: 60_000 }).toBe(2);
        await expect.poll(() => done(scored), { timeout: 60_000 }).toBe(2);
      });
      expect(await number('select count(*) as n from rankings where bureau_id = $1', scored)).toBe(1);
      expect(await lookNow()).toBe(0);
    });

    it('leaves alone what was called off, and the results of a closed round', async () => {
      const round = await makeReportedRound(database.app.db, 2);
      for (const { submissionId } of round.departments) await scoreSubmission(deps(), { bureauId: round.bureauId, submissionId });
      await superuser.query('delete from outbox');
      const member = { bureauId: round.bureauId, userId: await makeUser(database.app.db), role: 'bureau_officer' as const };
      expect(await cancelRoundReports(deps(), member, round.roundId)).toBe(2);
      expect(await lookNow()).toBe(1); // the ranking
      await superuser.query('delete from outbox');
      await superuser.query(`insert into rankings (bureau_id, id, round_id, ranking_number, basis, statistics, footnote, computed_at)
        values ($1, $2, $3, 1, 'system_score', '{}', '', clock_timestamp() - interval '1 day')`, [round.bureauId, settings.ids(), round.roundId]);
      await withBureau(database.app.db, round.bureauId, (trx) => finaliseRound(trx, round.roundId));
      expect(await lookNow()).toBe(0);
    });

    it('does not take what has only just been asked for as lost', async () => {
      const round = await makeReportedRound(database.app.db, 1);
      await withBureau(database.app.db, round.bureauId, (trx) => orderReports(deps(), trx, [round.departments[0]!.submissionId], null));
      await superuser.query('delete from outbox');
      const parts = { db: database.app.db, dispatcherDb: database.connectAs('dispatcher').db, queues, engineVersion: ENGINE_VERSION };
      expect(await reconcile({ ...parts, graceSeconds: 60 })).toBe(0);
      expect(await reconcile({ ...parts, graceSeconds: 0 })).toBe(2);
    });
  });
});
