import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport, type ReadReport } from './read-report';

const sample = (name: string): ReadReport => readReport(readFileSync(new URL(`../testing/report-${name}.txt`, import.meta.url), 'utf8'));
const values = (report: ReadReport, prefix: string): Record<string, string> =>
  Object.fromEntries(report.cells.filter(({ address }) => address.startsWith(prefix)).map(({ address, value }) => [address.slice(prefix.length), value]));
const unread = (report: ReadReport): string[] => report.unread.map(({ what, reason }) => `${what}：${reason}`);
const sections = (report: ReadReport): string[] => report.passages.map(({ key, role }) => `${key} ${role}`);

describe('a report of the usual structure', () => {
  const report = sample('forestry');

  it('has a title over two lines, a unit and a year', () => {
    expect(values(report, 'report.')).toMatchObject({ title: '云岭区林业和园林局2024年部门整体支出绩效自评报告', unit_name: '云岭区林业和园林局', fiscal_year: '2024' });
    expect(report).toMatchObject({ fiscalYear: 2024, isReport: true });
  });

  it('has its sections by number', () => {
    expect(sections(report)).toEqual([
      '一（一） basics',
      '一（二） budget',
      '一（三） objectives',
      '一（四） tasks',
      '二（一） conclusion',
      '二（二） completion',
      '二（三） achievements',
      '三 problems',
      '四 measures',
    ]);
  });

  it('states its money', () => {
    expect(values(report, 'budget.')).toEqual({
      annual_budget: '8,640.50万元',
      executed: '8,553.20万元',
      'source.general_public_budget': '8,113.20万元',
      'source.government_fund_budget': '440.00万元',
      'nature.basic_expenditure': '5,320.75万元',
      'nature.project_expenditure': '3,232.45万元',
      year_end_carryover: '301.40万元',
    });
  });

  it('states projects, bands, score and grade', () => {
    expect(values(report, 'report.')).toMatchObject({
      execution_rate: '98.99%',
      'projects.general_public_budget': '11',
      'projects.government_fund_budget': '3',
      'score_bands.2': '95-100分(不含) 6个',
      indicator_count: '30',
      self_score: '91.6',
      grade: '优',
    });
  });

  it('joins definition, target and result of an indicator by its name', () => {
    expect(values(report, 'indicators.LZ-02.')).toEqual({
      name: '新增绿地面积',
      definition: '指当年新建和改建的公园绿地面积',
      target: '12.5万平方米',
      stated_target: '12.5万平方米',
      actual: '12.31万平方米',
    });
    expect(report.objectiveOrder.slice(0, 3)).toEqual(['LZ-01', 'LZ-02', 'LZ-03']);
    expect(report.completionOrder.slice(0, 3)).toEqual(['LZ-02', 'LZ-01', 'LZ-03']);
  });

  it('says what it supposed', () => {
    const supposed = report.cells.filter(({ assumptions }) => assumptions.length > 0).map(({ address, value, assumptions }) => [address, value, assumptions.join()]);
    expect(supposed).toEqual([
      ['indicators.LZ-03.target', '0起', '目标值为 0 且没有写符号，按不超过读'],
      ['indicators.LZ-03.actual', '0起', '“未发生”按完成值 0 读'],
      ['indicators.LZ-05.actual', '0亿元', '没有写完成值，“未在预算年度内组织”按未开展、完成值 0 读'],
    ]);
    expect(values(report, 'indicators.LZ-05.').deviation).toMatch(/^由于苗木交易中心年内搬迁.*活动。$/);
  });

  it('lists problems and measures', () => {
    expect(values(report, 'narrative.problems.')).toEqual({ 1: '绩效指标设置不够精确', 2: '个别项目预算执行计划性不强' });
    expect(Object.keys(values(report, 'narrative.measures.'))).toHaveLength(4);
  });

  it('leaves nothing unread', () => expect(unread(report)).toEqual([]));
});

describe('a report with another skeleton and wrapped lines', () => {
  const report = sample('wrapped');

  it('is read', () => {
    expect(values(report, 'report.')).toMatchObject({ unit_name: '海湾市交通运输局', fiscal_year: '2021', self_score: '96.5', grade: '优', 'projects.total': '9', 'grade_counts.excellent': '7' });
    expect(values(report, 'budget.')).toEqual({
      initial_budget: '5,200.00万元',
      adjustments: '310.00万元',
      annual_budget: '5,510.00万元',
      executed: '5,437.62万元',
      'nature.basic_expenditure': '3,018.40万元',
      'nature.project_expenditure': '2,419.22万元',
      prior_year_carryover: '120.50万元',
    });
    expect(values(report, 'basics.staff')).toEqual({ _authorised: '86', _in_post: '81' });
  });

  it('has its targets where it states its results', () => {
    expect(report.indicators.map(({ name, target, comparator }) => [name, target, comparator])).toEqual([
      ['农村公路养护里程', '1,250公里', 'gte'],
      ['公交正点率', '≥92%', 'gte'],
      ['道路运输较大事故起数', '0起', 'lte'],
      ['客运站改造完成时间', '2021年11月底前', 'gte'],
    ]);
    expect(values(report, 'indicators.LZ-02.')).toMatchObject({ actual: '91.4%', deviation: '全年公交正点率为91.4%，主要原因是东城大道封闭施工。' });
    expect(values(report, 'indicators.LZ-04.').actual).toBe('2021年10月20日');
  });

  it('finds problems and measures in one chapter', () => {
    expect(values(report, 'narrative.problems.')[1]).toBe('公交正点率未达目标');
    expect(values(report, 'narrative.measures.')).toEqual({ 1: '优化施工期间的公交线路', 2: '提前启动政府采购，均衡支付进度' });
  });

  it('says what is missing', () => {
    expect(unread(report)).toEqual([
      '标题与正文之间的文字：不属于自评报告的任何一部分',
      '一般公共预算财政拨款支出：收支情况部分没有写出',
      '年末结转和结余：收支情况部分没有写出',
      '绩效目标完成情况：没有与绩效目标对应的指标名称，也没有写指标值',
      '主要工作成效：没有找到这一部分',
    ]);
  });
});

