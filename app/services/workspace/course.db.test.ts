import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { acceptSubmission } from '../review/accept-submission.server';
import { returnSubmission } from '../review/return-submission.server';
import { getWorkspace } from './get-workspace.server';
import { returnToFiller } from './return-to-filler.server';
import { saveCells } from './save-cells.server';
import { sendForApproval } from './send-for-approval.server';
import { submitSelfEvaluation } from './submit-self-evaluation.server';
import { exampleRound, openAt, type ExampleRound } from './testing/example-round';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const change = (address: string, typedText: string, baseVersion = 0) => ({ address, typedText, baseVersion });
const assignmentOf = (round: ExampleRound): string => round.assignmentIds.get('tyj')!;

describe('filling in', () => {
  test('text is stored as typed, readable or not; the first save starts the task', async () => {
    const round = await exampleRound(database, openAt('not_started'));
    const editor = await round.person('department_editor', 'tyj');
    const assignmentId = assignmentOf(round);
    const answer = await saveCells(round.deps, editor, { assignmentId, cells: [change('budget.executed', '约一千万'), change('budget.annual_budget', '1,200.00')] });
    expect(answer).toMatchObject({ ok: true, conflicts: [], refused: [], saved: [{ version: 1 }, { version: 1 }] });
    const workspace = await getWorkspace(round.deps, editor, assignmentId);
    expect(workspace.state).toBe('filling');
    expect(workspace.cells['budget.executed']).toEqual({ typedText: '约一千万', version: 1 });
  });

  test('a stale version is a conflict that names the other person and overwrites nothing', async () => {
    const round = await exampleRound(database, openAt('not_started'));
    const [first, second] = [await round.person('department_editor', 'tyj'), await round.person('department_editor', 'tyj')];
    const assignmentId = assignmentOf(round);
    await saveCells(round.deps, first, { assignmentId, cells: [change('budget.executed', '100')] });
    const answer = await saveCells(round.deps, second, { assignmentId, cells: [change('budget.executed', '200'), change('budget.annual_budget', '300')] });
    expect(answer).toMatchObject({
      ok: true,
      saved: [{ address: 'budget.annual_budget', version: 1 }],
      conflicts: [{ address: 'budget.executed', typedText: '100', version: 1, updatedBy: first.displayName }],
    });
  });

  test('fifty savers at once on a task nobody has started: every one is acknowledged, none deadlocks', async () => {
    const round = await exampleRound(database, openAt('not_started'));
    const editor = await round.person('department_editor', 'tyj');
    const assignmentId = assignmentOf(round);
    const addresses = (await getWorkspace(round.deps, editor, assignmentId)).base.bindings.map((_, index) => `indicators.LZ-0${index + 1}.deviation`);
    const saves = Array.from({ length: 50 }, (_, index) => saveCells(round.deps, editor, { assignmentId, cells: [change(addresses[index % addresses.length]!, `第${index}次`)] }));
    const answers = await Promise.all(saves);
    const saved = answers.filter((answer) => answer.ok && answer.saved.length === 1).length;
    const conflicts = answers.filter((answer) => answer.ok && answer.conflicts.length === 1).length;
    expect({ saved, conflicts }).toEqual({ saved: addresses.length, conflicts: 50 - addresses.length });
  });

  test('a cell the form does not have is refused, the rest is saved', async () => {
    const round = await exampleRound(database, openAt('not_started'));
    const editor = await round.person('department_editor', 'tyj');
    const answer = await saveCells(round.deps, editor, { assignmentId: assignmentOf(round), cells: [change('budget.bribes', '1'), change('budget.executed', '2')] });
    expect(answer).toMatchObject({ ok: true, saved: [{ address: 'budget.executed' }], refused: [{ address: 'budget.bribes' }] });
    const withNul = await saveCells(round.deps, editor, { assignmentId: assignmentOf(round), cells: [change('narrative.problems', '问题\0一'), change('narrative.measures', '措施')] });
    expect(withNul).toMatchObject({ ok: true, saved: [{ address: 'narrative.measures' }], refused: [{ address: 'narrative.problems' }] });
  });

  test('a unit sees and writes its own projects only', async () => {
    const round = await exampleRound(database, openAt('filling'));
    const unit = await round.person('unit_editor', 'tyj', '示例区体育馆');
    const assignmentId = assignmentOf(round);
    const workspace = await getWorkspace(round.deps, unit, assignmentId);
    expect(workspace.writableProjects).toEqual(['P01']);
    expect(Object.keys(workspace.cells).every((address) => address.startsWith('projects.P01.'))).toBe(true);
    const version = workspace.cells['projects.P01.goal_actual']!.version;
    const answer = await saveCells(round.deps, unit, {
      assignmentId,
      cells: [change('projects.P01.goal_actual', '全年开放 336 天。', version), change('budget.executed', '1', 1)],
    });
    expect(answer).toMatchObject({ ok: true, saved: [{ address: 'projects.P01.goal_actual' }], refused: [{ address: 'budget.executed' }] });
  });

  test('another department’s task is not found, whatever is asked of it', async () => {
    const round = await exampleRound(database, openAt('in_approval'));
    const stranger = await round.person('department_approver', 'dag');
    const assignmentId = assignmentOf(round);
    await expect(getWorkspace(round.deps, stranger, assignmentId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(submitSelfEvaluation(round.deps, stranger, { assignmentId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(saveCells(round.deps, stranger, { assignmentId, cells: [change('budget.executed', '1')] })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('sending, submitting, returning', () => {
  test('an incomplete form is not sent, and the page hears why', async () => {
    const round = await exampleRound(database, openAt('not_started'));
    const editor = await round.person('department_editor', 'tyj');
    const assignmentId = assignmentOf(round);
    await saveCells(round.deps, editor, { assignmentId, cells: [change('budget.executed', '100')] });
    const refused = await sendForApproval(round.deps, editor, { assignmentId });
    expect(refused.ok).toBe(false);
    expect(!refused.ok && refused.reasons[0]).toContain('核查中仍有错误');
    expect(!refused.ok && refused.reasons.length).toBeGreaterThan(3);
  });

  test('the whole course: sent, locked, submitted, returned with a reason, changed, submitted again, accepted', async () => {
    const round = await exampleRound(database, openAt('filling'));
    const editor = await round.person('department_editor', 'tyj');
    const approver = await round.person('department_approver', 'tyj');
    const officer = await round.person('bureau_officer');
    const assignmentId = assignmentOf(round);

    expect(await sendForApproval(round.deps, editor, { assignmentId })).toEqual({ ok: true });
    const locked = await saveCells(round.deps, editor, { assignmentId, cells: [change('budget.executed', '1', 1)] });
    expect(locked).toMatchObject({ ok: false, reason: expect.stringContaining('已送审') as string });
    const sent = await getWorkspace(round.deps, approver, assignmentId);
    expect(sent.cells['indicators.LZ-01.self_score']?.typedText).toMatch(/^\d+\.\d\d$/);

    expect(await returnToFiller(round.deps, approver, { assignmentId, reason: ' ' })).toMatchObject({ ok: false, reasons: ['请填写退回原因。'] });
    expect(await returnToFiller(round.deps, approver, { assignmentId, reason: '请补充问题分析' })).toEqual({ ok: true });
    expect((await getWorkspace(round.deps, editor, assignmentId)).returned).toMatchObject({ by: approver.displayName, reason: '请补充问题分析' });
    expect(await sendForApproval(round.deps, editor, { assignmentId })).toEqual({ ok: true });

    await expect(submitSelfEvaluation(round.deps, editor, { assignmentId })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await submitSelfEvaluation(round.deps, approver, { assignmentId })).toEqual({ ok: true });
    expect((await getWorkspace(round.deps, editor, assignmentId)).returned).toBeNull();

    expect(await returnSubmission(round.deps, officer, { assignmentId, reason: '收支数字请与决算核对' })).toEqual({ ok: true });
    expect(await sendForApproval(round.deps, editor, { assignmentId })).toEqual({ ok: true });
    expect(await submitSelfEvaluation(round.deps, approver, { assignmentId })).toMatchObject({ ok: false, reasons: [expect.stringContaining('没有任何改动') as string] });
    await returnToFiller(round.deps, approver, { assignmentId, reason: '请按退回意见修改' });
    const { cells } = await getWorkspace(round.deps, editor, assignmentId);
    const achievements = cells['narrative.achievements']!;
    await saveCells(round.deps, editor, { assignmentId, cells: [change('narrative.achievements', `${achievements.typedText}已与决算核对一致。`, achievements.version)] });
    await sendForApproval(round.deps, editor, { assignmentId });
    expect(await submitSelfEvaluation(round.deps, approver, { assignmentId })).toEqual({ ok: true });
    expect(await acceptSubmission(round.deps, officer, { assignmentId })).toEqual({ ok: true });
    expect(await acceptSubmission(round.deps, officer, { assignmentId })).toMatchObject({ ok: false });

    const owner = await database.clientAs('owner');
    await owner.query('alter table submissions no force row level security');
    const { rows } = await owner.query<{ submission_number: number; late: boolean }>('select submission_number, late from submissions where assignment_id = $1 order by 1', [assignmentId]);
    await owner.query('alter table submissions force row level security');
    expect(rows).toEqual([{ submission_number: 1, late: false }, { submission_number: 2, late: false }]);
  });

  test('after the deadline a submission is taken and marked late', async () => {
    const round = await exampleRound(database, (file) => ({ ...openAt('in_approval')(file), round: { ...file.round, state: 'open' } }));
    const approver = await round.person('department_approver', 'tyj');
    const assignmentId = assignmentOf(round);
    expect((await getWorkspace(round.deps, approver, assignmentId)).isOverdue).toBe(true);
    expect(await submitSelfEvaluation(round.deps, approver, { assignmentId })).toEqual({ ok: true });
    expect((await getWorkspace(round.deps, approver, assignmentId)).state).toBe('submitted');
  });
});
