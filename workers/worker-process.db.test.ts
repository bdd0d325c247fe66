import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '~/app/services/outbox/enqueue.server';
import { withBureau } from '~/db/tenant.server';
import { makeReportedRound, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { QUEUE_BACKENDS, type StartedBackend, titleOf } from './testing/queue-backends';
import { startWorkerProcess, sweep, type WorkerProcess } from './testing/worker-process';

/** `HENGJI_BATCH=300 HENGJI_KILLS=1000` is the full storm. */
const BATCH = Number(process.env['HENGJI_BATCH'] ?? 20);
const KILLS = Number(process.env['HENGJI_KILLS'] ?? 3);
const { PATH, HOME, TMPDIR } = process.env;
const surroundings = { PATH, HOME, TMPDIR, NODE_ENV: 'test', LOG_LEVEL: 'info' };

describe.each(QUEUE_BACKENDS)('worker processes', (backendCase) => {
  describe.skipIf(backendCase.missing !== null)(titleOf(backendCase), () => {
    let database: TestDatabase;
    let owner: pg.Client;
    let backend: StartedBackend;
    let folder: string;
    const workers: WorkerProcess[] = [];

    beforeAll(async () => {
      database = await createTestDatabase();
      owner = await database.clientAs('superuser');
      backend = await backendCase.start();
      folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-workers-'));
    });
    afterEach(async () => {
      for (const worker of workers.splice(0)) {
        sweep(worker);
        await worker.ended;
      }
    });
    afterAll(async () => {
      await backend.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    });

    const start = async (): Promise<WorkerProcess> => {
      const worker = await startWorkerProcess({
        ...surroundings,
        DATABASE_URL: database.urls.user,
        DATABASE_DISPATCHER_URL: database.urls.dispatcher,
        REDIS_URL: backend.redisUrl,
        HENGJI_DATA_DIR: folder,
      });
      workers.push(worker);
      return worker;
    };
    const reported = async (): Promise<ReportedRound> => {
      const round = await makeReportedRound(database.app.db, BATCH);
      await withBureau(database.app.db, round.bureauId, async (trx) => {
        for (const { submissionId } of round.departments) await enqueue(trx, 'score-submission', { bureauId: round.bureauId, submissionId });
      });
      return round;
    };
    const count = async (round: ReportedRound, state: string): Promise<number> => {
      const { rows } = await owner.query<{ count: number }>('select count(*)::integer as count from reports where bureau_id = $1 and state = $2', [round.bureauId, state]);
      return rows[0]?.count ?? 0;
    };
    const untilDone = (round: ReportedRound, atLeast: number) => expect.poll(() => count(round, 'done'), { timeout: 60_000, interval: 50 }).toBeGreaterThanOrEqual(atLeast);

    /** Every report once: one row, one file, whole and as recorded. */
    async function expectAllOnce(round: ReportedRound): Promise<void> {
      const { rows } = await owner.query<{ storage_key: string; sha256: string; bytes: number; submission_id: string }>(
        `select storage_key, sha256, bytes, submission_id from reports where bureau_id = $1 and state = 'done'`,
        [round.bureauId],
      );
      expect(new Set(rows.map((row) => row.submission_id)).size).toBe(BATCH);
      expect(rows).toHaveLength(BATCH);
      const files = path.join(folder, 'files');
      for (const row of rows) {
        const bytes = await readFile(path.join(files, row.storage_key));
        expect([bytes.byteLength, createHash('sha256').update(bytes).digest('hex')]).toEqual([row.bytes, row.sha256]);
        expect(bytes.subarray(-6).toString('latin1')).toContain('%%EOF');
      }
      expect((await readdir(path.join(files, round.bureauId, 'reports'))).sort()).toEqual([...new Set(rows.map((row) => `${row.sha256}.pdf`))].sort());
      const { rows: sheets } = await owner.query<{ count: number }>('select count(*)::integer as count from score_sheets where bureau_id = $1', [round.bureauId]);
      expect(sheets[0]?.count).toBe(BATCH);
      const rankings = async () => (await owner.query<{ count: number }>('select count(*)::integer as count from rankings where bureau_id = $1', [round.bureauId])).rows[0]?.count;
      await expect.poll(rankings, { timeout: 30_000 }).toBe(1);
    }

    it(`${KILLS} kill -9 in the middle of a batch of ${BATCH} reports: each is there once`, { timeout: 180_000 + KILLS * 30_000 }, async () => {
      const round = await reported();
      for (let kill = 0; kill < KILLS; kill += 1) {
        const worker = await start();
        await untilDone(round, Math.min(BATCH - 8, 2 + Math.floor((kill * (BATCH - 5)) / KILLS)));
        worker.kill('SIGKILL');
        expect(await worker.ended).toBe('SIGKILL');
        expect(await count(round, 'done')).toBeLessThan(BATCH);
        sweep(worker);
      }
      await start();
      await untilDone(round, BATCH);
      await expectAllOnce(round);
    });

    it('a graceful stop finishes or hands back what is running, and counts nothing as stalled', { timeout: 180_000 }, async () => {
      const round = await reported();
      for (const doneBefore of [1, 6, 11]) {
        const worker = await start();
        await untilDone(round, doneBefore);
        const asked = Date.now();
        worker.kill('SIGTERM');
        expect(await worker.ended).toBe(0);
        expect(Date.now() - asked).toBeLessThan(10_000);
        expect(await count(round, 'rendering')).toBe(0);
        expect(worker.lines.filter((line) => line.includes('taken over'))).toEqual([]);
      }
      const last = await start();
      await untilDone(round, BATCH);
      expect(last.lines.filter((line) => line.includes('taken over'))).toEqual([]);
      await expectAllOnce(round);
    });

    it('refuses to start without what it needs, in one sentence', async () => {
      await expect(startWorkerProcess({ ...surroundings, DATABASE_URL: database.urls.user, HENGJI_DATA_DIR: folder })).rejects.toThrow(/环境变量 DATABASE_DISPATCHER_URL 没有设置/);
      const nowhere = 'postgresql://app_user:x@127.0.0.1:1/hengji';
      await expect(startWorkerProcess({ ...surroundings, DATABASE_URL: nowhere, DATABASE_DISPATCHER_URL: nowhere, HENGJI_DATA_DIR: folder })).rejects.toThrow(/后台任务连接不上数据库/);
    });

    it('scores and ranks without a browser, and reports say what is missing', { timeout: 120_000 }, async () => {
      const round = await makeReportedRound(database.app.db, 3);
      await withBureau(database.app.db, round.bureauId, async (trx) => {
        for (const { submissionId } of round.departments) await enqueue(trx, 'score-submission', { bureauId: round.bureauId, submissionId });
      });
      const worker = await startWorkerProcess({
        ...surroundings,
        DATABASE_URL: database.urls.user,
        DATABASE_DISPATCHER_URL: database.urls.dispatcher,
        REDIS_URL: backend.redisUrl,
        HENGJI_DATA_DIR: folder,
        CHROMIUM_PATH: `/nonexistent/${uuid()}`,
      });
      workers.push(worker);
      await expect.poll(() => count(round, 'failed'), { timeout: 30_000 }).toBe(3);
      const { rows } = await owner.query<{ error: string; attempts: number }>('select distinct error, attempts from reports where bureau_id = $1', [round.bureauId]);
      expect(rows).toEqual([{ error: expect.stringMatching(/^CHROMIUM_PATH 指定的浏览器.*无法启动/), attempts: 1 }]);
      const rankings = async () => (await owner.query('select 1 from rankings where bureau_id = $1', [round.bureauId])).rowCount;
      await expect.poll(rankings, { timeout: 30_000 }).toBe(1);
    });
  });
});
