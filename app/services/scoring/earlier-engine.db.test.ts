import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '~/app/auth/member';
import { ENGINE_VERSION } from '~/app/domain/scoring/engine-version';
import type { ScoreSheet } from '~/app/domain/scoring/score-sheet';
import { listBoard, listRankingCandidates } from '~/db/queries/board.server';
import { insertRanking } from '~/db/queries/rankings.server';
import { insertReport, listReportsOfSubmission } from '~/db/queries/reports.server';
import { finaliseRound, lockRound } from '~/db/queries/rounds.server';
import { findScoreSheet, insertScoreSheet } from '~/db/queries/score-sheets.server';
import { insertSubmission } from '~/db/queries/submissions.server';
import { listRoundsToRank, listSubmissionsToScore } from '~/db/queries/unfinished-work.server';
import { type TenantTransaction, withBureau } from '~/db/tenant.server';
import { makeSnapshot } from '~/db/testing/factories';
import { memberAs } from '~/db/testing/member-as';
import { makeReportedRound, type ReportedDepartment, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { depsFor } from '../account/testing/account-world';
import type { Deps } from '../deps.server';
import { rankRound } from '../ranking/rank-round.server';
import { previewReport } from '../reports/preview-report.server';
import { renderReport } from '../reports/render-report.server';
import { SELF_EVALUATION_REPORT } from '../reports/report-document';
import { requestReport } from '../reports/request-report.server';
import { getSubmission } from '../review/get-submission.server';
import { listMyTasks } from '../tasks/list-my-tasks.server';
import { scoreSubmission } from './score-submission.server';

let database: TestDatabase;
let deps: Deps;
let round: ReportedRound;
let department: ReportedDepartment;
let officer: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = depsFor(database.app.db);
});
afterAll(() => database.close());
/** One department, reported and scored by engine 0, whose sheet has nothing of today's shape. */
beforeEach(async () => {
  round = await makeReportedRound(deps.db, 1);
  department = round.departments[0]!;
  officer = await memberAs(deps.db, round.bureauId, 'bureau_officer');
  await inBureau((trx) => scoredBefore(trx, department.submissionId));
});

const inBureau = <T>(run: (trx: TenantTransaction) => Promise<T>): Promise<T> => withBureau(deps.db, round.bureauId, run);
const scoreNow = () => scoreSubmission(deps, { bureauId: round.bureauId, submissionId: department.submissionId });
const page = () => getSubmission(deps, officer, department.assignmentId);
const boardScore = async () => (await inBureau((trx) => listBoard(trx, round.roundId)))[0]?.submission?.score ?? null;

function scoredBefore(trx: TenantTransaction, submissionId: string, score = '88.00'): Promise<boolean> {
  const rates = { scoreRate: '88.00000000', missionScoreRate: '76.00000000', executionRate: '100.00000000' };
  return insertScoreSheet(trx, {
    id: uuid(),
    submissionId,
    engineVersion: '0',
    score,
    unrounded: score,
    selfScore: null,
    grade: score === '100.00' ? 'excellent' : 'good',
    ...rates,
    openFindings: 4,
    sheet: { engineVersion: '0', lines: ['得分 88'] } as unknown as ScoreSheet,
    checks: { findings: [], confirmations: [], blocksSubmission: false },
  });
}

