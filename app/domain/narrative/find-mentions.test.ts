import { describe, expect, it } from 'vitest';
import { findMentions } from './find-mentions';
import type { PassageRole } from './prose';
import { indicators, passage } from './testing/passage';

const NAMED = indicators(
  '企业年度报告率 %',
  '商事主体数/经营主体数 万户',
  '被抽查电梯事故发生次数 起',
  '知识产权质押融资额 亿元',
  '12345工单按期办结率 %',
  '高频事项“一网通办”率 %',
  '城镇新增就业人数 万人',
  '长者饭堂数量 个',
);
const mentions = (text: string, role: PassageRole = 'achievements'): string[] =>
  findMentions(passage(text, role), NAMED).map(({ indicator, says, figure, year }) => `${indicator} ${says} ${figure.value}${figure.unit}${year === null ? '' : ` ${year}`}`);

describe('what prose says of an indicator', () => {
  it.each([
    ['企业年度报告率达96.81%。', ['LZ-01 actual 96.81%']],
    ['2024年度企业年报率为96.81%，位居全市前列。', ['LZ-01 actual 96.81% 2024']],
    ['全区经营主体数14.55万户。', ['LZ-02 actual 14.55万户']],
    ['登记商事主体14.55万户', []],
    ['全区实有商事主体14.55万户，', ['LZ-02 actual 14.55万户']],
    ['知识产权质押融资金额超 8.6 亿元。', ['LZ-04 actual 8.6亿元']],
    ['知识产权保护有力。全年质押融资额突破17亿元。', ['LZ-04 actual 17亿元']],
    ['质押融资额突破17亿元。', []],
    ['12345工单按期办结率99.4%。', ['LZ-05 actual 99.4%']],
    ['高频事项一网通办率达到95%', ['LZ-06 actual 95%']],
    ['城镇新增就业2.36万人，服务更优。', ['LZ-07 actual 2.36万人']],
    ['长者饭堂增加到93个，全年助餐342万人次', ['LZ-08 actual 93个']],
    ['如企业年度报告率，指标值设置为85%，但自评结果超过了96.81%。', ['LZ-01 target 85%', 'LZ-01 actual 96.81%']],
    ['企业年度报告率目标值85%明显偏低', ['LZ-01 target 85%']],
    ['未实现企业年度报告率85%的目标', []],
    ['2023年度企业年报率为95.2%。', ['LZ-01 actual 95.2% 2023']],
    ['（一）企业年度报告率96.81%，', ['LZ-01 actual 96.81%']],
  ])('%j', (text, expected) => expect(mentions(text)).toEqual(expected));

  it.each([
    ['a part of it', '重点行业领域企业年报率100%，'],
    ['another place', '全市企业年报率95%，'],
    ['another year', '去年企业年报率95%，'],
    ['a part of the year', '上半年，企业年报率达60%，'],
    ['a month', '截至6月底，企业年报率达60%，'],
    ['several years', '连续3年企业年报率超95%'],
    ['a change', '企业年报率同比提高2个百分点，'],
    ['a plan', '力争企业年报率达到98%。'],
    ['another thing', '商标知识产权质押融资额3亿元。'],
    ['new ones only', '新登记商事主体2.1万户，'],
    ['another unit', '商事主体数增长85%'],
    ['too far away', '企业年报率稳步提升，为全区营商环境优化作出贡献，检查覆盖率达96%'],
    ['too short a form', '企业率达96.81%。'],
    ['two at once', '企业年报率、商事主体数分别为96.81%、14.55万户'],
    ['a figure without a unit', '企业年度报告率96'],
    ['a multiple', '知识产权质押融资额完成值为目标值的1.73倍'],
  ])('%s is no mention', (_name, text) => expect(mentions(text)).toEqual([]));

  it('measures, tasks and functions say nothing of results', () => {
    for (const role of ['measures', 'tasks', 'basics'] as const) expect(mentions('企业年度报告率达96.81%。', role)).toEqual([]);
  });

  it('objectives state targets', () => expect(mentions('企业年度报告率达到85%以上。', 'objectives')).toEqual(['LZ-01 target 85%']));

  it('a name of two indicators is a name of neither', () => {
    expect(findMentions(passage('抽检合格率96%。'), indicators('抽检合格率 %', '抽检合格率 %'))).toEqual([]);
  });

  it('quotes the sentence with its place', () => {
    const text = '服务更优。\n\n知识产权质押融资金额超 8.6 亿元；其他。';
    const [mention] = findMentions(passage(text, 'achievements', 40), NAMED);
    expect(mention?.quote.text).toBe('知识产权质押融资金额超 8.6 亿元；');
    expect(text.slice(mention!.quote.start - 40, mention!.quote.end - 40)).toBe(mention!.quote.text);
    expect(text.slice(mention!.figure.start - 40, mention!.figure.end - 40)).toBe('8.6 亿元');
  });
});