describe('a report with decimal numbering and full-width digits', () => {
  const report = sample('decimal-numbering');

  it('is read', () => {
    expect(report.fiscalYear).toBe(2023);
    expect(sections(report).slice(0, 4)).toEqual(['1.1 basics', '1.2 budget', '1.3 objectives', '2. conclusion']);
    expect(report.cells.find(({ address }) => address === 'budget.executed')).toMatchObject({ text: '46,305.10', value: '46,305.10万元', assumptions: ['按“单位：万元”读'] });
    expect(report.indicators.map(({ name, target }) => [name, target])).toEqual([
      ['义务教育巩固率', '≥99.5%'],
      ['学生体质健康优良率', '55%'],
      ['校园安全责任事故', '0起'],
      ['新增公办学位', '2,400个'],
    ]);
    expect(values(report, 'indicators.LZ-02.').actual).toBe('57.3%');
    expect(values(report, 'indicators.LZ-04.').actual).toBe('2,160个');
  });

  it('leaves tables and what it does not know unread', () => {
    expect(report.unread.filter(({ text }) => text !== '').map(({ what, text }) => [what, text.replace(/\s+/g, '')])).toEqual([
      ['收支情况中的数字', '“三公”经费支出18.2万元'],
      ['收支情况中的数字', '比上年减少1.1万元'],
      ['附件', '义务教育巩固率99.5%99.62%1010'],
    ]);
    expect(unread(report)).toContain('下一步改进措施：没有找到这一部分');
  });
});

describe('a report without numbers', () => {
  const report = sample('plain-headings');

  it('is read by its headings', () => {
    expect(sections(report)).toEqual(['部门职责 basics', '预算执行情况 budget', '综合评价结论 conclusion', '绩效目标完成情况 completion', '存在问题 problems', '改进措施 measures']);
    expect(values(report, 'report.')).toMatchObject({ unit_name: '青河街道办事处', fiscal_year: '2024', self_score: '92.3' });
    expect(report.indicators.map(({ name }) => name)).toEqual(['12345工单按期办结率', '垃圾分类居民知晓率', '消防隐患整改数']);
    expect(values(report, 'indicators.LZ-02.').actual).toBe('94.2%');
  });
});

describe('headings', () => {
  it('count on: a number that leaps ahead without a known title is text', () => {
    const report = readReport('一、基本情况\n（一）部门职能\n负责监管。\n（九）其他\n（二）部门收支情况\n全年预算数1.00万元。');
    expect(sections(report)).toEqual(['一（一） basics', '一（二） budget']);
  });

  it('may end with a full stop before their text', () => {
    expect(sections(readReport('一、综合评价分析\n（一）自评结论。我局得分为95分。\n（二）主要工作成效。办结1,200件。'))).toEqual(['一（一） conclusion', '一（二） achievements']);
  });
});

describe('a budget', () => {
  const budget = (text: string) => readReport(`某局2024年部门整体支出绩效自评报告\n一、部门收支情况\n${text}`);

  it.each([
    ['2024年部门预算数1,000万元，其中基本支出700万元，项目支出300万元。', { annual_budget: '1,000万元' }],
    ['全年执行数990.00万元，其中：一般公共预算拨款890.00万元，政府性基金100.00万元。', { executed: '990.00万元', 'source.general_public_budget': '890.00万元', 'source.government_fund_budget': '100.00万元' }],
    ['2024年总收入1,000万元，其中一般公共预算财政拨款收入890万元。', {}],
    ['全年预算1.2亿元，实际支出11,900万元。', { annual_budget: '1.2亿元', executed: '11,900万元' }],
    ['年初预算数900.00万元，全年预算数1,000.00万元，全年执行数990.00万元。', { initial_budget: '900.00万元', annual_budget: '1,000.00万元', executed: '990.00万元' }],
    ['基本支出700.00万元，比上年增加20.00万元。', { 'nature.basic_expenditure': '700.00万元' }],
    ['国有资本经营预算财政拨款支出12.00万元，财政专户管理资金支出3.50万元。', { 'source.state_capital_budget': '12.00万元', 'source.other_funds': '3.50万元' }],
  ])('%j', (text, expected) => expect(values(budget(text), 'budget.')).toEqual(expected));

  it('written twice with two figures keeps the first and says so', () => {
    const report = budget('全年预算数1,000.00万元。\n全年预算数1,100.00万元，全年执行数990.00万元。');
    expect(values(report, 'budget.')).toMatchObject({ annual_budget: '1,000.00万元' });
    expect(report.unread).toContainEqual(expect.objectContaining({ what: '全年预算数', text: '1,100.00万元' }));
  });
});

