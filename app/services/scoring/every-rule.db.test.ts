import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tabView } from '~/app/components/review/tab-view';
import { roundFileProblems } from '~/app/domain/round/round-file-problems';
import { replay } from '~/app/domain/scoring/replay';
import { replayTotal, totalRows } from '~/app/domain/scoring/total-trace';
import { traceRows } from '~/app/domain/scoring/trace-text';
import { buildReportModel } from '~/app/reports/build-report-model';
import { renderReportDocx } from '~/app/reports/render-report-docx';
import { renderReportHtml } from '~/app/reports/render-report-html';
import { linesOf } from '~/app/reports/testing/sample-report';
import { unzipTexts } from '~/app/reports/testing/unzip-texts';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { listBoard } from '~/db/queries/board.server';
import { withBureau } from '~/db/tenant.server';
import { getSubmission, type SubmissionPage } from '../review/get-submission.server';
import { readRoundFile } from '../rounds/read-round-file.server';
import { sendForApproval } from '../workspace/send-for-approval.server';
import { submitSelfEvaluation } from '../workspace/submit-self-evaluation.server';
import { everyRuleFile, everyRuleSystem } from '../workspace/testing/every-rule-round';
import { exampleRound, type ExampleRound } from '../workspace/testing/example-round';
import { scoreSubmission } from './score-submission.server';

let database: TestDatabase;
let round: ExampleRound;
let page: SubmissionPage;

/** Filled in, sent, reported and scored as people and the worker do it. */
beforeAll(async () => {
  database = await createTestDatabase();
  round = await exampleRound(database, everyRuleFile, everyRuleSystem);
  const assignmentId = round.assignmentIds.get('tyj')!;
  const [editor, approver, officer] = [await round.person('department_editor', 'tyj'), await round.person('department_approver', 'tyj'), await round.person('bureau_officer')];
  expect(await sendForApproval(round.deps, editor, { assignmentId })).toEqual({ ok: true });
  expect(await submitSelfEvaluation(round.deps, approver, { assignmentId })).toEqual({ ok: true });
  const [row] = await withBureau(round.deps.db, round.bureauId, (trx) => listBoard(trx, round.roundId));
  expect(await scoreSubmission(round.deps, { bureauId: round.bureauId, submissionId: row!.submission!.id })).toMatchObject({ ok: true });
  page = await getSubmission(round.deps, officer, assignmentId);
});
afterAll(() => database.close());

