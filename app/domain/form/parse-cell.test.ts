import { describe, expect, it } from 'vitest';
import type { CellKind } from './form-model';
import { parseCell, type ParseSpec } from './parse-cell';

const spec = (kind: CellKind, more: Partial<ParseSpec> = {}): ParseSpec => ({ kind, unit: '', required: true, maxLength: 60, ...more });

/** "23700 万元 | assumption", "!reason" or "empty". */
function read(parsing: ParseSpec, typed: string): string {
  const parsed = parseCell(parsing, typed);
  if (parsed.status === 'empty') return 'empty';
  if (parsed.status === 'invalid') return `!${parsed.reason}`;
  const { value } = parsed;
  const notes = parsed.assumptions.length > 0 ? ` | ${parsed.assumptions.join('；')}` : '';
  switch (value.kind) {
    case 'number':
      return `${value.decimal} ${value.unit}${notes}`;
    case 'text':
      return value.text + notes;
    case 'yes_no':
      return (value.yes ? '是' : '否') + notes;
    case 'tier':
      return value.tier + notes;
    case 'date':
      return value.date + notes;
  }
}

describe('money in 万元', () => {
  const money = spec('money', { unit: '万元' });
  it.each([
    ['23,758.69', '23758.69 万元'],
    ['２３，７５８．６９', '23758.69 万元'],
    ['23，758.69', '23758.69 万元'],
    ['23 758.69', '23758.69 万元'],
    [' 89.974 ', '89.974 万元'],
    ['23758.69万元', '23758.69 万元'],
    ['23758.69 万', '23758.69 万元 | “万”后未写单位，按“万元”读，读作 23758.69万元'],
    ['2.37亿元', '23700 万元 | “亿元”换算为“万元”，读作 23700万元'],
    ['2.37亿', '23700 万元 | “亿”后未写单位，按“亿元”读，读作 23700万元'],
    ['237,401,100元', '23740.11 万元 | “元”换算为“万元”，读作 23740.11万元'],
    ['￥237,401,100', '23740.11 万元 | “元”换算为“万元”，读作 23740.11万元'],
    ['0.01元', '0.000001 万元 | “元”换算为“万元”，读作 0.000001万元'],
    ['0', '0 万元'],
    ['00012.50', '12.50 万元'],
    ['12。5', '12.5 万元 | “。”按小数点读'],
    ['+5', '5 万元'],
    ['.5', '0.5 万元'],
  ])('%s → %s', (typed, expected) => expect(read(money, typed)).toBe(expected));

  it.each([
    ['无', '确实为零请填 0'],
    ['/', '确实为零请填 0'],
    ['—', '确实为零请填 0'],
    ['约3亿元', '不是确切的数字'],
    ['1,23', '千位分隔符的位置不对'],
    ['12 34', '千位分隔符的位置不对'],
    ['1.2E+05', '科学记数法'],
    ['三百万元', '不是数字'],
    ['100-200', '是一个区间'],
    ['12人', '单位“人”与本项单位“万元”不符'],
    ['0.0000001', '最多 6 位小数'],
    ['123456789012345', '金额过大'],
    ['-1', '不能为负数'],
    ['≥5', '请只填写数字'],
    ['5²', '不符'],
    ['①', '不是数字'],
    ['1'.repeat(31), '位数过多'],
    ['1'.repeat(61), '最多 60 个字'],
    ['=1+1', '里不止一个数'],
    ['=1', '请只填写数字'],
  ])('refuses %s: %s', (typed, reason) => expect(read(money, typed)).toMatch(new RegExp(`^!.*${reason}`)));

  it('gives an example of what is accepted', () => expect(read(money, '无')).toContain('例如 23,758.69 或 2.37亿元'));

  it('takes signs where the cell is signed', () => {
    const signed = { ...money, signed: true };
    expect(read(signed, '-1,200.5')).toBe('-1200.5 万元');
    expect(read(signed, '－３')).toBe('-3 万元');
    expect(read(signed, '−3')).toBe('-3 万元');
    expect(read(signed, '(12.5)')).toBe('-12.5 万元 | 括号内的数按负数读');
    expect(read(signed, '（12.5）')).toBe('-12.5 万元 | 括号内的数按负数读');
  });

  it('reads "nothing" in an optional cell as empty', () => expect(read({ ...money, required: false }, '无')).toBe('empty'));
});

