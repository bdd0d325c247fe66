import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '~/app/domain/scoring/engine-version';
import type { ScoreSheet } from '~/app/domain/scoring/score-sheet';
import type { RankedEntry, Ranking } from '~/app/domain/ranking/types';
import { withBureau, type TenantTransaction } from '../tenant.server';
import { makeAssignment, makeBureau, makeDepartment, makeSnapshot, makeTask, makeUser, smallSystem, type MadeTask } from '../testing/factories';
import { createTestDatabase, type TestDatabase } from '../testing/template-database';
import { findAssignment, listAssignmentsOfDepartment, lockAssignment, updateAssignment } from './assignments.server';
import { listBoard, listRankingCandidates } from './board.server';
import { saveCells } from './cells.server';
import { findIndicatorSystemVersion, listPublishedIndicatorSystemVersions } from './indicator-systems.server';
import { findProjectForm } from './project-forms.server';
import { insertProjects, listProjects } from './projects.server';
import { findLatestRanking, insertRanking, listRankings } from './rankings.server';
import { failReport, findReport, finishReport, insertReport, startReport } from './reports.server';
import { finaliseRound, findRound, listRoundProgress, listRounds, lockRound } from './rounds.server';
import { findScoreSheet, insertScoreSheet } from './score-sheets.server';
import { findLatestSubmission, insertSubmission, listSubmissions } from './submissions.server';

let database: TestDatabase;
let bureau: string;
let task: MadeTask;
beforeAll(async () => {
  database = await createTestDatabase();
  bureau = await makeBureau(database.app.db);
  task = await inBureau((trx) => makeTask(trx));
});
afterAll(() => database.close());

const inBureau = <T>(run: (trx: TenantTransaction) => Promise<T>): Promise<T> => withBureau(database.app.db, bureau, run);

async function submit(trx: TenantTransaction, assignmentId: string): Promise<string> {
  const id = uuid();
  await insertSubmission(trx, { id, assignmentId, snapshot: makeSnapshot({ 'budget.executed': '1' }), snapshotHash: 'hash', submittedBy: null, late: false });
  return id;
}

async function score(trx: TenantTransaction, submissionId: string, engineVersion = ENGINE_VERSION): Promise<boolean> {
  const figures = { score: '94.98', unrounded: '94.97505641…', selfScore: null, grade: 'excellent', scoreRate: '94.9751' } as const;
  const more = { missionScoreRate: '96.1000', executionRate: '99.9218', openFindings: 2 };
  const checks = { findings: [], confirmations: [], blocksSubmission: false };
  return insertScoreSheet(trx, { ...figures, ...more, id: uuid(), submissionId, engineVersion, sheet: { engineVersion } as ScoreSheet, checks });
}

