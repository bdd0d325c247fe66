import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveCells } from '~/db/queries/cells.server';
import { finishReport, insertReport, startReport } from '~/db/queries/reports.server';
import { withBureau } from '~/db/tenant.server';
import { makeBureau, makeTask } from '~/db/testing/factories';
import { memberAs, refusalOf } from '~/db/testing/member-as';
import { makeReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { depsFor } from '../account/testing/account-world';
import type { Deps } from '../deps.server';
import { previewReport } from './preview-report.server';
import { SELF_EVALUATION_REPORT } from './report-document';

let database: TestDatabase;
let deps: Deps;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = depsFor(database.app.db);
});
afterAll(() => database.close());

/** Two departments that have reported; the first one's report is printed. */
async function printed() {
  const { bureauId, departments } = await makeReportedRound(deps.db, 2);
  const [own, other] = [departments[0]!, departments[1]!];
  const reportId = await withBureau(deps.db, bureauId, async (trx) => {
    const { report } = await insertReport(trx, { id: deps.ids(), submissionId: own.submissionId, ...SELF_EVALUATION_REPORT, requestedBy: null });
    await startReport(trx, report.id);
    await finishReport(trx, report.id, { storageKey: 'reports/x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 });
    return report.id;
  });
  return { bureauId, own, other, reportId };
}

describe('the preview', () => {
  it('is a draft of the live cells until the form is reported', async () => {
    const bureauId = await makeBureau(deps.db);
    const task = await withBureau(deps.db, bureauId, (trx) => makeTask(trx));
    const editor = await memberAs(deps.db, bureauId, 'department_editor', { departmentId: task.departmentId });
    const save = (typedText: string, baseVersion: number) =>
      withBureau(deps.db, bureauId, (trx) => saveCells(trx, task.assignmentId, [{ address: 'narrative.problems', typedText, baseVersion }], null));
    await save('问题一', 0);
    expect(await previewReport(deps, editor, task.assignmentId)).toMatchObject({ isDraft: true, submittedAt: null, official: null, snapshot: { cells: { 'narrative.problems': '问题一' } } });
    await save('问题二', 1);
    expect((await previewReport(deps, editor, task.assignmentId)).snapshot.cells['narrative.problems']).toBe('问题二');
  });

  it('is the frozen submission afterwards, with the official document beside it', async () => {
    const { bureauId, own, other, reportId } = await printed();
    const officer = await memberAs(deps.db, bureauId, 'bureau_officer');
    expect(await previewReport(deps, officer, own.assignmentId)).toMatchObject({ isDraft: false, submissionNumber: 1, official: { id: reportId, state: 'done', pages: 1 } });
    expect(await previewReport(deps, officer, other.assignmentId)).toMatchObject({ isDraft: false, official: null });
  });

  it('is not found from elsewhere, and closed to units and reviewers', async () => {
    const { bureauId, own, other } = await printed();
    const elsewhere = await memberAs(deps.db, await makeBureau(deps.db), 'bureau_admin');
    const neighbour = await memberAs(deps.db, bureauId, 'department_editor', { departmentId: other.departmentId });
    const unit = await memberAs(deps.db, bureauId, 'unit_editor', { departmentId: own.departmentId, unitId: deps.ids() });
    const reviewer = await memberAs(deps.db, bureauId, 'reviewer');
    expect(await refusalOf(previewReport(deps, elsewhere, own.assignmentId))).toBe('not_found');
    expect(await refusalOf(previewReport(deps, neighbour, own.assignmentId))).toBe('not_found');
    expect(await refusalOf(previewReport(deps, neighbour, 'x'))).toBe('not_found');
    expect(await refusalOf(previewReport(deps, unit, own.assignmentId))).toBe('forbidden');
    expect(await refusalOf(previewReport(deps, reviewer, own.assignmentId))).toBe('forbidden');
  });
});
