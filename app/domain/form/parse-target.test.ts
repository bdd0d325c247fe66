import { describe, expect, it } from 'vitest';
import { parseTarget } from './parse-target';

function read(text: string, unit = '', fiscalYear: number | null = null): string {
  const target = parseTarget(text, unit, fiscalYear);
  if (target.kind === 'none') return `none: ${target.text}`;
  if (target.kind === 'words') return `words: ${target.text}`;
  const notes = target.assumptions.length > 0 ? ` | ${target.assumptions.join('；')}` : '';
  if (target.kind === 'date') return `${target.date}${notes}`;
  if (target.kind === 'range') return `${target.low}…${target.high} ${target.unit}${notes}`;
  return `${target.comparator ?? '-'} ${target.value} ${target.unit}${target.deadline ? ` by ${target.deadline}` : ''}${notes}`;
}

describe('target texts', () => {
  it.each([
    ['≥85%', '', 'gte 85 %'],
    ['≧85％', '', 'gte 85 %'],
    ['>= 75 %(百分比)', '', 'gte 75 %'],
    ['＞=85%', '', 'gte 85 %'],
    ['≥100百分比', '%', 'gte 100 百分比'],
    ['大于等于90%', '', 'gte 90 %'],
    ['不少于12种', '', 'gte 12 种'],
    ['不低于95%', '', 'gte 95 %'],
    ['至少6次', '', 'gte 6 次'],
    ['90%以上', '', 'gte 90 %'],
    ['90%(含)以上', '', 'gte 90 %'],
    ['≤ 30 万元', '', 'lte 30 万元'],
    ['<=5%', '', 'lte 5 %'],
    ['不超过10次', '', 'lte 10 次'],
    ['控制在5%以内', '', 'lte 5 %'],
    ['5%以内', '', 'lte 5 %'],
    ['＞10', '个', 'gt 10 个 | 目标值未写单位，按计量单位“个”读'],
    ['<3', '', 'lt 3 '],
    ['=100%', '', 'eq 100 %'],
    ['═300天', '', 'eq 300 天'],
    ['= 512 人', '', 'eq 512 人'],
    ['14.6万户', '', '- 14.6 万户'],
    ['14.6 万户', '万户', '- 14.6 万户'],
    ['14.6', '万户', '- 14.6 万户 | 目标值未写单位，按计量单位“万户”读'],
    ['0起', '', '- 0 起'],
    ['0', '起', '- 0 起 | 目标值未写单位，按计量单位“起”读'],
    ['2 亿', '亿元', '- 2 亿元 | “亿”后未写单位，按“亿元”读'],
    ['2 亿', '元', '- 2 亿元 | “亿”后未写单位，按“亿元”读'],
    ['2 亿', '万元', '- 2 亿元 | “亿”后未写单位，按“亿元”读'],
    ['2亿元', '', '- 2 亿元'],
    ['2 亿', '', '- 2 亿'],
    ['2370人', '', '- 2370 人'],
    ['1.2万亩', '', '- 1.2 万亩'],
    ['550万粒', '', '- 550 万粒'],
    ['2.6亿元', '', '- 2.6 亿元'],
    ['89', '', '- 89 '],
    ['100.00%', '', '- 100.00 %'],
    ['0.4 %', '', '- 0.4 %'],
    ['-5%', '', '- -5 %'],
    ['43.2', '', '- 43.2 '],
    ['有效提升', '', 'words: 有效提升'],
    ['定性 好坏', '', 'words: 定性 好坏'],
    ['/', '', 'none: /'],
    ['无', '', 'none: 无'],
    ['—', '', 'none: —'],
    ['M.8万元', '', 'words: M.8万元'],
    ['每亩300', '', 'words: 每亩300'],
    ['2021年12月完成', '', '2021-12-31 | “2021年12月”按最迟 2021年12月31日 读'],
    ['11月底完成100%', '', 'words: 11月底完成100%'],
    ['90-95%', '', '90…95 % | “90”后未写单位，按“90%”读'],
    ['9月前', '', 'words: 9月前'],
  ])('%s with unit "%s" → %s', (text, unit, expected) => expect(read(text, unit)).toBe(expected));
});