/** What a figure that was never computed looks like when it is printed. */
const BROKEN = /undefined|NaN|null|\[object|Infinity/;

describe('a department scored by every kind of rule', () => {
  it('has a system and targets that can be issued', async () => {
    const { file, projectForm } = await readRoundFile(path.join(import.meta.dirname, '../../../docs/examples/round-small.json'));
    expect(roundFileProblems(everyRuleFile(file), everyRuleSystem, projectForm)).toEqual([]);
  });

  it('gets the points a clerk computes by hand', () => {
    const { items, total } = page.sheet!;
    expect(items.map(({ code, status, score }) => [code, status, score])).toEqual([
      ['LZ-01', 'scored', '9.75'], // 39 ÷ 40 × 10
      ['LZ-02', 'scored', '9.89'], // 〔1 −（96 − 95）÷ 95〕× 10
      ['LZ-03', 'scored', '8.50'], // three days late, 0.5 each
      ['LZ-04', 'scored', '9.00'],
      ['LZ-05', 'excluded', '0.00'],
      ['LZ-06', 'scored', '9.70'], // 10 × 0.1 ×（1.8 − 1.5）off
      ['GL-01', 'scored', '12.00'], // （4.5 + 7.5）÷（6 + 9）× 15
      ['GL-02', 'scored', '4.50'], // 3 ÷ 4 × 6
      ['GL-03', 'scored', '7.50'], // 9 − 1 − 0.5
      ['GL-04', 'scored', '15.00'],
      ['GL-05', 'scored', '8.50'],
    ]);
    expect(items.find(({ code }) => code === 'LZ-06')).toMatchObject({ overTargetDeduction: '0.3' });
    // 82.3447… of 90 points that apply, rescaled to 91.4941… of 100; executed 99.05 %, so at most 89.
    expect(total).toMatchObject({ score: '89.00', grade: 'good' });
  });

  it('has derivations that replay, and no figure that was never computed', () => {
    const { items, total, projects } = page.sheet!;
    for (const item of [...items, ...projects.flatMap((project) => [project.execution, ...project.items])]) {
      expect(replay(item.trace), item.name).toMatchObject({ ok: true });
      expect(JSON.stringify(traceRows(item.trace)), item.name).not.toMatch(BROKEN);
    }
    expect(replayTotal(total.steps, (code) => items.find((item) => item.code === code)!.exact)).toEqual({ ok: true, score: total.score });
    expect(totalRows(total.steps).map(({ label }) => label)).toEqual(['各项得分合计', '不适用项折算', '执行率封顶', '取整']);
  });

  it('is shown to the bureau with parts in their place and what does not apply', () => {
    const view = tabView('indicators', page, null);
    const rows = view.tab === 'indicators' ? view.rows : [];
    expect(rows.map(({ name, target, partOf, item }) => [name, target, partOf, item?.status])).toEqual(
      expect.arrayContaining([
        ['设施完好率', '90%～95%', '', 'scored'],
        ['场馆改造完成时间', '12月31日前', '', 'scored'],
        ['专项债券项目开工率', '/', '', 'excluded'],
        ['培训完成情况', '', '计入 GL-01 内部管理水平', 'scored'],
        ['资料报送质量', '', '计入 GL-01 内部管理水平', 'scored'],
      ]),
    );
    expect(rows.find(({ code }) => code === 'GL-03')?.figures.map(({ label, typed, problem }) => [label, typed, problem])).toEqual([
      ['资料逾期报送', '是', null],
      ['退回更正次数', '1', null],
    ]);
  });
});

describe('its report', () => {
  const model = () => buildReportModel({ snapshot: page.snapshot, sheet: page.sheet!, facts: { submittedAt: '2025-05-28T08:30:00Z', submissionNumber: 1 } });

  it('prints every row, parts in parentheses, and nothing broken', async () => {
    const report = model();
    const rows = report.attachments[0]!.rows.map(({ cells }) => cells.slice(2, 8).map(({ text }) => text));
    expect(rows[4]).toEqual(['专项债券项目开工率', '/', '不适用', '10', '不适用', '—']);
    expect(rows[7]).toEqual(['培训完成情况（计入“内部管理水平”）', '—', '75.00%', '（6）', '（4.50）', '（4.50）']);
    expect(report.attachments[0]!.notes[0]).toBe('注：1. 括号内的分值、得分计入所注明的指标，不重复相加');
    expect(JSON.stringify(report.attachments)).not.toMatch(BROKEN);
    const lines = linesOf(report);
    expect(lines.join('\n')).not.toMatch(BROKEN);
    expect(lines).toEqual(
      expect.arrayContaining([
        '2.设施完好率。目标值90–95%，完成值96%，未达到目标值，得9.89分（分值10分）。偏差原因及改进措施：年中集中更换器材，下年按区间控制。',
        '3.场馆改造完成时间。目标时限12月31日前，完成时间2025年1月3日，逾期，得8.50分（分值10分）。偏差原因及改进措施：雨季影响外墙施工三天。',
        '4.赛事安全保障。目标值制度健全、处置及时，按完成情况评分，得9.00分（分值10分）。修订预案三项，全年无安全事故。偏差原因及改进措施：一次演练推迟。',
        '5.专项债券项目开工率。本项不适用，不计分。',
        '3.场馆改造完成时间。指场馆改造完成时间的定义，目标时限为12月31日前。',
        '5.专项债券项目开工率。指专项债券项目开工率的定义，本年度不适用。',
      ]),
    );
    expect(lines.find((line) => line.includes('项评价指标'))).toContain('共9项评价指标（另有2项分项指标计入其中），其中不适用1项，系统测算得分89.00分');
    expect(renderReportHtml(report, { draft: false })).not.toMatch(/undefined|NaN/);
    expect(unzipTexts(await renderReportDocx(report))['word/document.xml']).toContain('培训完成情况（计入“内部管理水平”）');
  });
});
