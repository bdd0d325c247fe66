import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { RankedEntry } from '~/app/domain/ranking/types';
import { counterfactualOf } from '~/app/domain/scoring/counterfactual';
import type { ItemScore, ScoreSheet } from '~/app/domain/scoring/score-sheet';
import { type RankingDocument, writeRankingWorkbook } from '~/app/reports/ranking-workbook';
import type { Deps } from '~/app/services/deps.server';
import type { ReadRoundFile } from '~/app/services/rounds/read-round-file.server';
import { type BoardRow, listBoard } from '~/db/queries/board.server';
import { findLatestRanking, type RankingRecord } from '~/db/queries/rankings.server';
import { listReportsOfSubmission, type ReportRecord } from '~/db/queries/reports.server';
import { findScoreSheet, type ScoreSheetRecord } from '~/db/queries/score-sheets.server';
import { withBureau } from '~/db/tenant.server';

/** The last line on stdout. Paths are relative to `out`; scores are decimal texts. */
export interface RoundSummary {
  readonly bureau: string;
  readonly fiscalYear: number;
  readonly departments: number;
  readonly submitted: number;
  readonly reports: number;
  readonly pages: number;
  readonly mean: string | null;
  readonly seconds: number;
  readonly out: string;
  readonly failed: readonly { readonly department: string; readonly cause: string }[];
}

interface Sources {
  readonly read: ReadRoundFile;
  readonly bureauId: string;
  readonly roundId: string;
  readonly out: string;
  readonly startedAt: number;
}

interface DepartmentResult {
  readonly row: BoardRow;
  readonly sheet: ScoreSheetRecord | undefined;
  readonly report: ReportRecord | undefined;
}

/** ranking.json, ranking.xlsx, scores/<code>.json with every trace, reports/<code>.pdf. */
export async function writeResults(deps: Deps, { read, bureauId, roundId, out, startedAt }: Sources): Promise<RoundSummary> {
  await mkdir(path.join(out, 'scores'), { recursive: true });
  await mkdir(path.join(out, 'reports'), { recursive: true });
  const { results, ranking } = await withBureau(deps.db, bureauId, async (trx) => {
    const results: DepartmentResult[] = [];
    for (const row of await listBoard(trx, roundId)) {
      const sheet = row.submission ? await findScoreSheet(trx, row.submission.id) : undefined;
      const reports = row.submission ? await listReportsOfSubmission(trx, row.submission.id) : [];
      results.push({ row, sheet, report: reports.find((one) => one.format === 'pdf') });
    }
    return { results, ranking: await findLatestRanking(trx, roundId) };
  });
  const codes = new Map(results.map(({ row }) => [row.assignmentId, row.department.code]));
  if (ranking) await writeRanking(read, ranking, codes, out);
  for (const { row, sheet, report } of results) {
    const { code } = row.department;
    if (sheet) await writeJson(path.join(out, 'scores', `${code}.json`), { department: row.department.name, category: row.category.name, sheet: withCounterfactuals(sheet.sheet), checks: sheet.checks });
    if (report?.storageKey) await writeFile(path.join(out, 'reports', `${code}.pdf`), await buffer(await deps.storage.get(report.storageKey)));
  }
  const done = results.flatMap(({ report }) => (report?.state === 'done' ? [report] : []));
  return {
    bureau: read.file.bureau.name,
    fiscalYear: read.file.round.fiscalYear,
    departments: results.length,
    submitted: results.filter(({ row }) => row.submission !== null).length,
    reports: done.length,
    pages: done.reduce((sum, report) => sum + (report.pages ?? 0), 0),
    mean: ranking?.statistics.mean ?? null,
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    out,
    failed: results.flatMap(({ row, report }) => (report && report.state !== 'done' ? [{ department: row.department.name, cause: report.error ?? report.state }] : [])),
  };
}

async function writeRanking({ file }: ReadRoundFile, ranking: RankingRecord, codes: ReadonlyMap<string, string>, out: string): Promise<void> {
  const document: RankingDocument = {
    bureauName: file.bureau.name,
    roundName: file.round.name,
    fiscalYear: file.round.fiscalYear,
    rankedAt: ranking.computedAt,
    demo: file.demo,
    ranking,
  };
  await writeFile(path.join(out, 'ranking.xlsx'), await writeRankingWorkbook(document));
  await writeJson(path.join(out, 'ranking.json'), {
    bureau: file.bureau.name,
    fiscalYear: file.round.fiscalYear,
    round: file.round.name,
    basis: ranking.basis,
    footnote: ranking.footnote,
    statistics: ranking.statistics,
    entries: ranking.entries.map((entry) => withoutIds(entry, codes)),
  });
}

/** Each leaf beside what would give it full marks and one more point. */
function withCounterfactuals(sheet: ScoreSheet): unknown {
  const completed = (item: ItemScore) => ({ ...item, ...counterfactualOf(item) });
  const projects = sheet.projects.map((project) => ({ ...project, execution: completed(project.execution), items: project.items.map(completed) }));
  return { ...sheet, items: sheet.items.map(completed), projects };
}

/** Ids belong to the throw-away database; departments are known by their codes in the file. */
function withoutIds(entry: RankedEntry, codes: ReadonlyMap<string, string>): Record<string, unknown> {
  const { assignmentId, departmentId: _departmentId, categoryId: _categoryId, submissionId: _submissionId, departmentName, categoryName, ...rest } = entry;
  return { department: codes.get(assignmentId), name: departmentName, category: categoryName, ...rest };
}

async function writeJson(file: string, content: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}
