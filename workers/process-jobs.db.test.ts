import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '~/app/services/outbox/enqueue.server';
import { SCORING_FAILED } from '~/app/services/scoring/record-scoring-failure.server';
import { withBureau } from '~/db/tenant.server';
import { makeReportedRound, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { createPdfRenderer, type PdfRenderer } from './pdf/renderer';
import { RenderTimeout } from './pdf/render-errors';
import { openQueueBackend } from './queue-backend';
import { openJobQueues } from './queues';
import { type RunningWorkers, startWorkers, type WorkerSettings } from './start-workers';
import { quietWorkers } from './testing/in-process';
import { QUEUE_BACKENDS, type StartedBackend, titleOf } from './testing/queue-backends';
import { startWorkerProcess, sweep } from './testing/worker-process';

describe.each(QUEUE_BACKENDS)('jobs that go wrong', (backendCase) => {
  describe.skipIf(backendCase.missing !== null)(titleOf(backendCase), () => {
    let database: TestDatabase;
    let superuser: pg.Client;
    let started: StartedBackend;
    let folder: string;
    let renderer: PdfRenderer;

    beforeAll(async () => {
      database = await createTestDatabase();
      superuser = await database.clientAs('superuser');
      started = await backendCase.start();
      folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-jobs-'));
      renderer = createPdfRenderer();
    });
    afterAll(async () => {
      await renderer.close();
      await started.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    });

    const start = (pdf: WorkerSettings['pdf'] = renderer, changes: Partial<WorkerSettings> = {}): Promise<RunningWorkers> =>
      startWorkers(quietWorkers({ databaseUrl: database.urls.user, dispatcherUrl: database.urls.dispatcher, redisUrl: started.redisUrl, pdf, folder }, changes));
    const order = (round: ReportedRound): Promise<void> =>
      withBureau(database.app.db, round.bureauId, async (trx) => {
        for (const { submissionId } of round.departments) await enqueue(trx, 'score-submission', { bureauId: round.bureauId, submissionId });
      });
    interface ReportRow {
      submission_id: string;
      state: string;
      error: string | null;
      attempts: number;
    }
    const reports = async (round: ReportedRound): Promise<readonly ReportRow[]> =>
      (await superuser.query<ReportRow>('select submission_id, state, error, attempts from reports where bureau_id = $1 order by submission_id', [round.bureauId])).rows;
    const states = async (round: ReportedRound): Promise<string> => (await reports(round)).map((report) => report.state).sort().join(' ');

    it('a submission that cannot be scored is given up with its cause, and the others are done', { timeout: 90_000 }, async () => {
      const round = await makeReportedRound(database.app.db, 4);
      const poisoned = round.departments[1]!.submissionId;
      await superuser.query(`update submissions set snapshot = '{"schema": 99}' where id = $1`, [poisoned]);
      await order(round);
      const workers = await start();
      try {
        await expect.poll(() => states(round), { timeout: 60_000 }).toBe('done done done');
        const events = () =>
          superuser.query<{ subject_id: string; detail: { cause: string } }>('select subject_id, detail from audit_events where bureau_id = $1 and action = $2', [round.bureauId, SCORING_FAILED]);
        await expect.poll(async () => (await events()).rowCount, { timeout: 60_000 }).toBe(1);
        const [event] = (await events()).rows;
        expect(event?.subject_id).toBe(poisoned);
        expect(event?.detail.cause).toMatch(/^程序出错（编号 [0-9a-f-]{36}），请联系系统管理员。$/);
        // Given up is given up: it is not ordered again and again.
        expect(await workers.reconcileNow()).toBe(0);
      } finally {
        await workers.stop({ finishWithinMs: 5_000 });
      }
      const { rows } = await superuser.query('select 1 from score_sheets where submission_id = $1', [poisoned]);
      expect(rows).toEqual([]);
    });

    it('a report that cannot be printed fails after bounded attempts, and the others are done', { timeout: 90_000 }, async () => {
      const round = await makeReportedRound(database.app.db, 4);
      await order(round);
      const workers = await start({
        render: (html, options) => (html.includes('第1部门') ? Promise.reject(new RenderTimeout(30_000)) : renderer.render(html, options)),
      });
      try {
        await expect.poll(() => states(round), { timeout: 60_000 }).toBe('done done done failed');
      } finally {
        await workers.stop({ finishWithinMs: 5_000 });
      }
      const failed = (await reports(round)).find((report) => report.state === 'failed');
      expect(failed).toMatchObject({ submission_id: round.departments[0]!.submissionId, attempts: 2, error: expect.stringContaining('报告排版超过 30 秒仍未完成') });
    });

    it('a report that kills its process is given up, and the others are done meanwhile', { timeout: 120_000 }, async () => {
      const round = await makeReportedRound(database.app.db, 4);
      await order(round);
      const { PATH, HOME, TMPDIR } = process.env;
      const environment = { PATH, HOME, TMPDIR, DATABASE_URL: database.urls.user, DATABASE_DISPATCHER_URL: database.urls.dispatcher, REDIS_URL: started.redisUrl, HENGJI_DATA_DIR: folder };
      let deaths = 0;
      while ((await states(round)) !== 'done done done failed') {
        const worker = await startWorkerProcess(environment, 'workers/testing/killer-worker.ts');
        const settled = expect.poll(() => states(round), { timeout: 60_000 }).toBe('done done done failed');
        const died = await Promise.race([worker.ended, settled.then(() => null)]);
        sweep(worker);
        await worker.ended;
        settled.catch(() => undefined);
        if (died !== null) deaths += 1;
        // Deaths beyond the third are slowed down; the count goes to its end here without waiting for each of them.
        if (deaths === 3) await superuser.query(`update reports set attempts = 40 where submission_id = $1`, [round.departments[0]!.submissionId]);
      }
      expect(deaths).toBeGreaterThanOrEqual(3);
      const failed = (await reports(round)).find((report) => report.state === 'failed');
      expect(failed).toMatchObject({ submission_id: round.departments[0]!.submissionId, error: expect.stringContaining('处理进程多次异常退出') });
    });

    it('work that a stop interrupts goes back uncounted and is done by the next worker', { timeout: 60_000 }, async () => {
      const round = await makeReportedRound(database.app.db, 2);
      await order(round);
      let printing: () => void = () => undefined;
      const isPrinting = new Promise<void>((resolve) => {
        printing = resolve;
      });
      const stuck = await start({
        render: (_html, options) =>
          new Promise((_resolve, reject) => {
            printing();
            options?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
          }),
      });
      await isPrinting;
      await expect.poll(() => states(round), { timeout: 30_000 }).toBe('rendering rendering');
      await stuck.stop({ finishWithinMs: 50 });
      expect((await reports(round)).map(({ state, attempts }) => ({ state, attempts }))).toEqual([
        { state: 'queued', attempts: 0 },
        { state: 'queued', attempts: 0 },
      ]);
      const warnings: string[] = [];
      const next = await start(renderer, { log: pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) }) });
      await expect.poll(() => states(round), { timeout: 30_000 }).toBe('done done');
      await next.stop({ finishWithinMs: 5_000 });
      expect(warnings).toEqual([]);
    });

    it('a job that is no job is given up at once', { timeout: 30_000 }, async () => {
      const backend = openQueueBackend({ databaseUrl: database.urls.user, redisUrl: started.redisUrl, onError: () => undefined });
      const queues = openJobQueues(backend, () => undefined);
      const workers = await start();
      try {
        const id = crypto.randomUUID();
        await queues.add([{ id, name: 'score-submission', payload: { bureauId: 'x' } }]);
        await expect.poll(() => queues.find('score-submission', id), { timeout: 10_000 }).toBe('failed');
      } finally {
        await workers.stop({ finishWithinMs: 1_000 });
        await queues.close();
        await backend.close();
      }
    });
  });
});
