import { describe, expect, it } from 'vitest';
import { paragraphsIn, spanOf } from './paragraphs';

const texts = (text: string): string[] => paragraphsIn(text).map((paragraph) => paragraph.text);
const cuts = (text: string) => paragraphsIn(text).flatMap((paragraph) => paragraph.cuts.map(({ index, repeated }) => [paragraph.text.slice(0, index), repeated]));

describe('a paragraph', () => {
  it.each([
    ['全年　预算数 23,758.69 万元', '全年预算数23,758.69万元'],
    ['８．６ 亿元，９９．９２％', '8.6亿元，99.92%'],
    ['分别为１００，２００个', '分别为100,200个'],
    ['分别为 100，200 个', '分别为100，200个'],
    ['１２，３４５户', '12,345户'],
    ['采用 GB T 9704 标准', '采用GB T 9704标准'],
    ['共计,其中', '共计，其中'],
    ['下降−3%', '下降-3%'],
  ])('%j is read as %j', (written, read) => expect(texts(written)).toEqual([read]));

  it('keeps the place of every character', () => {
    const text = '甲 乙　８.６ 亿\n\n丙';
    for (const paragraph of paragraphsIn(text)) {
      const { start, end } = spanOf(paragraph, 0, paragraph.text.length);
      expect(text.slice(start, end).replace(/\s/g, '').length).toBe(paragraph.text.length);
    }
    expect(spanOf(paragraphsIn(text)[0]!, 2, 5)).toEqual({ start: 4, end: 7 });
  });
});

describe('a page break', () => {
  it.each([
    ['inside a word', '负责监管，依法查处侵犯商\n\n标专利的行为，', ['负责监管，依法查处侵犯商标专利的行为，']],
    ['after a comma', '规范市场秩序，\n\n营造公平环境。', ['规范市场秩序，营造公平环境。']],
    ['after a bracket in running text', '得分100分7个，95-100分（不含）\n7个，90-95分5个。', ['得分100分7个，95-100分(不含)7个，90-95分5个。']],
    ['inside a figure', '按支出性质看，基本支出19,\n830.53万元。', ['按支出性质看，基本支出19,830.53万元。']],
    ['before closing punctuation', '组织开展安全检查\n\n，排查隐患。', ['组织开展安全检查，排查隐患。']],
    ['at the end of a wrapped line', '公路水路和城市客运的行业管理以及公路养护路政执法和交通运输安\n全生产监督管理。', ['公路水路和城市客运的行业管理以及公路养护路政执法和交通运输安全生产监督管理。']],
  ])('%s is joined', (_name, written, read) => expect(texts(written)).toEqual(read));

  it.each([
    ['a finished sentence', '推进改革。\n\n深化服务。'],
    ['a heading', '主要工作成效\n全年登记企业 300 户。'],
    ['a numbered heading', '（一）部门职能\n负责监管。'],
    ['a line before a number', '主要任务：\n1. 监督抽查'],
    ['a title', '关于2024年度部门整体支出绩效自评情况的工作报告\n部门名称：某某局'],
    ['a label', '部门名称：青河街道办事处\n\n基本情况'],
    ['a quotation that stands apart', '全市评议，荣获“先进单位”\n\n服务更优'],
    ['a table row', '商事主体数 14.6 14.55\n电梯事故 0 0'],
  ])('%s is no break', (_name, text) => expect(texts(text)).toHaveLength(2));

  it.each([
    ['培育新质生产力。知\n\n知识产权融资额', [['培育新质生产力。知', '知']]],
    ['推进，开展知识产权\n\n知识产权保护', [['推进，开展知识产权', '知识产权']]],
    ['保护知识、产权，加强知识产权培育知\n\n识产权，知识产权', [['保护知识、产权，加强知识产权培育知', '']]],
    ['推进平安建设，人\n\n人有责，', [['推进平安建设，人', '']]],
    ['查处违法行为，侵犯商\n\n标', [['查处违法行为，侵犯商', '']]],
  ])('%j gives what it repeats', (text, found) => expect(cuts(text)).toEqual(found));

  it('leaves the repeated character out of what is read', () => {
    expect(texts('新质生产力。知\n\n知识产权融资额超 8.6 亿元。')).toEqual(['新质生产力。知识产权融资额超8.6亿元。']);
  });
});
