import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateAssignment } from '~/db/queries/assignments.server';
import { listAuditEvents } from '~/db/queries/audit-events.server';
import { findLatestRanking, listRankings } from '~/db/queries/rankings.server';
import { finaliseRound } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { makeReportedRound, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import type { Deps } from '../deps.server';
import { rankRound } from '../ranking/rank-round.server';
import { requestRanking } from '../ranking/request-ranking.server';
import { createLocalDiskStorage } from '../storage/local-disk.server';
import { recordScoringFailure, SCORING_FAILED } from './record-scoring-failure.server';
import { scoreSubmission } from './score-submission.server';

let database: TestDatabase;
let deps: Deps;
let files: string;

beforeAll(async () => {
  database = await createTestDatabase();
  files = await mkdtemp(path.join(os.tmpdir(), 'hengji-scoring-'));
  deps = {
    db: database.app.db,
    ids: () => uuid(),
    storage: createLocalDiskStorage(files),
    log: pino({ level: 'silent' }),
    settings: { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 },
  };
});
afterAll(async () => {
  await database.close();
  await rm(files, { recursive: true, force: true });
});

const jobsOf = async (round: ReportedRound): Promise<Readonly<Record<string, number>>> => {
  const owner = await database.clientAs('superuser');
  const { rows } = await owner.query<{ job: string; count: string }>('select job, count(*) from outbox where bureau_id = $1 group by job', [round.bureauId]);
  return Object.fromEntries(rows.map((row) => [row.job, Number(row.count)]));
};
const countOf = async (table: 'score_sheets' | 'reports' | 'rankings' | 'ranking_entries', round: ReportedRound): Promise<number> => {
  const owner = await database.clientAs('superuser');
  const { rows } = await owner.query<{ count: string }>(`select count(*) from ${table} where bureau_id = $1`, [round.bureauId]);
  return Number(rows[0]?.count);
};
const score = (round: ReportedRound, index: number) => scoreSubmission(deps, { bureauId: round.bureauId, submissionId: round.departments[index]!.submissionId });
const rank = (round: ReportedRound) => rankRound(deps, { bureauId: round.bureauId, roundId: round.roundId, requestedBy: null });

describe('scoring a submission', () => {
  it('stores the engine’s sheet with its checks and orders the report', async () => {
    const round = await makeReportedRound(deps.db, 2);
    expect(await score(round, 1)).toEqual({ ok: true, alreadyScored: false, rankingOrdered: false });
    const owner = await database.clientAs('superuser');
    const { rows } = await owner.query('select score, unrounded, grade, execution_rate, sheet, checks from score_sheets where bureau_id = $1', [round.bureauId]);
    // 50 of 50 for the slot, 99.99 % of 50 for the execution rate.
    expect(rows).toEqual([expect.objectContaining({ score: '100.00', grade: 'excellent', execution_rate: '99.99000000' })]);
    expect((rows[0] as { unrounded: string }).unrounded).toMatch(/^99\.995/);
    expect(await jobsOf(round)).toEqual({ 'render-report': 1 });
  });

  it('run fifty times at once leaves one sheet and one report', async () => {
    const round = await makeReportedRound(deps.db, 1);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => score(round, 0)));
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.alreadyScored)).toHaveLength(1);
    expect([await countOf('score_sheets', round), await countOf('reports', round)]).toEqual([1, 1]);
    expect(await jobsOf(round)).toEqual({ 'render-report': 1, 'rank-round': 1 });
  });

  it('orders the ranking once, with the last score, however many are scored at once', async () => {
    const round = await makeReportedRound(deps.db, 8);
    const outcomes = await Promise.all(round.departments.map((_department, index) => score(round, index)));
    expect(outcomes.filter((outcome) => outcome.ok && outcome.rankingOrdered)).toHaveLength(1);
    expect(await jobsOf(round)).toEqual({ 'render-report': 8, 'rank-round': 1 });
  });

  it('orders no ranking while a department is missing', async () => {
    const round = await makeReportedRound(deps.db, 2);
    await withBureau(deps.db, round.bureauId, (trx) => updateAssignment(trx, round.departments[0]!.assignmentId, { state: 'filling' }));
    expect(await score(round, 0)).toMatchObject({ rankingOrdered: false });
    expect(await score(round, 1)).toMatchObject({ rankingOrdered: false });
  });

  it('finds nothing of another bureau', async () => {
    const [own, other] = [await makeReportedRound(deps.db, 1), await makeReportedRound(deps.db, 1)];
    expect(await scoreSubmission(deps, { bureauId: own.bureauId, submissionId: other.departments[0]!.submissionId })).toEqual({ ok: false, reason: 'no_such_submission' });
    expect(await countOf('score_sheets', other)).toBe(0);
  });

  it('makes a failure visible in the bureau, with its cause', async () => {
    const round = await makeReportedRound(deps.db, 1);
    const { submissionId } = round.departments[0]!;
    await recordScoringFailure(deps, { bureauId: round.bureauId, submissionId }, '程序出错（编号 1），请联系系统管理员。');
    const events = await withBureau(deps.db, round.bureauId, (trx) => listAuditEvents(trx, { limit: 10, subject: { kind: 'submission', id: submissionId } }));
    expect(events).toEqual([expect.objectContaining({ action: SCORING_FAILED, detail: expect.objectContaining({ cause: '程序出错（编号 1），请联系系统管理员。' }) })]);
  });
});

