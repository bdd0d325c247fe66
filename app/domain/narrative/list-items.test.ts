import { describe, expect, it } from 'vitest';
import { listItems } from './list-items';
import { markerOf } from './numbering';
import { paragraphsIn } from './paragraphs';
import { linkProblems } from './problem-links';

const items = (text: string): string[] => listItems(paragraphsIn(text)).items.map(({ title, body }) => `${title}|${body.text.length}`);
const titles = (text: string): string[] => listItems(paragraphsIn(text)).items.map(({ title }) => title);

describe('numbers of items', () => {
  it.each([
    ['一、基本情况', '一、', 1],
    ['十二、附则', '一、', 12],
    ['二十一、其他', '一、', 21],
    ['(三)成效', '（一）', 3],
    ['1.商事主体数', '1.', 1],
    ['12、监督抽查', '1、', 12],
    ['(4)新增学位', '（1）', 4],
    ['3)执法', '1）', 3],
    ['③执法', '①', 3],
    ['1.1主要职责', '1.1', 1],
    ['2.3.2结果应用', '1.1', 2],
    ['第三部分决算', '第一部分', 3],
    ['1.2024年度工作', '1.', 1],
  ])('%j', (text, style, number) => expect(markerOf(text)).toMatchObject({ style, number }));

  it.each(['1.5亿元', '85.2%', '14.55万户', '一是加强', '2024年', '十分重要', '(含税)'])('%j begins with none', (text) => expect(markerOf(text)).toBeNull());
});

describe('a list', () => {
  it.each([
    ['（一）指标不精确。\n年初未充分考虑。\n（二）执行慢。', ['指标不精确|14', '执行慢|4']],
    ['存在以下问题：\n1.监管不足；2.宣传不够。', ['监管不足|5', '宣传不够|5']],
    ['主要指标：1.年报率，目标85%；2.主体数，目标14.6万户。', ['年报率，目标85%|10', '主体数，目标14.6万户|13']],
    ['一是预算编制不细；二是支付较慢。', ['预算编制不细|7', '支付较慢|5']],
    ['监管力量不足。\n宣传不够。', ['监管力量不足|7', '宣传不够|5']],
    ['（一）监管：全年检查 1. 企业；2. 学校。', ['监管|17']],
  ])('%j', (text, expected) => expect(items(text)).toEqual(expected));

  it('keeps what stands before it apart', () => {
    const { intro } = listItems(paragraphsIn('主要问题如下：\n（一）监管不足。'));
    expect(intro.map(({ text }) => text)).toEqual(['主要问题如下:']);
  });

  it('an item without text is an item', () => expect(titles('1.\n2.执行慢。')).toEqual(['', '执行慢']));
});

describe('problems and measures', () => {
  const link = (problems: string, measures: string) => linkProblems(listItems(paragraphsIn(problems)).items, listItems(paragraphsIn(measures)).items);

  it('are tied by the topics both name', () => {
    expect(
      link('（一）绩效指标设置不够精确。\n（二）个别项目预算执行较慢。', '（一）强化预算编制。监督预算执行全过程。\n（二）完善绩效指标的设置。\n（三）严格项目经费管理。\n（四）发挥绩效评价的作用。组织开展绩效管理培训。'),
    ).toEqual({ measuresOf: [[2], [1, 3]], byPlace: [], general: [4] });
  });

  it('are tied by particular words', () => {
    expect(link('（一）老旧电梯隐患突出。\n（二）学生体质偏弱。', '（一）增加体育课时，改善学生体质。\n（二）更换老旧电梯。\n（三）增设便民点。').measuresOf).toEqual([[2], [1]]);
  });

  it('of one length are paired in order where nothing else tells', () => {
    expect(link('（一）夜间噪声较大。\n（二）政府采购滞后。', '（一）与商户签订公约。\n（二）提前开展采购。')).toEqual({ measuresOf: [[1], [2]], byPlace: [1], general: [] });
  });

  it('a problem may have no measure', () => {
    expect(link('（一）政府采购滞后。\n（二）资产盘点不及时。', '（一）提前开展采购。\n（二）组织绩效管理培训。').measuresOf).toEqual([[1], []]);
    expect(link('（一）政府采购滞后。\n（二）固定资产盘点不及时。', '（一）提前开展采购。\n（二）优化信息系统。').measuresOf).toEqual([[1], []]);
  });
});