describe('quantity with the unit of the target', () => {
  it.each([
    ['万户', '14.55万户', '14.55 万户'],
    ['万户', '14.55 万 户', '14.55 万户'],
    ['万户', '14.55', '14.55 万户 | 未写单位，按目标值单位“万户”读作 14.55万户'],
    ['万户', '14.55万', '14.55 万户 | “万”后未写单位，按“万户”读，读作 14.55万户'],
    ['万户', '145,500户', '14.55 万户 | “户”换算为“万户”，读作 14.55万户'],
    ['万亩', '8', '8 万亩 | 未写单位，按目标值单位“万亩”读作 8万亩'],
    ['亩', '1.2万亩', '12000 亩 | “万亩”换算为“亩”，读作 12000亩'],
    ['亩', '2公顷', '30 亩 | “公顷”换算为“亩”，读作 30亩'],
    ['亿元', '17.3亿元', '17.3 亿元'],
    ['亿元', '17.3 亿', '17.3 亿元 | “亿”后未写单位，按“亿元”读，读作 17.3亿元'],
    ['亿元', '173000万元', '17.3 亿元 | “万元”换算为“亿元”，读作 17.3亿元'],
    ['%', '96.81%', '96.81 %'],
    ['%', '９６．８１％', '96.81 %'],
    ['%', '100百分比', '100 %'],
    ['%', '100', '100 % | 未写单位，按目标值单位“%”读作 100%'],
    ['%', '9‰', '0.9 % | “‰”换算为“%”，读作 0.9%'],
    ['', '100%', '100  | 本项没有计量单位，“%”只取其数值，读作 100'],
    ['', '14726', '14726 '],
    ['天', '≥360天', '360 天 | 完成值带有“≥”，按 360天 计'],
    ['米', '≥266米', '266 米 | 完成值带有“≥”，按 266米 计'],
    ['种', '不少于12种', '12 种 | 完成值带有“不少于”，按 12种 计'],
    ['起', '0起', '0 起'],
    ['起', '0次', '0 起 | 单位“次”与“起”不同，按同一计数单位读，读作 0起'],
    ['人', '1.2万人', '12000 人 | “万人”换算为“人”，读作 12000人'],
    ['粒', '550万粒', '5500000 粒 | “万粒”换算为“粒”，读作 5500000粒'],
    ['公里', '300千米', '300 公里'],
    ['平方米', '120㎡', '120 平方米'],
    ['%', '-5%', '-5 %'],
    ['万元', '1000000000000000', '1000000000000000 万元 | 未写单位，按目标值单位“万元”读作 1000000000000000万元'],
  ])('unit %s: %s → %s', (unit, typed, expected) => expect(read(spec('quantity', { unit }), typed)).toBe(expected));

  it.each([
    ['户', '14.55人', '单位“人”与本项单位“户”不符'],
    ['起', '未发生', '不是数字'],
    ['万户', '全部完成', '不是数字'],
    ['笔', '超600笔', '不是确切的数字'],
    ['笔', '600余', '不是确切的数字'],
    ['笔', '＞600笔', '不是确切的数字'],
    ['%', '90-95%', '是一个区间'],
    ['%', '90%～95%', '里不止一个数|是一个区间'],
    ['公顷', '1亩', '除不尽'],
    ['%', '12个', '不符'],
    ['%', '5个百分点', '不符'],
    ['元', '每亩300', '不是数字'],
    ['个', '3个项目均已通过竣工验收', '还有其他文字'],
    ['月', '9月前', '是时间要求'],
  ])('unit %s refuses %s: %s', (unit, typed, reason) => expect(read(spec('quantity', { unit }), typed)).toMatch(new RegExp(`^!.*(${reason})`)));
});

describe('other kinds', () => {
  it.each([
    ['count', '人', '120', '120 人'],
    ['count', '人', '１２０人', '120 人'],
    ['count', '人', '1.2万', '12000 人 | “万”后未写单位，按“万人”读，读作 12000人'],
    ['count', '个', '0', '0 个'],
    ['percent', '', '96.81', '96.81 %'],
    ['percent', '%', '-3.5％', '-3.5 %'],
    ['decimal', '元', '21,850', '21850 元'],
    ['yes_no', '', '是', '是'],
    ['yes_no', '', ' 否 ', '否'],
    ['yes_no', '', '有', '是 | “有”按“是”读'],
    ['yes_no', '', '无', '否 | “无”按“否”读'],
    ['tier', '', '达成年度指标', 'achieved'],
    ['tier', '', '部分达成年度指标并具有一定效果', 'partly'],
    ['tier', '', '未达成年度指标且效果较差', 'missed'],
    ['tier', '', '达成', 'achieved | “达成”按“达成年度指标”读'],
    ['tier', '', '达成预期指标', 'achieved | “达成预期指标”按“达成年度指标”读'],
    ['tier', '', '部分达成', 'partly | “部分达成”按“部分达成年度指标并具有一定效果”读'],
    ['tier', '', '未达成', 'missed | “未达成”按“未达成年度指标且效果较差”读'],
    ['date', '', '2024-12-25', '2024-12-25'],
    ['date', '', '2024年12月25日', '2024-12-25'],
    ['date', '', '2024/1/5', '2024-01-05'],
    ['date', '', '20241225', '2024-12-25'],
    ['date', '', '２０２４．２．２９', '2024-02-29'],
    ['long_text', '', '  两行\n文字 ', '两行\n文字'],
    ['text', '', ' ', 'empty'],
    ['money', '万元', '\u3000\t', 'empty'],
  ] as const)('%s (%s) %j → %s', (kind, unit, typed, expected) => expect(read(spec(kind, { unit }), typed)).toBe(expected));

  it.each([
    ['count', '个', '1.5', '应为不小于 0 的整数'],
    ['count', '个', '-1', '应为不小于 0 的整数'],
    ['yes_no', '', '也许', '应为“是”或“否”'],
    ['tier', '', '基本达成', '不是评判等级'],
    ['tier', '', 'constructor', '不是评判等级'],
    ['date', '', '2023-02-29', '不是有效日期'],
    ['date', '', '2024年12月', '不是有效日期'],
    ['date', '', '2024-13-01', '不是有效日期'],
  ] as const)('%s (%s) refuses %j: %s', (kind, unit, typed, reason) => expect(read(spec(kind, { unit }), typed)).toMatch(new RegExp(`^!.*${reason}`)));

  it('keeps points within the weight', () => {
    const points = spec('points', { unit: '分', maximum: '5' });
    expect(read(points, '4.98')).toBe('4.98 分');
    expect(read(points, '5分')).toBe('5 分');
    expect(read(points, '5.01')).toBe('!得分不能超过本项分值 5 分，例如 4.98');
    expect(read(points, '-0.1')).toMatch(/^!得分不能为负数/);
  });
});
