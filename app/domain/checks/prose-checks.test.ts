import { describe, expect, it } from 'vitest';
import { scoreSnapshot } from '../scoring/score-snapshot';
import { createCheckContext } from './form-context';
import { checkContext } from './run-checks';
import { cleanSnapshot } from './testing/snapshot';

/** What one check says about the clean form with other cells: "E key message" or "confirmed message". */
function says(id: string, cells: Readonly<Record<string, string>>): string[] {
  const snapshot = cleanSnapshot(cells);
  const { findings, confirmations } = checkContext(createCheckContext(snapshot, scoreSnapshot(snapshot)));
  return [
    ...findings.filter((one) => one.id === id).map(({ level, key, message }) => `${level} ${key} ${message}`),
    ...confirmations.filter((one) => one.id === id).map(({ message }) => `confirmed ${message}`),
  ];
}

const CONCLUSION = 'narrative.conclusion';
const ACHIEVEMENTS = 'narrative.achievements';
const PROBLEMS = 'narrative.problems';
const MEASURES = 'narrative.measures';

describe('B01: projects counted in prose', () => {
  it.each([
    ['对2个项目开展绩效自评。', ['confirmed 写明的项目总数：2 个项目，与任务中的项目 2 个一致。']],
    ['对1个一般公共预算项目、1个政府性基金项目开展绩效自评。', ['confirmed 按资金来源：1 + 1 = 2 个项目，与任务中的项目 2 个一致。']],
    ['对3个项目开展绩效自评。', ['E B01.total 写明的项目总数：3 个项目，任务中的项目为 2 个，两者不一致，请核对。']],
    ['项目自评得分100分1个，90-100分2个。', ['E B01.bands 按得分分布：1 + 2 = 3 个项目，任务中的项目为 2 个，两者不一致，请核对。']],
    [
      '对2个一般公共预算项目开展绩效自评。',
      ['E B01.general_public_budget “自评结论补充说明”中写一般公共预算项目 2 个，任务中有 1 个，请核对。', 'confirmed 按资金来源：2 个项目，与任务中的项目 2 个一致。'],
    ],
    ['项目自评评价为优的2个、良的1个。', ['E B01.grades 按等级分布：2 + 1 = 3 个项目，任务中的项目为 2 个，两者不一致，请核对。']],
    ['指导8家单位申报45个项目。', []],
  ])('%j', (text, expected) => expect(says('B01', { [CONCLUSION]: text })).toEqual(expected));
});

describe('B02: score bands', () => {
  const bands = (text: string) => says('B02', { [CONCLUSION]: text });

  it.each([
    ['90分（含）以上1个，80分（含）-90分1个，80分以下0个。', ['confirmed']],
    ['90-100分1个，80-90分1个，80分以下0个。', ['I B02', '没有写明 90 分归入“90-100分”还是“80-90分”', '没有写明 80 分']],
    ['90分（含）-100分2个，80分（含）-90分0个。', ['I B02', '80 分以下没有分段']],
    ['95-100分（不含）1个，95分以下1个。', ['I B02', '100 分不在任何一段']],
    ['90分（含）-100分1个，80-90分（含）1个，80分以下0个。', ['I B02', '90 分同时归入']],
    ['91-100分1个，80-90分1个，80分以下0个。', ['I B02', '90 分至 91 分之间没有分段']],
    ['99-100分1个，98-99分1个。', ['E B02', '项目 P01“项目P01”得 97.78 分，不在任何一段']],
    ['90分（含）以上1个，95分（含）-100分（含）1个，90分以下0个。', ['E B02', '项目 P01“项目P01”得 97.78 分，同时落入']],
  ])('%j', (text, parts) => {
    const [said = ''] = bands(text);
    for (const part of parts) expect(said).toContain(part);
  });
});