describe('a round and its assignments', () => {
  test('versions and forms come back as they were stored', async () => {
    const version = await inBureau((trx) => findIndicatorSystemVersion(trx, task.systemVersionId));
    expect(version?.content).toEqual(smallSystem);
    expect((await inBureau(listPublishedIndicatorSystemVersions)).map((one) => one.id)).toEqual([task.systemVersionId]);
    expect((await inBureau((trx) => findProjectForm(trx, task.projectFormId)))?.content.executionWeight).toBe('10');
  });

  test('what is published never changes', async () => {
    await expect(inBureau((trx) => trx.updateTable('indicator_system_versions').set({ content_hash: 'other' }).execute())).rejects.toMatchObject({ code: 'HJ001' });
    await expect(inBureau((trx) => trx.deleteFrom('project_forms').execute())).rejects.toMatchObject({ code: 'HJ001' });
  });

  test('instants are UTC texts of one width', async () => {
    const round = await inBureau((trx) => findRound(trx, task.roundId));
    expect(round?.submissionDeadline).toBe('2099-06-30T00:00:00.000000Z');
    expect(round?.issuedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect((await inBureau(listRounds)).map((one) => one.id)).toEqual([task.roundId]);
  });

  test('state, flags and deadlines', async () => {
    const officer = await makeUser(database.app.db);
    await inBureau((trx) => updateAssignment(trx, task.assignmentId, { state: 'in_approval', sentBy: officer }));
    await inBureau((trx) => updateAssignment(trx, task.assignmentId, { state: 'filling', sentBy: null, returned: { by: officer, reason: '数据有误' } }));
    const returned = await inBureau((trx) => findAssignment(trx, task.assignmentId));
    expect(returned).toMatchObject({ state: 'filling', sentAt: null, returned: { by: officer, reason: '数据有误' }, isOverdue: false });
    expect(returned?.bindings).toHaveLength(1);
    await inBureau((trx) => updateAssignment(trx, task.assignmentId, { extendedDeadline: '2020-01-01T00:00:00Z' }));
    expect(await inBureau((trx) => findAssignment(trx, task.assignmentId))).toMatchObject({ deadline: '2020-01-01T00:00:00.000000Z', isOverdue: true });
    const progress = await inBureau(listRoundProgress);
    expect(progress.get(task.roundId)).toMatchObject({ total: 1, filling: 1, returned: 1, overdue: 1, submitted: 0 });
    await inBureau((trx) => updateAssignment(trx, task.assignmentId, { returned: null, extendedDeadline: null }));
    expect((await inBureau((trx) => listAssignmentsOfDepartment(trx, task.departmentId)))[0]).toMatchObject({ returned: null, isOverdue: false });
  });

  test('a locked assignment waits for whoever holds it', async () => {
    const order: string[] = [];
    await inBureau(async (trx) => {
      await lockAssignment(trx, task.assignmentId);
      const second = inBureau(async (other) => {
        await lockAssignment(other, task.assignmentId);
        order.push('second');
      });
      await trx.selectFrom('assignments').select('id').execute();
      order.push('first');
      return { second };
    }).then(({ second }) => second);
    expect(order).toEqual(['first', 'second']);
  });

  test('projects keep their bindings and order', async () => {
    const binding = { code: 'P01', name: '专利', fundSource: 'other_funds', implementingUnit: null, expectedGoal: '目标', indicators: [] } as const;
    const project = { id: uuid(), assignmentId: task.assignmentId, code: 'P01', unitId: null, binding: { ...binding, indicators: [] }, sortOrder: 1 };
    await inBureau((trx) => insertProjects(trx, [project]));
    expect(await inBureau((trx) => listProjects(trx, task.assignmentId))).toEqual([project]);
  });
});

describe('submissions, scores and rankings', () => {
  test('the board shows the newest submission and its newest score', async () => {
    await inBureau((trx) => saveCells(trx, task.assignmentId, [{ address: 'budget.executed', typedText: '1', baseVersion: 0 }], null));
    await inBureau((trx) => submit(trx, task.assignmentId));
    const second = await inBureau((trx) => submit(trx, task.assignmentId));
    expect((await inBureau((trx) => listSubmissions(trx, task.assignmentId))).map((one) => one.number)).toEqual([2, 1]);
    expect((await inBureau((trx) => findLatestSubmission(trx, task.assignmentId)))?.snapshot.cells).toEqual({ 'budget.executed': '1' });
    const [before] = await inBureau((trx) => listBoard(trx, task.roundId));
    expect(before).toMatchObject({ filledCells: 1, submission: { id: second, number: 2, score: null } });
    expect(await inBureau((trx) => score(trx, second))).toBe(true);
    expect(await inBureau((trx) => score(trx, second))).toBe(false);
    const [after] = await inBureau((trx) => listBoard(trx, task.roundId));
    expect(after?.submission?.score).toEqual({
      score: '94.98',
      unrounded: '94.97505641…',
      selfScore: null,
      grade: 'excellent',
      scoreRate: '94.9751',
      missionScoreRate: '96.1000',
      executionRate: '99.9218',
      openFindings: 2,
    });
    expect((await inBureau((trx) => findScoreSheet(trx, second)))?.sheet.engineVersion).toBe(ENGINE_VERSION);
  });

  test('ranking candidates include who has not submitted, and a ranking is kept as computed', async () => {
    const silent = await inBureau(async (trx) =>
      makeAssignment(trx, task.roundId, await makeDepartment(trx, task.categoryId, { name: '未报局', sortOrder: 9 }), task.categoryId),
    );
    const candidates = await inBureau((trx) => listRankingCandidates(trx, task.roundId));
    expect(candidates.map((one) => [one.assignmentId, one.score])).toEqual([[task.assignmentId, '94.98'], [silent, null]]);
    const place = { categoryRank: null, categorySharedBy: 1, sharedBy: 1, decidedBy: null, percentile: null };
    const entries: readonly RankedEntry[] = candidates.map((one, index) => ({ ...one, ...place, rank: index === 0 ? 1 : null }));
    const result = { basis: 'system_score', entries, statistics: { total: 2 }, footnote: '按系统测算分' } as unknown as Ranking;
    const number = await inBureau(async (trx) => {
      await lockRound(trx, task.roundId);
      return insertRanking(trx, { id: uuid(), roundId: task.roundId, computedBy: null, result });
    });
    expect(number).toBe(1);
    expect(await inBureau((trx) => insertRanking(trx, { id: uuid(), roundId: task.roundId, computedBy: null, result }))).toBe(2);
    const latest = await inBureau((trx) => findLatestRanking(trx, task.roundId));
    expect(latest).toMatchObject({ number: 2, basis: 'system_score', footnote: '按系统测算分' });
    expect(latest?.entries).toEqual(entries);
    expect(await inBureau((trx) => listRankings(trx, task.roundId))).toHaveLength(2);
  });

  test.each(['submissions', 'score_sheets', 'rankings', 'ranking_entries', 'cell_changes', 'audit_events'] as const)(
    '%s can be neither changed nor deleted',
    async (table) => {
      await expect(inBureau((trx) => trx.deleteFrom(table).execute())).rejects.toMatchObject({ code: '42501' });
      const client = await database.clientAs('user');
      await expect(client.query(`update ${table} set bureau_id = bureau_id`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('a round is finalised once', async () => {
    await inBureau((trx) => finaliseRound(trx, task.roundId));
    const round = await inBureau((trx) => findRound(trx, task.roundId));
    expect(round).toMatchObject({ state: 'finalised', finalisedAt: expect.any(String) as string });
    await inBureau((trx) => finaliseRound(trx, task.roundId));
    expect((await inBureau((trx) => findRound(trx, task.roundId)))?.finalisedAt).toBe(round?.finalisedAt);
  });
});

describe('reports', () => {
  const file = { storageKey: 'reports/x.pdf', sha256: 'ab', bytes: 10, pages: 3 };
  const ask = (submissionId: string, kind: string) =>
    inBureau((trx) => insertReport(trx, { id: uuid(), submissionId, kind, format: 'pdf', templateVersion: '1', requestedBy: null }));

  test('one per submission and kind; finished once; asked again after a failure', async () => {
    const submissionId = await inBureau((trx) => submit(trx, task.assignmentId));
    const first = await ask(submissionId, 'self_evaluation');
    expect(first).toMatchObject({ queued: true, report: { state: 'queued', attempts: 0 } });
    const id = first.report.id;
    expect(await ask(submissionId, 'self_evaluation')).toMatchObject({ queued: false, report: { id } });
    expect(await inBureau((trx) => startReport(trx, id))).toBe(true);
    await inBureau((trx) => failReport(trx, id, '字体缺失'));
    expect(await inBureau((trx) => startReport(trx, id))).toBe(false);
    expect(await ask(submissionId, 'self_evaluation')).toMatchObject({ queued: true, report: { id, state: 'queued', error: null } });
    expect(await inBureau((trx) => startReport(trx, id))).toBe(true);
    expect(await inBureau((trx) => finishReport(trx, id, file))).toBe(true);
    expect(await inBureau((trx) => finishReport(trx, id, { ...file, sha256: 'cd' }))).toBe(false);
    expect(await inBureau((trx) => findReport(trx, id))).toMatchObject({ state: 'done', sha256: 'ab', attempts: 1 });
    expect(await ask(submissionId, 'self_evaluation')).toMatchObject({ queued: false, report: { id, state: 'done' } });
  });
});
