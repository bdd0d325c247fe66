import { describe, expect, it } from 'vitest';
import { parseTarget } from './parse-target';
import { readActual } from './read-actual';

function read(targetText: string, typed: string, fiscalYear: number | null = 2021): string {
  const actual = readActual(typed, parseTarget(targetText, '', fiscalYear), fiscalYear);
  switch (actual.kind) {
    case 'number': {
      const conversion = actual.conversion === null ? '' : ` × ${actual.conversion.factor}`;
      const sign = actual.comparator === null ? '' : `${actual.comparator} `;
      return `${sign}${actual.value} ${actual.unit}${conversion}${actual.date ? ` on ${actual.date}` : ''}${notes(actual.assumptions)}`;
    }
    case 'date':
      return `${actual.date} (${actual.precision})${notes(actual.assumptions)}`;
    case 'none':
      return `none: ${actual.text}`;
    case 'words':
      return `!${actual.reason}`;
    case 'empty':
      return 'empty';
  }
}
const notes = (assumptions: readonly string[]): string => (assumptions.length > 0 ? ` | ${assumptions.join('；')}` : '');

describe('actuals against a figure', () => {
  it.each([
    ['≥8 万亩', '8', '8 万亩 | 未写单位，按目标值单位“万亩”读作 8万亩'],
    ['≥8 万亩', '80000亩', '8 万亩 × 0.0001 | “亩”换算为“万亩”，读作 8万亩'],
    ['≥1公顷', '1亩', '1/15 公顷 × 1/15 | “亩”换算为“公顷”，读作 1/15公顷'],
    ['≥360天', '≥360天', 'gte 360 天 | 完成值带有“≥”，按 360天 计'],
    ['=300天', '300', '300 天 | 未写单位，按目标值单位“天”读作 300天'],
    ['100%', '100', '100 % | 未写单位，按目标值单位“%”读作 100%'],
    ['100', '100%', '100  | 本项没有计量单位，“%”只取其数值，读作 100'],
    ['≥100百分比', '100', '100 % | 未写单位，按目标值单位“%”读作 100%'],
    ['100%', '100百分比', '100 %'],
    ['>= 98 %(百分比)', '100%', '100 %'],
    ['90%', '0.95', '0.95 % | 未写单位，按目标值单位“%”读作 0.95%；0.95% 远小于目标值，如填的是比值，请写成百分数'],
    ['0.4 %', '0.1', '0.1 % | 未写单位，按目标值单位“%”读作 0.1%'],
    ['0起', '0', '0 起 | 未写单位，按目标值单位“起”读作 0起'],
    ['2.6亿元', '25,000万元', '2.5 亿元 × 0.0001 | “万元”换算为“亿元”，读作 2.5亿元'],
    ['14.6万户', '145500户', '14.55 万户 × 0.0001 | “户”换算为“万户”，读作 14.55万户'],
    ['≥50厘米', '0.6米', '60 厘米 × 100 | “米”换算为“厘米”，读作 60厘米'],
    ['20万元', '１９．５万元', '19.5 万元'],
    ['11月底完成100%', '100%', '100 %'],
    ['11月底完成100%', '2021年11月25日完成100%', '100 % on 2021-11-25'],
    ['90-95%', '93', '93 % | 未写单位，按目标值单位“%”读作 93%'],
    ['有效提升', '95%', '95 %'],
    ['/', '3个', '3 个'],
    ['6月', '5', '!“5”没有写完成的日期'],
    ['100%', '无', 'none: 无'],
    ['100%', ' ', 'empty'],
    ['11个', '0', '0 个 | 未写单位，按目标值单位“个”读作 0个'],
  ])('%s: %s → %s', (target, typed, expected) => expect(read(target, typed)).toBe(expected));

  it.each([
    ['≤30万元', '完成', '不是数字'],
    ['≥10户', '14.55人', '单位“人”与本项单位“户”不符'],
    ['≥600笔', '超600笔', '不是确切的数字'],
    ['≥600笔', '＞600笔', '不是确切的数字'],
    ['43.2', '37.24万元', '目标值没有写单位，无法判断“万元”与它如何比较'],
    ['100%', '90-95%', '是一个区间'],
    ['100%', '90%～95%', '是一个区间'],
    ['20万元', 'M.8万元', '字母可能是数字之误'],
    ['3个', '2021年12月完成', '是时间'],
    ['300元/亩', '300元', '不符'],
    ['≥5%', '5个百分点', '不符'],
  ])('%s: %s is words: %s', (target, typed, reason) => expect(read(target, typed)).toMatch(new RegExp(`^!.*${reason}`)));
});

describe('actuals against a date', () => {
  it.each([
    ['12月31日前', '2021年12月25日', '2021-12-25 (day)'],
    ['12月31日前', '20211225', '2021-12-25 (day)'],
    ['12月31日前', '12月25日', '2021-12-25 (day) | 未写年份，按预算年度 2021 年读'],
    ['2021年12月完成', '2021年12月完成', '2021-12-31 (period) | “2021年12月”按最后一日 2021年12月31日 读'],
    ['2021年12月完成', '已于2021年11月3日完成', '2021-11-03 (day)'],
    ['年底前', '11月底', '2021-11-30 (day) | 未写年份，按预算年度 2021 年读；“11月底”按最后一日 2021年11月30日 读'],
    ['年底前', '2021年11月完成招标', '2021-11-30 (period) | “2021年11月”按最后一日 2021年11月30日 读；只取其中的日期，“招标”不计'],
    ['年底前', '/', 'none: /'],
  ])('%s: %s → %s', (target, typed, expected) => expect(read(target, typed)).toBe(expected));

  it.each([
    ['12月31日前', '提前完成', '没有写完成的日期'],
    ['12月31日前', '100%', '没有写完成的日期'],
    ['12月31日前', '2021年12月31日前未完成', '除日期外还有其他内容'],
    ['12月31日前', '2021年2月29日', '不是有效日期'],
  ])('%s: %s is words: %s', (target, typed, reason) => expect(read(target, typed)).toMatch(new RegExp(`^!.*${reason}`)));
});
