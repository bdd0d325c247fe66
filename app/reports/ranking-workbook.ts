import { RANKING_BASIS_NAMES, type RankedEntry, type Ranking, TIE_KEY_NAMES } from '~/app/domain/ranking/types';
import { chinaDateTime } from '~/app/domain/shared/deadline';
import { GRADE_NAMES, gradeSchema } from '~/app/domain/shared/grade';
import { type Sheet, type SheetColumn, type SheetRow, writeWorkbook } from './workbook/write-workbook';

/** A ranking with what its head says. */
export interface RankingDocument {
  readonly bureauName: string;
  readonly roundName: string;
  readonly fiscalYear: number;
  /** ISO instant of the ranking. */
  readonly rankedAt: string;
  readonly demo: boolean;
  readonly ranking: Ranking;
}

/** The ranking of a round as .xlsx: all departments, the same by category, and how it was made. */
export function writeRankingWorkbook(document: RankingDocument): Promise<Uint8Array> {
  const title = `${document.bureauName}${document.fiscalYear}年度部门整体支出绩效自评排名表`;
  const sheets = [overallSheet(document, title), categorySheet(document, title), statisticsSheet(document, title)];
  return writeWorkbook(sheets, { title, author: document.bureauName, createdAt: document.rankedAt });
}

function factsOf({ ranking, roundName, rankedAt, demo }: RankingDocument): string {
  const facts = [`自评任务：${roundName}`, `排名依据：${RANKING_BASIS_NAMES[ranking.basis]}`, `排名时间：${chinaDateTime(rankedAt)}`];
  return [...facts, ...(demo ? ['演示数据'] : [])].join('　');
}

interface Field extends SheetColumn {
  readonly of: (entry: RankedEntry) => string | null;
}

const count = (value: number | null): string | null => (value === null ? null : `${value}`);

function fields(document: RankingDocument): { readonly rank: Field; readonly categoryRank: Field; readonly department: Field; readonly category: Field; readonly rest: readonly Field[] } {
  const { basis } = document.ranking;
  const self: readonly Field[] = basis === 'self_score' ? [] : [{ title: '自评得分', width: 10, digits: 2, of: (entry) => entry.selfScore }];
  return {
    rank: { title: '名次', width: 7, digits: 0, align: 'center', of: (entry) => count(entry.rank) },
    categoryRank: { title: '类别名次', width: 9, digits: 0, align: 'center', of: (entry) => count(entry.categoryRank) },
    department: { title: '部门', width: 32, digits: null, of: (entry) => entry.departmentName },
    category: { title: '部门类别', width: 18, digits: null, of: (entry) => entry.categoryName },
    rest: [
      { title: RANKING_BASIS_NAMES[basis], width: 11, digits: 2, of: (entry) => entry.score },
      ...self,
      { title: '等级', width: 7, digits: null, align: 'center', of: (entry) => entry.grade && GRADE_NAMES[entry.grade] },
      { title: '得分率（%）', width: 10, digits: 2, of: (entry) => entry.scoreRate },
      { title: '履职效能得分率（%）', width: 12, digits: 2, of: (entry) => entry.missionScoreRate },
      { title: '预算资金支出率（%）', width: 12, digits: 2, of: (entry) => entry.executionRate },
      { title: '未消除核查问题（个）', width: 11, digits: 0, of: (entry) => (entry.rank === null ? null : `${entry.openFindings}`) },
      { title: '百分位', width: 9, digits: 2, of: (entry) => entry.percentile },
      { title: '报送时间', width: 20, digits: null, of: (entry) => entry.submittedAt && chinaDateTime(entry.submittedAt) },
      { title: '说明', width: 34, digits: null, of: (entry) => remarkOf(entry) },
    ],
  };
}

/** Why an entry stands where it does, in words: only what the score does not say by itself. */
function remarkOf({ rank, sharedBy, decidedBy, late }: RankedEntry): string {
  if (rank === null) return '未提交';
  const remarks: string[] = [];
  if (sharedBy > 1) remarks.push(`${sharedBy}个部门并列`);
  else if (decidedBy !== null && decidedBy !== 'score' && decidedBy !== 'shared') remarks.push(`与上一名同分，按${TIE_KEY_NAMES[decidedBy]}排列`);
  if (late) remarks.push('逾期报送');
  return remarks.join('；');
}

function rowOf(columns: readonly Field[], entry: RankedEntry): SheetRow {
  return { kind: 'row', cells: columns.map((column) => column.of(entry)) };
}

function overallSheet(document: RankingDocument, title: string): Sheet {
  const { rank, categoryRank, department, category, rest } = fields(document);
  const columns = [rank, department, category, categoryRank, ...rest];
  return { name: '总排名', title, facts: factsOf(document), columns, rows: document.ranking.entries.map((entry) => rowOf(columns, entry)), notes: [document.ranking.footnote] };
}

function categorySheet(document: RankingDocument, title: string): Sheet {
  const { rank, categoryRank, department, rest } = fields(document);
  const columns = [categoryRank, department, rank, ...rest];
  const { entries } = document.ranking;
  const categories = new Map(entries.map(({ categoryId, categoryName }) => [categoryId, categoryName]));
  const rows = [...categories].flatMap(([id, name]): SheetRow[] => {
    const members = entries.filter(({ categoryId }) => categoryId === id);
    const submitted = members.filter((entry) => entry.rank !== null).length;
    return [{ kind: 'heading', text: `${name}（${members.length}个部门，已提交${submitted}个）` }, ...members.map((entry) => rowOf(columns, entry))];
  });
  return { name: '分类排名', title: `${title}（按部门类别）`, facts: factsOf(document), columns, rows, notes: [document.ranking.footnote] };
}

function statisticsSheet(document: RankingDocument, title: string): Sheet {
  const { statistics, footnote } = document.ranking;
  const row = (name: string, value: string | null, note = ''): SheetRow => ({ kind: 'row', cells: [name, value, note] });
  return {
    name: '统计说明',
    title: `${title}（统计说明）`,
    facts: factsOf(document),
    columns: [
      { title: '项目', width: 28, digits: null },
      { title: '数值', width: 16, digits: 2 },
      { title: '说明', width: 60, digits: null },
    ],
    rows: [
      row('平均分', statistics.mean, '只计已提交的部门'),
      row('中位数', statistics.median, '只计已提交的部门'),
      row('最高分', statistics.highest),
      row('最低分', statistics.lowest),
      { kind: 'heading', text: `参加排名${statistics.total}个部门，其中已提交${statistics.submitted}个；${gradeCounts(document)}` },
    ],
    notes: [footnote],
  };
}

function gradeCounts({ ranking }: RankingDocument): string {
  return gradeSchema.options.map((grade) => `${GRADE_NAMES[grade]}${ranking.statistics.grades[grade]}个`).join('、');
}