describe('ranking a round', () => {
  it('orders the departments by their score and keeps the ranking once', async () => {
    const round = await makeReportedRound(deps.db, 5);
    for (let index = 0; index < 5; index += 1) await score(round, index);
    const outcomes = await Promise.all([rank(round), rank(round), rank(round)]);
    expect(outcomes.map((outcome) => outcome.ok && outcome.isNew).filter(Boolean)).toHaveLength(1);
    expect([await countOf('rankings', round), await countOf('ranking_entries', round)]).toEqual([1, 5]);
    const ranking = await withBureau(deps.db, round.bureauId, (trx) => findLatestRanking(trx, round.roundId));
    expect(ranking?.basis).toBe('system_score');
    // All round to 100.00; the execution rate decides.
    expect(ranking?.entries.map((entry) => [entry.departmentName, entry.rank, entry.decidedBy])).toEqual([
      ['第1部门', 1, null],
      ['第2部门', 2, 'execution_rate'],
      ['第3部门', 3, 'score'],
      ['第4部门', 4, 'execution_rate'],
      ['第5部门', 5, 'score'],
    ]);
  });

  it('waits for scores that are being computed', async () => {
    const round = await makeReportedRound(deps.db, 3);
    await score(round, 0);
    expect(await rank(round)).toEqual({ ok: false, reason: 'still_scoring', unscored: 2 });
    expect(await countOf('rankings', round)).toBe(0);
  });

  it('lists a returned department as 未提交 whatever it had reported before', async () => {
    const round = await makeReportedRound(deps.db, 2);
    await score(round, 0);
    await score(round, 1);
    await withBureau(deps.db, round.bureauId, (trx) => updateAssignment(trx, round.departments[0]!.assignmentId, { state: 'filling' }));
    expect(await rank(round)).toMatchObject({ ok: true, number: 1 });
    const ranking = await withBureau(deps.db, round.bureauId, (trx) => findLatestRanking(trx, round.roundId));
    expect(ranking?.entries.map((entry) => [entry.departmentName, entry.rank, entry.submissionId === null])).toEqual([
      ['第2部门', 1, false],
      ['第1部门', null, true],
    ]);
  });

  it('gives a round finalised without ranking its first one and no second', async () => {
    const round = await makeReportedRound(deps.db, 1);
    await withBureau(deps.db, round.bureauId, (trx) => finaliseRound(trx, round.roundId));
    expect(await score(round, 0)).toMatchObject({ rankingOrdered: true });
    expect(await rank(round)).toMatchObject({ ok: true, number: 1, isNew: true });
    expect(await rank(round)).toEqual({ ok: false, reason: 'round_closed' });
  });

  it('is asked for by the bureau only, in its own rounds, while they are open', async () => {
    const [round, other] = [await makeReportedRound(deps.db, 1), await makeReportedRound(deps.db, 1)];
    const officer = { bureauId: round.bureauId, userId: uuid(), role: 'bureau_officer' as const };
    await expect(requestRanking(deps, { ...officer, role: 'department_approver' }, round.roundId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(requestRanking(deps, officer, other.roundId)).rejects.toMatchObject({ code: 'not_found' });
    await withBureau(deps.db, round.bureauId, (trx) => finaliseRound(trx, round.roundId));
    expect(await requestRanking(deps, officer, round.roundId)).toEqual({ ok: false, reason: 'round_closed' });
    expect(await jobsOf(round)).toEqual({});
  });

  it('keeps every ranking of the round', async () => {
    const round = await makeReportedRound(deps.db, 2);
    await score(round, 0);
    await score(round, 1);
    await rank(round);
    await withBureau(deps.db, round.bureauId, (trx) => updateAssignment(trx, round.departments[1]!.assignmentId, { state: 'filling' }));
    await rank(round);
    expect((await withBureau(deps.db, round.bureauId, (trx) => listRankings(trx, round.roundId))).map((ranking) => ranking.number)).toEqual([2, 1]);
  });
});
