import { readFileSync } from 'node:fs';
import { type Snapshot, snapshotSchema } from '~/app/domain/form/snapshot';
import { roundFileSchema } from '~/app/domain/round/round-file';
import { scoreSnapshot } from '~/app/domain/scoring/score-snapshot';
import type { ScoreSheet } from '~/app/domain/scoring/score-sheet';
import { buildReportModel } from '../build-report-model';
import type { ReportModel } from '../report-model';

const seed = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../db/seed/${path}`, import.meta.url), 'utf8'));
const file = roundFileSchema.parse(seed('round-liwan-2024.json'));
const [system, projectForm] = [seed('indicator-systems/district-32.json'), seed('project-forms/project-10-50-30-10.json')];

/** Everything people write themselves, in words of the test, so that the demo's may change. */
const WORDS: Record<string, string> = {
  'basics.functions': '1. 负责市场综合监督管理。\n　　2. 负责知识产权管理。\r\n\n3. 完成区委、区政府交办的其他任务。',
  'basics.overall_objective': '维护公平有序的市场环境。',
  'basics.key_tasks': '规范市场秩序。',
  'narrative.conclusion': '',
  'narrative.achievements': '登记注册业务8次位居全市月度评议前三名。',
  'narrative.problems': '（一）绩效指标设置不够精确。企业年度报告率的目标值偏低。\n（二）个别项目执行不均衡。',
  'narrative.measures': '（一）完善指标设置。按近三年实际值测算目标值。',
};

/** 荔湾区市场监督管理局 2024 with its published figures, 32 indicators, 17 + 2 projects. */
export function sampleSnapshot(cells: Readonly<Record<string, string>> = {}, more: Partial<Snapshot> = {}): Snapshot {
  const assignment = file.assignments.find(({ department }) => department === 'scjg')!;
  const department = file.departments.find(({ code }) => code === 'scjg')!;
  return snapshotSchema.parse({
    schema: 1,
    bureau: { name: file.bureau.name },
    department: { code: department.code, name: '广州市荔湾区市场监督管理局', category: department.category },
    round: { name: file.round.name, fiscalYear: file.round.fiscalYear },
    system,
    projectForm,
    bindings: assignment.bindings,
    projects: assignment.projects,
    cells: { ...assignment.cells, ...WORDS, ...cells },
    demo: true,
    ...more,
  });
}

export function sampleReport(cells: Readonly<Record<string, string>> = {}, more: Partial<Snapshot> = {}): { readonly snapshot: Snapshot; readonly sheet: ScoreSheet; readonly model: ReportModel } {
  const snapshot = sampleSnapshot(cells, more);
  const sheet = scoreSnapshot(snapshot);
  const model = buildReportModel({ snapshot, sheet, facts: { submittedAt: '2025-05-28T08:30:00Z', submissionNumber: 1 } });
  return { snapshot, sheet, model };
}

/** Headings and paragraphs of a model in order, one per line. */
export function linesOf(model: ReportModel): string[] {
  const walk = (blocks: ReportModel['sections'][number]['blocks']): string[] =>
    blocks.flatMap((block) => (block.kind === 'section' ? [block.heading, ...walk(block.blocks)] : [block.lead + block.text]));
  return model.sections.flatMap((section) => [section.heading, ...walk(section.blocks)]);
}
