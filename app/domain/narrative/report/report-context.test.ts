import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContext } from '../../checks/run-checks';
import { readReport } from './read-report';
import { contextOfReport } from './report-context';

const checked = (text: string) => checkContext(contextOfReport(readReport(text)));
const sample = (name: string) => checked(readFileSync(new URL(`../testing/report-${name}.txt`, import.meta.url), 'utf8'));
const said = ({ findings }: ReturnType<typeof checked>): string[] => findings.map(({ level, key }) => `${level} ${key}`);
const confirmed = ({ confirmations }: ReturnType<typeof checked>): string[] => confirmations.map(({ id, message }) => `${id} ${message}`);

describe('a report as something to check', () => {
  const result = sample('forestry');

  it('says which figures are right', () => {
    expect(confirmed(result)).toEqual(
      expect.arrayContaining([
        'A01 按资金来源：8,113.20 + 440.00 = 8,553.20 万元，等于全年执行数。',
        'A02 按支出性质：5,320.75 + 3,232.45 = 8,553.20 万元，等于全年执行数。',
        expect.stringMatching(/^A03 .*98\.99%/),
        'B01 按资金来源：11 + 3 = 14 个项目，与按得分分布 14 个一致。',
        'B01 按得分分布：4 + 6 + 4 + 0 = 14 个项目，与按资金来源 14 个一致。',
        expect.stringMatching(/^B03 .*91\.6 分，等级“优”/),
        expect.stringMatching(/^D01 .*“古树名木保护率”/),
        'D05 第 2 个问题“个别项目预算执行计划性不强”对应第 1、3 条措施。',
      ]),
    );
  });

  it('finds what is wrong and nothing else', () => {
    expect(said(result)).toEqual([
      'E C01.LZ-02',
      'W A04',
      'W C02.LZ-04',
      'W D01.LZ-04',
      'W D03.LZ-05',
      'W D06.LZ-06',
      'W D08.item.2',
      'I B02',
      'I B06.stated.1',
      'I D05.measure.4',
      'I D07',
      'I F01.repeated',
      'I F01.cut',
      'I F02.level-1',
    ]);
  });

  it('names no points, which a report does not give', () => {
    expect(result.findings.find(({ id }) => id === 'D03')?.message).toBe(
      '第 5 项“苗木交易金额”按完成值应得 0 分（目标 ≥1.2亿元，完成 0亿元），“存在的主要问题”中没有提到，请补充分析，或说明不列入的理由。',
    );
  });

  it('holds every figure said of an indicator once', () => {
    const starts = contextOfReport(readReport(readFileSync(new URL('../testing/report-forestry.txt', import.meta.url), 'utf8'))).prose.mentions.map(({ figure }) => figure.start);
    expect(new Set(starts).size).toBe(starts.length);
    expect(starts).toHaveLength(17);
  });

  it('quotes both sentences of a contradiction', () => {
    const quotes = result.findings.find(({ id }) => id === 'D01')?.quotes?.map(({ passage, text }) => [passage, text.replace(/\s/g, '')]);
    expect(quotes).toEqual([
      ['二（三）', '林林业产业融资金额超5.1亿元，惠及林农320户。'],
      ['二（二）', '预算年度内融资额10.2亿元。'],
    ]);
  });
});

describe('other reports', () => {
  it.each([
    ['wrapped', ['I F01.cut']],
    ['decimal-numbering', ['E A07', 'E B01.bands', 'E B03.stated.1', 'E C01.LZ-04', 'W D08.item.2']],
    ['plain-headings', ['E C01.LZ-02']],
  ])('%s', (name, expected) => expect(said(sample(name))).toEqual(expected));
});

describe('one edit of a report', () => {
  const text = readFileSync(new URL('../testing/report-forestry.txt', import.meta.url), 'utf8');
  const edited = (from: string, to: string): string[] => {
    expect(text).toContain(from);
    return said(checked(text.replace(from, to)));
  };

  it.each([
    ['完成预算的 98.99%', '完成预算的 99.98%', 'E A03.stated.1'],
    ['财政拨款支出 440.00 万元', '财政拨款支出 444.00 万元', 'E A01'],
    ['基本支出 5,320.75', '基本支出 5,302.75', 'E A02'],
    ['3个政府性基金', '2个政府性基金', 'E B01.bands'],
    ['共得分91.6分', '共得分89.6分', 'E B03.stated.1'],
    ['指标值98%。2024年度', '指标值97%。2024年度', 'E C04.LZ-01'],
    ['古树名木保护率达99.6%', '古树名木保护率达97.2%', 'E C01.LZ-01'],
    ['2024年度古树名木保护率为99.6%', '2024年度古树名木保护率为99.9%', 'W D01.LZ-01'],
    ['关于开展2024年度财政资金支出绩效自评工作的通知》', '关于开展2023年度财政资金支出绩效自评工作的通知》', 'W D04.2023'],
    ['本部门组织对', '本部门2023年度绩效自评组织对', 'W D04.2023'],
  ])('%s → %s', (from, to, expected) => {
    expect(said(checked(text))).not.toContain(expected);
    expect(edited(from, to)).toContain(expected);
  });

  it.each([
    ['新建和改建公园绿地12.31万平方米。', '新建和改建公园绿地12.31万平方米，主要原因是两处地块移交延后。', 'E C01.LZ-02'],
    ['林业产业融资金额超 5.1 亿元', '林业产业融资金额超 10 亿元', 'W D01.LZ-04'],
    ['关于开展2024年度', '关于开展2025年度', 'W D04.2025'],
    ['（二）个别项目预算执行计划性不强。', '（二）苗木交易中心搬迁影响苗木交易金额，个别项目预算执行计划性不强。', 'W D03.LZ-05'],
  ])('%s → %s answers it', (from, to, expected) => expect(edited(from, to)).not.toContain(expected));
});
