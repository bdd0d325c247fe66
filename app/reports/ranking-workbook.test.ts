import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { rankDepartments } from '~/app/domain/ranking/rank-departments';
import type { RankingCandidate } from '~/app/domain/ranking/types';
import { writeRankingWorkbook } from './ranking-workbook';
import { writeWorkbook } from './workbook/write-workbook';

const candidate = (name: string, score: string | null, more: Partial<RankingCandidate> = {}): RankingCandidate => ({
  assignmentId: name,
  departmentId: name,
  departmentName: name,
  categoryId: '1',
  categoryName: '经济管理类',
  submissionId: score === null ? null : name,
  score,
  selfScore: score,
  scoreRate: score,
  grade: score === null ? null : 'excellent',
  missionScoreRate: score === null ? null : '90.1234',
  executionRate: score === null ? null : '99.9218',
  openFindings: 0,
  submittedAt: score === null ? null : '2025-05-28T08:30:00Z',
  late: false,
  ...more,
});

async function reopen(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return workbook;
}
const valuesOf = (sheet: ExcelJS.Worksheet | undefined, row: number): unknown[] => (sheet?.getRow(row).values as unknown[]).slice(1);

async function ranked(candidates: readonly RankingCandidate[]): Promise<ExcelJS.Workbook> {
  const ranking = rankDepartments(candidates, { basis: 'system_score' });
  return reopen(await writeRankingWorkbook({ bureauName: '荔湾区财政局', roundName: '2024年度绩效自评', fiscalYear: 2024, rankedAt: '2025-06-01T02:00:00Z', demo: true, ranking }));
}

describe('the ranking workbook', () => {
  it('names basis, time and 演示数据, and lists shared ranks and missing submissions', async () => {
    const workbook = await ranked([
      candidate('甲局', '94.98'),
      candidate('乙局', '94.98'),
      candidate('丙局', '91.00', { late: true }),
      candidate('丁街道', null, { categoryId: '2', categoryName: '街道' }),
      candidate('戊街道', '94.98', { missionScoreRate: '80', categoryId: '2', categoryName: '街道' }),
    ]);
    const sheet = workbook.getWorksheet('总排名');
    expect(sheet?.getCell('A1').value).toBe('荔湾区财政局2024年度部门整体支出绩效自评排名表');
    expect(sheet?.getCell('A2').value).toBe('自评任务：2024年度绩效自评　排名依据：系统测算分　排名时间：2025年6月1日 10:00　演示数据');
    expect(valuesOf(sheet, 3).slice(0, 6)).toEqual(['名次', '部门', '部门类别', '类别名次', '系统测算分', '自评得分']);
    expect([4, 5, 6, 7, 8].map((row) => valuesOf(sheet, row).slice(0, 5))).toEqual([
      [1, '乙局', '经济管理类', 1, 94.98],
      [1, '甲局', '经济管理类', 1, 94.98],
      [3, '戊街道', '街道', 1, 94.98],
      [4, '丙局', '经济管理类', 3, 91],
      ['—', '丁街道', '街道', '—', '—'],
    ]);
    expect([4, 6, 7, 8].map((row) => valuesOf(sheet, row).at(-1))).toEqual(['2个部门并列', '与上一名同分，按履职效能得分率（高者在前）排列', '逾期报送', '未提交']);
    expect(sheet?.getCell('E4').numFmt).toBe('#,##0.00');
    const categories = workbook.getWorksheet('分类排名');
    expect(valuesOf(categories, 4)[0]).toBe('经济管理类（3个部门，已提交3个）');
    expect(valuesOf(categories, 8)[0]).toBe('街道（2个部门，已提交1个）');
    const statistics = workbook.getWorksheet('统计说明');
    expect(valuesOf(statistics, 4).slice(0, 2)).toEqual(['平均分', 93.99]);
    expect(valuesOf(statistics, 8)[0]).toBe('参加排名5个部门，其中已提交4个；优4个、良0个、中0个、差0个');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x.test","点")', '=cmd|" /C calc"!A0', '\t=1', '\u202e=1', "'=1", '{=1}', 'http://x.test/', '10%', '1e5', '007', 'TRUE', '<b>&amp;</b>', '_x0041_'])(
    'keeps a department called %j as text',
    async (name) => {
      const workbook = await ranked([candidate(name, '94.98')]);
      for (const sheet of workbook.worksheets) {
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            expect(cell.formula).toBeUndefined();
            expect(cell.hyperlink).toBeUndefined();
            if (typeof cell.value === 'string' && cell.master === cell) expect(cell.numFmt).toBe('@');
          });
        });
      }
      expect(workbook.getWorksheet('总排名')?.getCell('B4').value).toBe(name.replaceAll(/[\t\u202e]/g, '').trim());
    },
  );
});

it('writes figures beyond the precision of Excel as text, and negative ones as numbers', async () => {
  const bytes = await writeWorkbook(
    [
      {
        name: '表',
        title: '题',
        facts: '',
        columns: [{ title: '数', width: 20, digits: 2 }],
        rows: ['-12.50', '1234567890123456.78', '99999999999999.9', null, '约5'].map((text) => ({ kind: 'row', cells: [text] })),
        notes: [],
      },
    ],
    { title: '题', author: '局', createdAt: '2025-06-01T02:00:00Z' },
  );
  const sheet = (await reopen(bytes)).getWorksheet('表');
  expect([4, 5, 6, 7, 8].map((row) => sheet?.getCell(row, 1).value)).toEqual([-12.5, '1234567890123456.78', 99999999999999.9, '—', '约5']);
});