describe('an open round scored by an earlier engine', () => {
  it('counts as not scored yet, everywhere', async () => {
    expect(await inBureau((trx) => findScoreSheet(trx, department.submissionId))).toBeUndefined();
    expect(await boardScore()).toBeNull();
    expect((await inBureau((trx) => listRankingCandidates(trx, round.roundId)))[0]).toMatchObject({ score: null, grade: null, openFindings: 0 });
    expect(await page()).toMatchObject({ sheet: null, checks: null, rankedBy: null, submission: { score: null } });
    const editor = await memberAs(deps.db, round.bureauId, 'department_editor', { departmentId: department.departmentId });
    expect((await listMyTasks(deps, editor)).tasks[0]).toMatchObject({ score: null, grade: null });
    expect((await previewReport(deps, officer, department.assignmentId)).sheet.engineVersion).toBe(ENGINE_VERSION);
    expect(await requestReport(deps, officer, department.submissionId)).toEqual({ ok: false, reason: 'not_scored' });
    expect(await rankRound(deps, { bureauId: round.bureauId, roundId: round.roundId, requestedBy: null })).toMatchObject({ reason: 'still_scoring', unscored: 1 });
    expect(await inBureau((trx) => listRoundsToRank(trx, 0))).toEqual([]);
  });

  it('is scored again, once, and a report that was ordered stays as it is', async () => {
    const ordered = await inBureau((trx) => insertReport(trx, { id: uuid(), submissionId: department.submissionId, ...SELF_EVALUATION_REPORT, requestedBy: null }));
    expect(await inBureau((trx) => listSubmissionsToScore(trx, ENGINE_VERSION, 0))).toEqual([department.submissionId]);
    expect(await scoreNow()).toMatchObject({ ok: true, alreadyScored: false });
    expect(await scoreNow()).toMatchObject({ ok: true, alreadyScored: true });
    expect(await boardScore()).toMatchObject({ score: '100.00' });
    expect(await page()).toMatchObject({ sheet: { engineVersion: ENGINE_VERSION }, rankedBy: null, submission: { score: { score: '100.00' } } });
    expect((await inBureau((trx) => listReportsOfSubmission(trx, department.submissionId))).map(({ id }) => id)).toEqual([ordered.report.id]);
  });

  it('keeps showing what a superseded submission had scored', async () => {
    await inBureau((trx) => insertSubmission(trx, { id: uuid(), assignmentId: department.assignmentId, snapshot: makeSnapshot({ 'budget.executed': '2' }), snapshotHash: 'other', submittedBy: null, late: false }));
    expect((await page()).submissions.map(({ number, score }) => [number, score?.score ?? null])).toEqual([
      [2, null],
      [1, '88.00'],
    ]);
  });
});

describe('a closed round scored by an earlier engine', () => {
  beforeEach(() =>
    inBureau(async (trx) => {
      await lockRound(trx, round.roundId);
      const result = { basis: 'system_score', entries: [], statistics: { total: 1 }, footnote: '' } as unknown as Parameters<typeof insertRanking>[1]['result'];
      await insertRanking(trx, { id: uuid(), roundId: round.roundId, computedBy: null, result });
      await finaliseRound(trx, round.roundId);
    }),
  );

  it('keeps the figures it was ranked by, and computes the derivations anew', async () => {
    expect(await boardScore()).toMatchObject({ score: '88.00', grade: 'good' });
    expect(await page()).toMatchObject({
      rankedBy: { score: '88.00', grade: 'good', openFindings: 4 },
      sheet: { engineVersion: ENGINE_VERSION, total: { score: '100.00' } },
      submission: { score: { score: '88.00' } },
    });
    expect(await inBureau((trx) => listSubmissionsToScore(trx, ENGINE_VERSION, 0))).toEqual([]);
    expect(await inBureau((trx) => listRoundsToRank(trx, 0))).toEqual([]);
  });

  it('prints no report that contradicts the closed result', async () => {
    const asked = await requestReport(deps, officer, department.submissionId);
    const outcome = await renderReport(deps, { bureauId: round.bureauId, reportId: asked.ok ? asked.reportId : '' }, () => Promise.reject(new Error('printed')), new AbortController().signal);
    expect(outcome).toMatchObject({ state: 'failed', cause: expect.stringContaining('定稿得分 88.00 分；按现行计分程序重新计算为 100.00 分') });
  });

  it('prints a report that agrees with it', async () => {
    const agreeing = await makeReportedRound(deps.db, 1);
    const { submissionId } = agreeing.departments[0]!;
    await withBureau(deps.db, agreeing.bureauId, async (trx) => {
      await scoredBefore(trx, submissionId, '100.00');
      await finaliseRound(trx, agreeing.roundId);
    });
    const asked = await requestReport(deps, await memberAs(deps.db, agreeing.bureauId, 'bureau_officer'), submissionId);
    const seen: string[] = [];
    await renderReport(deps, { bureauId: agreeing.bureauId, reportId: asked.ok ? asked.reportId : '' }, ({ sheet }) => {
      seen.push(sheet.total.score);
      return Promise.reject(new Error('seen'));
    }, new AbortController().signal);
    expect(seen).toEqual(['100.00']);
  });
});
