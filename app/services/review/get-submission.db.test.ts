import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveCells } from '~/db/queries/cells.server';
import { withBureau } from '~/db/tenant.server';
import { makeBureau, makeTask } from '~/db/testing/factories';
import { memberAs, refusalOf } from '~/db/testing/member-as';
import { makeReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { depsFor } from '../account/testing/account-world';
import type { Deps } from '../deps.server';
import { recordScoringFailure } from '../scoring/record-scoring-failure.server';
import { scoreSubmission } from '../scoring/score-submission.server';
import { acceptSubmission } from './accept-submission.server';
import { getSubmission } from './get-submission.server';
import { returnSubmission } from './return-submission.server';

let database: TestDatabase;
let deps: Deps;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = depsFor(database.app.db);
});
afterAll(() => database.close());

async function reported() {
  const round = await makeReportedRound(deps.db, 2);
  const [first, second] = round.departments;
  const officer = await memberAs(deps.db, round.bureauId, 'bureau_officer');
  return { round, first: first!, second: second!, officer };
}

describe('a reported department', () => {
  it('has no score before it is scored, and its sheet, checks and report afterwards', async () => {
    const { round, first, officer } = await reported();
    const before = await getSubmission(deps, officer, first.assignmentId);
    expect(before).toMatchObject({ sheet: null, checks: null, report: null, progress: null, submission: { number: 1, score: null } });
    await scoreSubmission(deps, { bureauId: round.bureauId, submissionId: first.submissionId });
    const after = await getSubmission(deps, officer, first.assignmentId);
    expect(after.sheet?.total.score).toBe('100.00');
    expect(after.submission?.score).toMatchObject({ score: '100.00', grade: 'excellent' });
    expect(after.checks?.findings).toBeInstanceOf(Array);
    expect(after.report).toMatchObject({ state: 'queued' });
    expect(after.assignment.department.name).toBe(first.departmentName);
    expect(after.snapshot.cells['budget.executed']).toBe('100.00');
  });

  it('says why it could not be scored', async () => {
    const { round, first, officer } = await reported();
    await recordScoringFailure(deps, { bureauId: round.bureauId, submissionId: first.submissionId }, '程序出错');
    expect((await getSubmission(deps, officer, first.assignmentId)).scoringFailure).toBe('程序出错');
  });

  it('is accepted, returned with a reason, and keeps showing what was reported', async () => {
    const { first, officer } = await reported();
    expect((await getSubmission(deps, officer, first.assignmentId)).can).toEqual({ accept: true, return: true, renderReport: true });
    expect(await acceptSubmission(deps, officer, { assignmentId: first.assignmentId })).toEqual({ ok: true });
    expect((await getSubmission(deps, officer, first.assignmentId)).can).toMatchObject({ accept: false, return: true });
    expect(await returnSubmission(deps, officer, { assignmentId: first.assignmentId, reason: '  ' })).toMatchObject({ ok: false });
    await returnSubmission(deps, officer, { assignmentId: first.assignmentId, reason: ' 请核对执行数 ' });
    const page = await getSubmission(deps, officer, first.assignmentId);
    expect(page.assignment).toMatchObject({ state: 'filling', returned: { by: '测试人员', reason: '请核对执行数' } });
    expect(page.submission?.number).toBe(1);
    expect(page.can).toMatchObject({ accept: false, return: false });
    expect(page.events.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['submission.return', '测试人员'],
      ['submission.accept', '测试人员'],
    ]);
  });
});

describe('a department that has not reported', () => {
  it('shows the form as it stands, its live score and how far it is filled', async () => {
    const bureauId = await makeBureau(deps.db);
    const officer = await memberAs(deps.db, bureauId, 'bureau_officer');
    const task = await withBureau(deps.db, bureauId, async (trx) => {
      const made = await makeTask(trx);
      await saveCells(trx, made.assignmentId, [{ address: 'budget.executed', typedText: '50', baseVersion: 0 }, { address: 'budget.annual_budget', typedText: '100', baseVersion: 0 }], null);
      return made;
    });
    const page = await getSubmission(deps, officer, task.assignmentId);
    expect(page).toMatchObject({ submission: null, report: null, submissions: [] });
    expect(page.sheet?.total.score).toBe('25.00');
    expect(page.progress?.find(({ section }) => section === 'budget')).toMatchObject({ filled: 2 });
  });
});

describe('who may see it', () => {
  it('is not found from another bureau, under no id, and from another department', async () => {
    const { round, first, second } = await reported();
    const other = await reported();
    expect(await refusalOf(getSubmission(deps, other.officer, first.assignmentId))).toBe('not_found');
    expect(await refusalOf(getSubmission(deps, other.officer, 'nonsense'))).toBe('not_found');
    const editor = await memberAs(deps.db, round.bureauId, 'department_editor', { departmentId: second.departmentId });
    expect(await refusalOf(getSubmission(deps, editor, first.assignmentId))).toBe('not_found');
    expect(await refusalOf(getSubmission(deps, editor, second.assignmentId))).toBe('shown');
  });

  it('is closed to roles that do not read submissions', async () => {
    const { round, first } = await reported();
    for (const role of ['reviewer', 'system_admin', 'security_admin', 'audit_admin'] as const) {
      expect(await refusalOf(getSubmission(deps, await memberAs(deps.db, round.bureauId, role), first.assignmentId)), role).toBe('forbidden');
    }
  });
});
