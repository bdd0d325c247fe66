import type { Exact } from '../shared/fraction';
import { fraction, fractionOf } from '../shared/fraction-text';

/** Chinese multipliers, longest first. */
export const MULTIPLIERS: readonly (readonly [string, Exact])[] = (
  [
    ['万亿', 12],
    ['千亿', 11],
    ['百亿', 10],
    ['十亿', 9],
    ['亿', 8],
    ['千万', 7],
    ['百万', 6],
    ['十万', 5],
    ['万', 4],
    ['千', 3],
    ['百', 2],
    ['十', 1],
  ] as const
).map(([name, power]) => [name, fractionOf(10n ** BigInt(power), 1n)] as const);

/** Base unit → written forms with the factor into the base unit. 亩 is 2000/3 m², as 1 公顷 = 15 亩. */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '%': { '%': '1', 百分比: '1', 百分数: '1', 百分率: '1', '‰': '0.1', 千分比: '0.1', 成: '10' },
  百分点: { 百分点: '1', 个百分点: '1' },
  元: { 元: '1', 元人民币: '1', 人民币元: '1', 人民币: '1', 圆: '1' },
  米: { 米: '1', m: '1', 延米: '1', 延长米: '1', 毫米: '0.001', mm: '0.001', 厘米: '0.01', cm: '0.01', 分米: '0.1', dm: '0.1', 里: '500', 公里: '1000', 千米: '1000', km: '1000' },
  平方米: {
    平方米: '1',
    平米: '1',
    '㎡': '1',
    m2: '1',
    'm²': '1',
    平方厘米: '0.0001',
    亩: '2000/3',
    公顷: '10000',
    hm2: '10000',
    'hm²': '10000',
    平方公里: '1000000',
    平方千米: '1000000',
    km2: '1000000',
    'km²': '1000000',
  },
  立方米: { 立方米: '1', 立方: '1', 方: '1', 'm³': '1', m3: '1', '㎥': '1', 升: '0.001', l: '0.001', 毫升: '0.000001', ml: '0.000001' },
  公斤: { 毫克: '0.000001', mg: '0.000001', 克: '0.001', g: '0.001', 斤: '0.5', 市斤: '0.5', 公斤: '1', 千克: '1', kg: '1', 吨: '1000', 公吨: '1000', t: '1000' },
  天: { 天: '1', 日: '1', 周: '7', 星期: '7', 个星期: '7', 日历天: '1' },
  工作日: { 工作日: '1', 个工作日: '1' },
  分钟: { 秒: '1/60', 秒钟: '1/60', 分钟: '1', min: '1', 小时: '60', 个小时: '60', h: '60' },
  个月: { 月: '1', 个月: '1', 季度: '3', 个季度: '3', 年: '12', 周年: '12' },
  千瓦: { 瓦: '0.001', 千瓦: '1', kw: '1', 兆瓦: '1000', mw: '1000' },
  千瓦时: { 千瓦时: '1', kwh: '1', 度: '1' },
  千伏: { 伏: '0.001', 千伏: '1', kv: '1' },
  MB: { kb: '1/1024', mb: '1', gb: '1024', tb: '1048576' },
  摄氏度: { 摄氏度: '1', '℃': '1' },
  分贝: { 分贝: '1', db: '1' },
  千伏安: { 千伏安: '1', kva: '1' },
};

/** Written form (Latin letters in lower case) → base unit and factor. A unit that is not listed is its own base. */
export const KNOWN_UNITS: ReadonlyMap<string, readonly [string, Exact]> = new Map(
  Object.entries(TABLE).flatMap(([base, forms]) => Object.entries(forms).map(([written, factor]) => [written, [base, fraction(factor)] as const] as const)),
);

/** Counting words: each is its own base. */
export const COUNTING_WORDS: ReadonlySet<string> = new Set(
  (
    '个 人 名 位 户 家 次 件 项 起 宗 例 桩 头 只 羽 份 本 册 卷 部 套 台 辆 艘 架 张 幅 篇 期 场 场次 人次 批 批次 届 轮 班 种 类 粒 株 棵 块 片 根 条 座 栋 幢 间 所 处 站 盏 ' +
    '口 眼 支 队 组 对 盒 箱 袋 瓶 笔 单 分 倍 岁 床 车次 户次 件次 家次 标段 课时 学时'
  ).split(' '),
);

/** Counting words that name the same thing; one is read as another only with a note. */
export const SAME_COUNT: readonly ReadonlySet<string>[] = [
  new Set(['人', '名', '位']),
  new Set(['起', '宗', '件', '次', '例', '桩']),
  new Set(['户', '家']),
  new Set(['个', '项', '处', '件', '座', '家', '所']),
  new Set(['场', '场次', '次', '期']),
  new Set(['批', '批次']),
  new Set(['份', '本', '册']),
  new Set(['辆', '台']),
  new Set(['株', '棵']),
];