describe('a result', () => {
  const result = (text: string) => {
    const report = readReport(`某局2024年部门整体支出绩效自评报告\n一、绩效目标完成情况\n1.${text}`);
    return [values(report, 'indicators.LZ-01.').actual ?? null, report.unread.find(({ what }) => what.endsWith('完成值'))?.reason ?? null];
  };

  it.each([
    ['年报率，指标值85%。2024年度年报率达96.81%，比上年提高2.1%。', ['96.81%', null]],
    ['年报率，指标值85%，实际完成96.81%，完成率113.9%。', ['96.81%', null]],
    ['主体数，指标值14.6万户。截至2024年12月底，实有14.55万户，其中企业5.2万户。', ['14.55万户', null]],
    ['抽检批次，指标值500批次。上半年抽检210批次，全年完成521批次。', ['521批次', null]],
    ['年报率，指标值85%。超额完成任务。', [null, '完成情况中没有与目标同一单位的数']],
    ['抽检合格率，指标值90%。食品为96%，药品为98%。', [null, '写了不止一个可以作完成值的数：96%、98%']],
    ['办结率，指标值100%。全部按期办结。', ['100%', null]],
    ['检查户次，指标值100户次。全年检查120户次，上年检查90户次。', ['120户次', null]],
    ['事故数，指标值0起。全年发生1起。', ['1起', null]],
    ['事故数，指标值2起。全年未发生事故。', [null, '完成情况中没有与目标同一单位的数']],
    ['融资额，指标值10亿元。全年融资额超17.3亿元。', ['17.3亿元', null]],
    ['年报率，指标值85%。', [null, '没有写完成情况']],
  ])('%j', (text, expected) => expect(result(text)).toEqual(expected));
});

describe('a target', () => {
  const target = (item: string) => values(readReport(`某局2024年部门整体支出绩效自评报告\n一、绩效目标完成情况\n${item}`), 'indicators.LZ-01.');

  it.each([
    ['1.年报率目标值≥38%，实际完成值42.6%。', { name: '年报率', stated_target: '≥38%', actual: '42.6%' }],
    ['1.年报率（%），目标值85，实际完成96.81%。', { name: '年报率', stated_target: '85', actual: '96.81%' }],
    ['目标1：新增公办学位不少于3000个。完成情况：新增公办学位3,240个，完成率108%。', { name: '新增公办学位', stated_target: '不少于3000个', actual: '3,240个' }],
    ['1.产出指标\n（1）检查户次2.4万户次，实际检查2.5万户次。\n（2）办结率100%，实际办结率99.8%。', { name: '检查户次', stated_target: '2.4万户次', actual: '2.5万户次' }],
    ['1.服务水平，目标值稳步提升。窗口评价率达98%。', { name: '服务水平', stated_target: '稳步提升', actual: '窗口评价率达98%。' }],
    ['1.验收时间，目标值12月底前。11月20日通过验收。', { name: '验收时间', actual: '11月20日' }],
  ])('%j', (item, expected) => expect(target(item)).toMatchObject(expected));
});

describe('text that is no report', () => {
  it.each(['', '   \n\n', '今天天气很好。', '{"format":"hengji-round/1"}', '一、会议时间\n二、会议地点'])('%j', (text) => expect(readReport(text).isReport).toBe(false));
});

describe('a text of any size', () => {
  const LINES = 8000;
  it.each([
    ['wrapped lines', `一、部门收支情况\n${'负责监管，的的监管工作\n'.repeat(LINES)}`],
    ['one line of names and figures', `一、绩效目标完成情况\n1.知识产权质押融资额，指标值10亿元。${'知识产权质押融资额超8.6亿元，'.repeat(LINES)}`],
    ['digits', `一、部门收支情况\n${'9'.repeat(10 * LINES)}，${'1,'.repeat(LINES)}${'2024年'.repeat(LINES)}${'年度'.repeat(LINES)}`],
    ['headings', '（一）部门职能'.repeat(LINES)],
    ['items', `一、绩效目标完成情况\n${Array.from({ length: LINES }, (_, index) => `${(index % 90) + 1}.第${index}类合格率，指标值85%。实际完成96%。`).join('\n')}`],
  ])('is read at once: %s', (_name, text) => {
    const report = readReport(text);
    for (const { start, end, text: quoted } of report.cells) expect(text.slice(start, end)).toBe(quoted);
  }, 5000);
});