describe('D01: figures in prose against 实际完成值', () => {
  it.each([
    ['2024年企业年报率达96.81%。', ['confirmed 第 1 项“企业年度报告率”实际完成值 96.81%，“主要成效”所写一致。']],
    ['企业年报率超过96%。', ['confirmed 第 1 项“企业年度报告率”实际完成值 96.81%，“主要成效”所写一致。']],
    ['企业年报率达98.2%。', ['W D01.LZ-01 第 1 项“企业年度报告率”实际完成值 96.81%，“主要成效”中写作 98.2%，两处不一致，请核对；口径不同的请说明。']],
    ['全区经营主体数达13.2万户。', ['W D01.LZ-02 第 2 项“商事主体数”实际完成值 14.6 万户，“主要成效”中写作 13.2万户，两处不一致，请核对；口径不同的请说明。']],
    ['2023年企业年报率达95%，去年企业年报率达95%。', []],
    ['重点行业企业年报率达100%。', []],
  ])('%j', (text, expected) => expect(says('D01', { [ACHIEVEMENTS]: text })).toEqual(expected));

  it('quotes the sentence where it stands', () => {
    const snapshot = cleanSnapshot({ [ACHIEVEMENTS]: '服务更优。企业年报率达98.2%。' });
    const finding = checkContext(createCheckContext(snapshot, scoreSnapshot(snapshot))).findings.find(({ id }) => id === 'D01');
    expect(finding).toMatchObject({
      addresses: [ACHIEVEMENTS, 'indicators.LZ-01.actual'],
      quotes: [{ passage: ACHIEVEMENTS, text: '企业年报率达98.2%。', start: 5, end: 17 }],
    });
  });
});

describe('D02: two results in two places', () => {
  const empty = { 'indicators.LZ-01.actual': '' };
  it('is for indicators whose own cell says nothing', () => {
    const cells = { [ACHIEVEMENTS]: '企业年报率达96.81%。', [PROBLEMS]: '企业年报率仅为91%。' };
    expect(says('D02', cells)).toEqual([]);
    expect(says('D02', { ...cells, ...empty })).toEqual([
      'W D02.LZ-01 第 1 项“企业年度报告率”的完成数，“主要成效”中写作 96.81%，“存在的主要问题”中写作 91%，前后不一致，请核对；口径不同的请说明。',
    ]);
  });

  it('an approximation is the figure it approximates', () => {
    expect(says('D02', { ...empty, [ACHIEVEMENTS]: '企业年报率超96%。', [PROBLEMS]: '企业年报率为96.81%。' })).toEqual([]);
  });
});

describe('D03: indicators that scored nothing', () => {
  const zero = { 'indicators.LZ-03.actual': '4起', 'indicators.LZ-03.deviation': '设备老化' };
  it.each([
    ['监管力量不足。', ['W D03.LZ-03 第 3 项“电梯事故次数”得 0 分（满分 10 分；目标 ≤2起，完成 4起），“存在的主要问题”中没有提到，请补充分析，或说明不列入的理由。']],
    ['电梯事故次数超出目标。', []],
    ['全年电梯事故4起。', []],
  ])('%j', (text, expected) => expect(says('D03', { ...zero, [PROBLEMS]: text })).toEqual(expected));
});

describe('D04: another year', () => {
  it.each([
    ['现将2023年度绩效自评情况说明如下。', ['W D04.2023 “自评结论补充说明”中写的是 2023 年度，本次自评的是 2024 年度，请核对是否沿用了往年文字。']],
    ['现将2024年度绩效自评情况说明如下。', []],
    ['对照2023年度绩效自评发现的问题完成整改。', []],
    ['2021—2023年度连续3年满意度居前。', []],
  ])('%j', (text, expected) => expect(says('D04', { [CONCLUSION]: text })).toEqual(expected));
});

