import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFile } from './check-file';
import type { ReportDocument } from './report-document';

const root = fileURLToPath(new URL('../..', import.meta.url));
const samples = path.join(root, 'app/domain/narrative/testing');
const seed = path.join(root, '../shared/fixtures/liwan-2024-report.txt');

async function documentOf(name: string, folder: string): Promise<{ text: string; document: ReportDocument }> {
  const result = await checkFile(name, folder);
  if (!result.ok) throw new Error(result.message);
  return { text: await readFile(path.resolve(folder, name), 'utf8'), document: result.document };
}

const said = (document: ReportDocument): string[] => document.findings.map(({ id, level, message }) => `${id} ${level} ${message}`);
const confirmed = (document: ReportDocument): string[] => document.confirmed.map(({ id, message }) => `${id} ${message}`);

function expectPlaces(text: string, document: ReportDocument): void {
  const places = [...Object.values(document.read), ...document.unread, ...[...document.confirmed, ...document.findings].flatMap(({ where }) => where)];
  for (const place of places) {
    if (place.text !== undefined) expect(text.slice(place.start, place.end)).toBe(place.text);
    expect(text.slice(0, place.start).split('\n')).toHaveLength(place.line);
  }
}

describe('a report file', () => {
  it('gives its places in the text', async () => {
    const { text, document } = await documentOf('report-forestry.txt', samples);
    expect(document.read['budget.executed']).toEqual({ value: '8,553.20万元', text: '8,553.20 万元', start: 161, end: 172, line: 16 });
    expect(document.findings.find(({ id }) => id === 'D01')?.where.map((place) => ('section' in place ? place.section : place.address))).toEqual([
      'indicators.LZ-04.actual',
      '二（三） 主要工作成效',
      '二（二） 各重点工作任务绩效目标完成情况分析',
    ]);
    expectPlaces(text, document);
  });

  it.skipIf(!existsSync(seed))('of a real district is checked fact by fact', async () => {
    const { text, document } = await documentOf(seed, root);
    expectPlaces(text, document);
    const right = confirmed(document);
    expect(right).toEqual(
      expect.arrayContaining([
        'A01 按资金来源：23,057.69 + 682.42 = 23,740.11 万元，等于全年执行数。',
        'A02 按支出性质：19,830.53 + 3,909.58 = 23,740.11 万元，等于全年执行数。',
        expect.stringMatching(/^A03 .*99\.92%.*23,740\.11.*23,758\.69/),
        'B01 按资金来源：17 + 2 = 19 个项目，与按得分分布 19 个一致。',
        'B01 按得分分布：7 + 7 + 5 + 0 + 0 = 19 个项目，与按资金来源 19 个一致。',
        expect.stringMatching(/^B03 .*94\.9 分，等级“优”/),
        expect.stringMatching(/^D01 .*“企业年度报告率”.*96\.81%.*“主要工作成效”、“存在的主要问题”/),
        'D05 第 1 个问题“绩效指标设置不够精确”对应第 2 条措施。',
        'D05 第 2 个问题“个别项目预算执行计划性和合理性不强”对应第 1、3 条措施。',
      ]),
    );
    expect(said(document)).toEqual([
      expect.stringMatching(/^C01 E .*“商事主体数”未达目标（14\.55 < 14\.6 万户）/),
      expect.stringMatching(/^A04 W .*18\.58 万元.*587\.76 万元.*569\.18 万元/),
      expect.stringMatching(/^C02 W .*“知识产权质押融资额”.*173\.00%.*17\.3 > 10 亿元/),
      expect.stringMatching(/^D01 W .*“知识产权质押融资额”.*17\.3 亿元.*8\.6亿元/),
      expect.stringMatching(/^D03 W .*“专利产业化金额”.*0 分.*2亿.*没有提到/),
      expect.stringMatching(/^D06 W .*“规范市场秩序情况”/),
      expect.stringMatching(/^D08 W .*第 2 条“个别项目预算执行计划性和合理性不强”/),
      expect.stringMatching(/^B02 I .*没有写明 95 分.*没有写明 90 分.*没有写明 80 分.*75 分以下没有分段/),
      expect.stringMatching(/^B06 I .*19 个/),
      expect.stringMatching(/^D05 I 第 4 条措施“进一步发挥绩效评价的作用”是一般性要求/),
      expect.stringMatching(/^D07 I .*前者依次为“企业年度报告率”、“商事主体数”，后者依次为“商事主体数”、“企业年度报告率”/),
      expect.stringMatching(/^F01 I 有 1 处在断行处重复了文字（“知｜知识产权/),
      expect.stringMatching(/^F01 I 有 8 处段落在分页或换行处断开（“欺诈、侵犯商｜标专利/),
      expect.stringMatching(/^F02 I .*“1\.”.*“部门年度重点工作任务”用“1、”/),
    ]);
    expect(document.unread.map(({ what, line }) => [what, line])).toEqual([['绩效目标中的文字', 79]]);
    expect(document.read['indicators.LZ-05.actual']).toMatchObject({ value: '0亿元', assumptions: ['没有写完成值，“未在预算年度内开展”按未开展、完成值 0 读'] });
  });
});

describe('a file that is no report', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-check-report-'));
    await writeFile(path.join(folder, 'letter.txt'), '各位同事：\n请于周五前报送材料。\n');
    await writeFile(path.join(folder, 'empty.txt'), '');
    await writeFile(path.join(folder, 'binary.txt'), Buffer.from([1, 2, 0, 4]));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['nowhere.txt', 'nowhere.txt：找不到这个文件。'],
    ['.', '.：是文件夹，应为一个文本文件。'],
    ['empty.txt', 'empty.txt：是空文件。'],
    ['binary.txt', 'binary.txt：第 3 个字节是空字符，不是文本文件。'],
    ['letter.txt', 'letter.txt：从第 1 行起没有找到绩效自评报告的标题，也没有找到它的章节（收支情况、绩效目标、自评结论、主要问题等）。'],
  ])('%s is refused by name', async (name, message) => expect(await checkFile(name, folder)).toEqual({ ok: false, message }));
});
