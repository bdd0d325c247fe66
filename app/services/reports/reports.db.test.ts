import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import pino from 'pino';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '~/app/auth/member';
import { updateAssignment } from '~/db/queries/assignments.server';
import { insertReviewerGrant, listReviewerGrants, revokeReviewerGrant } from '~/db/queries/reviewer-grants.server';
import { withBureau } from '~/db/tenant.server';
import { makeUser } from '~/db/testing/factories';
import { makeReportedRound, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import type { Deps } from '../deps.server';
import { scoreSubmission } from '../scoring/score-submission.server';
import { createLocalDiskStorage } from '../storage/local-disk.server';
import { cancelRoundReports } from './cancel-round-reports.server';
import { getRoundReportProgress } from './get-round-report-progress.server';
import { giveUpReport } from './give-up-report.server';
import { PrintFailure } from './print-failure';
import { readReportFile } from './read-report-file.server';
import { type PrintReport, renderReport, type RenderOutcome } from './render-report.server';
import { requestReport } from './request-report.server';
import { requestRoundReports } from './request-round-reports.server';
import { retryFailedReports } from './retry-failed-reports.server';

let database: TestDatabase;
let superuser: pg.Client;
let deps: Deps;
let folder: string;
let round: ReportedRound;
let officer: Pick<Member, 'bureauId' | 'userId' | 'role' | 'departmentId'>;

const never = new AbortController().signal;
const print: PrintReport = ({ submission, snapshot }) => Promise.resolve({ bytes: Buffer.from(`%PDF ${snapshot.department.name} ${submission.id}`), pages: 3 });
const failing =
  (attempts: number): PrintReport =>
  () =>
    Promise.reject(new PrintFailure('没有找到可用的 Chromium 浏览器。', { attempts }));

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await database.clientAs('superuser');
  folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-reports-'));
  deps = {
    db: database.app.db,
    ids: () => uuid(),
    storage: createLocalDiskStorage(folder),
    log: pino({ level: 'silent' }),
    settings: { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 },
  };
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
/** Three departments, scored, each with its report ordered. */
beforeEach(async () => {
  round = await makeReportedRound(deps.db, 3);
  officer = { bureauId: round.bureauId, userId: await makeUser(deps.db), role: 'bureau_officer' };
  for (const { submissionId } of round.departments) await scoreSubmission(deps, { bureauId: round.bureauId, submissionId });
});

const reportIds = async (): Promise<readonly string[]> => {
  const { rows } = await superuser.query<{ id: string }>(
    `select p.id from reports p join submissions s on s.id = p.submission_id join assignments a on a.id = s.assignment_id join departments d on d.id = a.department_id
      where p.bureau_id = $1 order by d.sort_order`,
    [round.bureauId],
  );
  return rows.map((row) => row.id);
};
const rowOf = async (id: string): Promise<Record<string, unknown>> => (await superuser.query<Record<string, unknown>>('select * from reports where id = $1', [id])).rows[0] ?? {};
const render = (reportId: string, by: PrintReport = print, signal = never): Promise<RenderOutcome> => renderReport(deps, { bureauId: round.bureauId, reportId }, by, signal);
const jobs = async (): Promise<number> => Number((await superuser.query<{ n: string }>(`select count(*) as n from outbox where bureau_id = $1 and job = 'render-report'`, [round.bureauId])).rows[0]?.n);

describe('rendering', () => {
  it('stores the file under its hash and records it', async () => {
    const [id] = await reportIds();
    expect(await render(id!)).toEqual({ state: 'done' });
    const bytes = Buffer.from(`%PDF 第1部门 ${round.departments[0]!.submissionId}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await rowOf(id!)).toMatchObject({ state: 'done', sha256, storage_key: `${round.bureauId}/reports/${sha256}.pdf`, bytes: bytes.byteLength, pages: 3, attempts: 1, error: null });
    expect(await readReportFile(deps, officer, { reportId: id! })).toMatchObject({ bytes, sha256, contentType: 'application/pdf', fileName: '第1部门2024年度部门整体支出绩效自评报告.pdf' });
  });

  it('prints nothing for a report that is done, failed, cancelled or another bureau’s', async () => {
    const [done, failed, cancelled] = await reportIds();
    await render(done!);
    await giveUpReport(deps, { bureauId: round.bureauId, reportId: failed! }, '原因');
    await cancelRoundReports(deps, officer, round.roundId);
    const unexpected: PrintReport = () => Promise.reject(new Error('printed'));
    for (const id of [done, failed, cancelled]) expect(await render(id!, unexpected)).toEqual({ state: 'nothing_to_do' });
    const other = await makeReportedRound(deps.db, 1);
    expect(await renderReport(deps, { bureauId: other.bureauId, reportId: done! }, unexpected, never)).toEqual({ state: 'nothing_to_do' });
  });

  it('keeps the first of two runs at the same time', async () => {
    const [id] = await reportIds();
    let finishSlow: () => void = () => undefined;
    const slow = render(id!, async (source) => {
      await new Promise<void>((resolve) => {
        finishSlow = resolve;
      });
      return { ...(await print(source)), bytes: Buffer.from('%PDF slow') };
    });
    await expect.poll(async () => (await rowOf(id!))['state']).toBe('rendering');
    expect(await render(id!)).toEqual({ state: 'done' });
    const first = await rowOf(id!);
    finishSlow();
    await slow;
    expect(await rowOf(id!)).toEqual({ ...first });
  });

  it('tries again as often as the failure allows, then fails with its cause', async () => {
    const [id] = await reportIds();
    for (const attempt of [1, 2]) {
      expect(await render(id!, failing(3))).toEqual({ state: 'retry', cause: '没有找到可用的 Chromium 浏览器。' });
      expect(await rowOf(id!)).toMatchObject({ state: 'queued', attempts: attempt });
    }
    expect(await render(id!, failing(3))).toEqual({ state: 'failed', cause: '没有找到可用的 Chromium 浏览器。' });
    expect(await rowOf(id!)).toMatchObject({ state: 'failed', attempts: 3, error: '没有找到可用的 Chromium 浏览器。', storage_key: null });
  });

  it('hides what a bug says behind the id under which the log holds it', async () => {
    const [id] = await reportIds();
    const bug: PrintReport = () => Promise.reject(new TypeError('Cannot read /home/somebody/secret'));
    expect(await render(id!, bug)).toEqual({ state: 'retry', cause: `报告生成时程序出错（编号 ${id}），请联系系统管理员。` });
  });

  it('slows down a report whose process keeps dying, and gives it up in the end', async () => {
    const [id] = await reportIds();
    const died = (attempts: number) => superuser.query(`update reports set state = 'rendering', attempts = $2 where id = $1`, [id, attempts]);
    await died(2);
    expect(await render(id!, failing(9))).toMatchObject({ state: 'retry' }); // the third start is not suspicious yet
    await died(3);
    expect(await render(id!, failing(9))).toEqual({ state: 'again', delayMs: 1_000 });
    await died(8);
    expect(await render(id!)).toEqual({ state: 'again', delayMs: 15_000 });
    expect(await render(id!)).toEqual({ state: 'done' }); // after the pause
    const [, other] = await reportIds();
    await superuser.query(`update reports set state = 'rendering', attempts = 40 where id = $1`, [other]);
    expect(await render(other!)).toMatchObject({ state: 'failed', cause: expect.stringContaining('多次异常退出') });
  });

  it('does not count an interrupted run', async () => {
    const [id] = await reportIds();
    const stop = new AbortController();
    const interrupted: PrintReport = () => {
      stop.abort();
      return Promise.reject(new Error('aborted'));
    };
    expect(await render(id!, interrupted, stop.signal)).toEqual({ state: 'interrupted' });
    expect(await rowOf(id!)).toMatchObject({ state: 'queued', attempts: 0 });
  });

  it('does not keep what was cancelled while it was printed', async () => {
    const [id] = await reportIds();
    await render(id!, async (source) => {
      await cancelRoundReports(deps, officer, round.roundId);
      return print(source);
    });
    expect(await rowOf(id!)).toMatchObject({ state: 'cancelled', storage_key: null });
  });
});

describe('the reports of a round', () => {
  it('are counted in the database, with failures by name', async () => {
    const [first, second] = await reportIds();
    expect(await getRoundReportProgress(deps, officer, round.roundId)).toEqual({ counts: { waiting: 3, running: 0, done: 0, failed: 0, cancelled: 0 }, missing: 0, secondsLeft: null, failures: [] });
    await render(first!);
    await render(second!, failing(1));
    expect(await getRoundReportProgress(deps, officer, round.roundId)).toEqual({
      counts: { waiting: 1, running: 0, done: 1, failed: 1, cancelled: 0 },
      missing: 0,
      secondsLeft: null,
      failures: [{ id: second, name: '第2部门', cause: '没有找到可用的 Chromium 浏览器。' }],
    });
  });

  it('say how long it will take at the pace of the last ones', async () => {
    round = await makeReportedRound(deps.db, 5);
    for (const { submissionId } of round.departments) await scoreSubmission(deps, { bureauId: round.bureauId, submissionId });
    const ids = await reportIds();
    for (const id of ids.slice(0, 3)) await render(id);
    await superuser.query('update reports set finished_at = clock_timestamp() - make_interval(secs => 4 * array_position($1::uuid[], id)) where id = any($1)', [ids.slice(0, 3)]);
    const { secondsLeft } = await getRoundReportProgress(deps, { ...officer, bureauId: round.bureauId }, round.roundId);
    expect(secondsLeft).toBeCloseTo(8, 0);
  });

  it('are ordered where missing, called off, and ordered again', async () => {
    await superuser.query('delete from outbox where bureau_id = $1', [round.bureauId]);
    await superuser.query('delete from reports where submission_id = $1', [round.departments[2]!.submissionId]);
    expect((await getRoundReportProgress(deps, officer, round.roundId)).missing).toBe(1);
    expect(await requestRoundReports(deps, officer, round.roundId)).toBe(1);
    expect(await requestRoundReports(deps, officer, round.roundId)).toBe(0);
    expect(await jobs()).toBe(1);
    await render((await reportIds())[0]!);
    expect(await cancelRoundReports(deps, officer, round.roundId)).toBe(2);
    expect((await getRoundReportProgress(deps, officer, round.roundId)).counts).toMatchObject({ done: 1, cancelled: 2 });
    expect(await requestRoundReports(deps, officer, round.roundId)).toBe(2);
    expect(await jobs()).toBe(3);
  });

  it('are retried where they failed, with fresh attempts', async () => {
    const [first, second] = await reportIds();
    await render(first!, failing(1));
    await render(second!, failing(1));
    await superuser.query('delete from outbox where bureau_id = $1', [round.bureauId]);
    expect(await retryFailedReports(deps, officer, round.roundId)).toBe(2);
    expect(await jobs()).toBe(2);
    expect(await rowOf(first!)).toMatchObject({ state: 'queued', attempts: 0, error: null });
    expect(await render(first!)).toEqual({ state: 'done' });
  });

  it('leave out what was returned', async () => {
    await withBureau(deps.db, round.bureauId, (trx) => updateAssignment(trx, round.departments[0]!.assignmentId, { state: 'filling' }));
    expect((await getRoundReportProgress(deps, officer, round.roundId)).counts.waiting).toBe(2);
  });

  it('are the bureau’s own affair', async () => {
    const other = await makeReportedRound(deps.db, 1);
    const filler = { ...officer, role: 'department_editor' as const, departmentId: round.departments[0]!.departmentId };
    for (const act of [requestRoundReports, cancelRoundReports, retryFailedReports, getRoundReportProgress]) {
      await expect(act(deps, filler, round.roundId)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(act(deps, officer, other.roundId)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('one report', () => {
  it('is ordered once, and again after it failed', async () => {
    const [id] = await reportIds();
    const { submissionId } = round.departments[0]!;
    expect(await requestReport(deps, officer, submissionId)).toEqual({ ok: true, reportId: id, queued: false });
    await render(id!, failing(1));
    expect(await requestReport(deps, officer, submissionId)).toEqual({ ok: true, reportId: id, queued: true });
  });

  it('is not ordered before there is a score', async () => {
    const fresh = await makeReportedRound(deps.db, 1);
    expect(await requestReport(deps, { ...officer, bureauId: fresh.bureauId }, fresh.departments[0]!.submissionId)).toEqual({ ok: false, reason: 'not_scored' });
  });

  it('is read by its department, its bureau and granted reviewers only', async () => {
    const [id] = await reportIds();
    await render(id!);
    const department = (index: number) => ({ ...officer, role: 'department_approver' as const, departmentId: round.departments[index]!.departmentId });
    await expect(readReportFile(deps, department(0), { reportId: id! })).resolves.toMatchObject({ contentType: 'application/pdf' });
    await expect(readReportFile(deps, department(1), { reportId: id! })).rejects.toMatchObject({ code: 'not_found' });
    await expect(readReportFile(deps, { ...officer, role: 'system_admin' }, { reportId: id! })).rejects.toMatchObject({ code: 'forbidden' });

    const elsewhere = await makeReportedRound(deps.db, 1);
    await expect(readReportFile(deps, { ...officer, bureauId: elsewhere.bureauId }, { reportId: id! })).rejects.toMatchObject({ code: 'not_found' });
    await expect(readReportFile(deps, { ...officer, bureauId: elsewhere.bureauId }, { reportId: id!, bureauId: round.bureauId })).rejects.toMatchObject({ code: 'not_found' });
    const reviewer = { ...officer, bureauId: elsewhere.bureauId, role: 'reviewer' as const };
    const asReviewer = () => readReportFile(deps, reviewer, { reportId: id!, bureauId: round.bureauId });
    await expect(asReviewer()).rejects.toMatchObject({ code: 'not_found' });
    await withBureau(deps.db, round.bureauId, (trx) => insertReviewerGrant(trx, { id: uuid(), userId: reviewer.userId, fiscalYear: 2024, expiresAt: null }));
    await expect(asReviewer()).resolves.toMatchObject({ contentType: 'application/pdf' });
    await withBureau(deps.db, round.bureauId, async (trx) => {
      for (const grant of await listReviewerGrants(trx)) await revokeReviewerGrant(trx, grant.id);
    });
    await expect(asReviewer()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not handed out when the stored file is not the one that was written', async () => {
    const [id] = await reportIds();
    await render(id!);
    await writeFile(path.join(folder, String((await rowOf(id!))['storage_key'])), 'changed');
    await expect(readReportFile(deps, officer, { reportId: id! })).rejects.toThrow(/not the one that was written/);
  });

  it('is not there before it is done', async () => {
    const [id] = await reportIds();
    await expect(readReportFile(deps, officer, { reportId: id! })).rejects.toMatchObject({ code: 'not_found' });
  });
});