describe('D05: problems and measures', () => {
  it.each([
    ['（一）政府采购滞后。', '（一）提前开展采购。', ['confirmed 第 1 个问题“政府采购滞后”对应第 1 条措施。']],
    ['（一）夜间噪声较大。', '（一）与商户签订公约。', ['confirmed 第 1 个问题“夜间噪声较大”对应第 1 条措施（按顺序）。']],
    [
      '（一）政府采购滞后。\n（二）固定资产盘点不及时。',
      '（一）提前开展采购。',
      ['I D05.problem.2 第 2 个问题“固定资产盘点不及时”没有找到对应的改进措施（共 1 条），请核对。', 'confirmed 第 1 个问题“政府采购滞后”对应第 1 条措施。'],
    ],
    [
      '（一）政府采购滞后。',
      '（一）提前开展采购。\n（二）组织绩效管理培训。',
      ['I D05.measure.2 第 2 条措施“组织绩效管理培训”是一般性要求，没有对应“存在的主要问题”中的任何一个问题。', 'confirmed 第 1 个问题“政府采购滞后”对应第 1 条措施。'],
    ],
  ])('%j and %j', (problems, measures, expected) => expect(says('D05', { [PROBLEMS]: problems, [MEASURES]: measures })).toEqual(expected));
});

describe('D06: a result that only repeats the definition', () => {
  const definition = '通过日常监管和执法检查，规范市场经营秩序';
  const snapshotWith = (actual: string) => {
    const snapshot = cleanSnapshot({ 'indicators.LZ-04.actual': actual });
    const bindings = snapshot.bindings.map((binding, index) => (index === 3 ? { ...binding, definition } : binding));
    return { ...snapshot, bindings };
  };
  it.each([
    [`反映${definition}。`, ['W D06.LZ-04']],
    ['通过日常监管和执法检查，规范了市场经营秩序', ['W D06.LZ-04']],
    ['通过日常监管和执法检查，查处案件126宗，规范市场经营秩序', []],
    [`${definition}，查处8宗`, []],
    ['投诉量明显下降，群众更满意', []],
    ['有效提升', []],
  ])('%j', (actual, expected) => {
    const snapshot = snapshotWith(actual);
    const { findings } = checkContext(createCheckContext(snapshot, scoreSnapshot(snapshot)));
    expect(findings.filter(({ id }) => id === 'D06').map(({ level, key }) => `${level} ${key}`)).toEqual(expected);
  });
});

describe('D08: problems nobody can trace', () => {
  it.each([
    ['（一）个别项目预算执行计划性不强。\n（二）企业年报率偏低。', ['W D08.item.1']],
    ['（一）有3个项目年底才支付。', []],
    ['（一）经营主体统计口径不一。', []],
    ['（一）《内部控制手册》落实不够。', []],
    ['绩效管理有待加强。', ['W D08.item.1']],
    ['无。', []],
  ])('%j', (text, expected) => expect(says('D08', { [PROBLEMS]: text }).map((said) => said.split(' ').slice(0, 2).join(' '))).toEqual(expected));
});

describe('F01 and F02: how a text is set', () => {
  it('finds what copying left', () => {
    expect(says('F01', { [ACHIEVEMENTS]: '培育新质生产力。知\n知识产权保护更有力。' })).toEqual(['I F01.repeated 有 1 处在断行处重复了文字（“知｜知识产权保护更”），请核对原文。']);
    expect(says('F01', { [ACHIEVEMENTS]: '规范市场秩序，\n营造公平环境。' })).toEqual(['I F01.cut 有 1 处段落在分页或换行处断开（“范市场秩序，｜营造公平环境”），请核对原文。']);
  });

  it('a paragraph typed without its full stop is no break in a form', () => expect(says('F01', { [ACHIEVEMENTS]: '加强监管，优化服务\n落实责任，强化考核' })).toEqual([]));

  it('numbers of one level are written one way', () => {
    expect(says('F02', { [ACHIEVEMENTS]: '1.监管更严。\n2.服务更优。', [MEASURES]: '1、加强监管。\n2、优化服务。' })).toEqual([
      'I F02.level-1 序号写法不一致：“主要成效”用“1.”，“下一步改进措施”用“1、”，建议统一。',
    ]);
    expect(says('F02', { [ACHIEVEMENTS]: '（一）监管更严。\n1.抽查。', [MEASURES]: '（一）加强监管。' })).toEqual([]);
  });
});
