import { describe, expect, it } from 'vitest';
import { scoreSnapshot } from '../scoring/score-snapshot';
import type { Snapshot } from '../form/snapshot';
import { blocks } from './check-results';
import { countOpenFindings, runChecks } from './run-checks';
import { cleanSnapshot } from './testing/snapshot';

const check = (snapshot: Snapshot) => runChecks(snapshot, scoreSnapshot(snapshot));
const findings = (cells: Record<string, string>, more: Partial<Snapshot> = {}) => check(cleanSnapshot(cells, more)).findings;
const summary = (cells: Record<string, string>, more: Partial<Snapshot> = {}) => findings(cells, more).map((finding) => `${finding.level} ${finding.key}`);

describe('a clean form', () => {
  const result = check(cleanSnapshot());
  it('has no finding and may be sent', () => {
    expect(result.findings).toEqual([]);
    expect(result.blocksSubmission).toBe(false);
  });
  it('says what was checked and is right', () => {
    expect(result.confirmations.map(({ id }) => id)).toEqual(['A01', 'A02', 'A04', 'A05', 'A05', 'A05', 'A05', 'A06', 'A06', 'D05']);
    expect(result.confirmations[0]?.message).toBe('按资金来源：890.00 + 100.00 = 990.00 万元，等于全年执行数。');
  });
});

/** P01 has spent `executed` of 200.00 and met all its targets: score rate 100 %. */
const spent = (executed: string, rest: string): Record<string, string> => ({
  'projects.P01.funding.executed': executed,
  'projects.P01.funding.fiscal_appropriation.executed': executed,
  'projects.P01.indicators.I02.actual': '90%',
  'budget.nature.project_expenditure': rest,
  'budget.nature.basic_expenditure': String(990 - Number(rest)),
});

/** Cells that break one rule, and the findings that must appear: exactly these. */
const RED: readonly (readonly [name: string, cells: Record<string, string>, expected: readonly string[]])[] = [
  ['A01 sources do not add up', { 'budget.source.general_public_budget': '889.98' }, ['E A01']],
  ['A01 no source at all', { 'budget.source.general_public_budget': '', 'budget.source.government_fund_budget': '' }, ['E A01', 'E A06.general_public_budget', 'E A06.government_fund_budget']],
  ['A02 natures do not add up', { 'budget.nature.basic_expenditure': '690.02' }, ['E A02']],
  ['A04 carry-over differs from the unspent budget', { 'budget.year_end_carryover': '587.76' }, ['W A04']],
  ['A04 just beyond the rounding of three figures', { 'budget.year_end_carryover': '10.02' }, ['W A04']],
  ['A01 just beyond the rounding of three figures', { 'budget.source.general_public_budget': '890.02' }, ['E A01']],
  ['A02 just beyond the rounding of three figures', { 'budget.nature.basic_expenditure': '689.98' }, ['E A02']],
  ['A05 just beyond the rounding of two figures', { 'projects.P01.funding.fiscal_appropriation.executed': '199.98' }, ['E A05.P01.executed']],
  ['A07 by a cent of 万元', { 'budget.annual_budget': '989.99', 'budget.initial_budget': '989.99', 'budget.year_end_carryover': '0' }, ['E A07']],
  ['A08 just below 80 %', { 'budget.annual_budget': '1,237.51', 'budget.year_end_carryover': '247.51' }, ['W A08']],
  ['B05 just beyond 5 %', spent('189.99', '289.99'), ['W B05.P01']],
  ['A05 a total row that is not the sum', { 'projects.P01.funding.fiscal_appropriation.executed': '190.00' }, ['E A05.P01.executed']],
  ['A06 projects spend more than 项目支出', { 'budget.nature.project_expenditure': '299', 'budget.nature.basic_expenditure': '691' }, ['E A06']],
  ['A06 项目支出 without projects', { 'budget.nature.project_expenditure': '301', 'budget.nature.basic_expenditure': '689' }, ['W A06']],
  [
    'A06 a fund spends less than its projects',
    { 'budget.source.general_public_budget': '895', 'budget.source.government_fund_budget': '95' },
    ['E A06.government_fund_budget'],
  ],
  [
    'A06 政府性基金 without a project',
    { 'budget.source.general_public_budget': '885', 'budget.source.government_fund_budget': '105' },
    ['W A06.government_fund_budget'],
  ],
  ['A07 over budget', { 'budget.annual_budget': '980.00', 'budget.initial_budget': '980.00' }, ['E A07', 'W A04']],
  [
    'A08 and B05 low execution of a project',
    { 'projects.P01.funding.annual_budget': '300.00', 'projects.P01.funding.fiscal_appropriation.annual_budget': '300.00' },
    ['W A08.P01', 'W B05.P01'],
  ],
  ['C01 unmet target', { 'indicators.LZ-02.actual': '14.55' }, ['E C01.LZ-02']],
  ['C01 reverse target', { 'indicators.LZ-03.actual': '3起' }, ['E C01.LZ-03']],
  ['C01 second tier', { 'indicators.LZ-04.tier': '部分达成', 'indicators.LZ-04.judged_points': '7' }, ['E C01.LZ-04']],
  ['C01 in a project', { 'projects.P02.indicators.I02.deviation': '' }, ['E C01.P02.I02']],
  ['C02 at 120 %', { 'indicators.LZ-02.actual': '17.52' }, ['I C02.LZ-02']],
  ['C02 above 130 %', { 'projects.P01.indicators.I01.actual': '130' }, ['W C02.P01.I01']],
  ['C03 nothing stated', { 'indicators.LZ-04.actual': '', 'indicators.LZ-04.tier': '' }, ['E C03.LZ-04']],
  ['C07 full score without an actual', { 'indicators.LZ-01.actual': '', 'indicators.LZ-01.self_score': '10' }, ['E G01.LZ-01', 'E C07.LZ-01']],
  ['D03 zero score left out', { 'indicators.LZ-02.actual': '0', 'indicators.LZ-02.deviation': '集中清理' }, ['W D03.LZ-02']],
  ['G01 an empty section', { 'narrative.measures': '', 'narrative.problems': ' ' }, ['E G01.narrative']],
  ['G01 an empty project', { 'projects.P01.goal_actual': '' }, ['E G01.P01']],
  ['G02 unreadable', { 'indicators.LZ-01.actual': '约九成' }, ['E G02.indicators.LZ-01.actual']],
  ['G02 points outside the tier', { 'indicators.LZ-04.judged_points': '7' }, ['E G02.tier.LZ-04']],
  ['G03 self score without a reason', { 'indicators.LZ-01.self_score': '9' }, ['E G03.LZ-01']],
  ['G03 execution line of a project', { 'projects.P01.execution.self_score': '9' }, ['E G03.P01.execution']],
  ['G04 deduction without a reason', { 'indicators.GL-04.inputs.findings': '2' }, ['E G04.GL-04']],
];

/** The same rules with the form put right, or just inside the rule. */
const GREEN: readonly (readonly [name: string, cells: Record<string, string>, expected: readonly string[]])[] = [
  ['A01 within the rounding of three figures', { 'budget.source.general_public_budget': '890.01' }, []],
  ['A02 within the rounding of three figures', { 'budget.nature.basic_expenditure': '689.99' }, []],
  ['A04 within the rounding', { 'budget.year_end_carryover': '10.01' }, []],
  ['A05 within the rounding of two figures', { 'projects.P01.funding.fiscal_appropriation.executed': '199.99' }, []],
  ['A06 within the rounding of three figures', { 'budget.nature.project_expenditure': '300.01', 'budget.nature.basic_expenditure': '689.99' }, []],
  ['A07 all of the budget', { 'budget.annual_budget': '990.00', 'budget.initial_budget': '990.00', 'budget.year_end_carryover': '0' }, []],
  ['B05 exactly 5 %', spent('190.00', '290'), []],
  ['C07 a score below the weight', { 'indicators.LZ-01.actual': '', 'indicators.LZ-01.self_score': '9.99' }, ['E G01.LZ-01']],
  ['A05 a column without source rows', { 'projects.P01.funding.fiscal_appropriation.executed': '' }, []],
  ['A08 exactly 80 %', { 'budget.annual_budget': '1,237.50', 'budget.year_end_carryover': '247.50' }, []],
  ['C01 explained', { 'indicators.LZ-02.actual': '14.55', 'indicators.LZ-02.deviation': '集中清理停业企业' }, []],
  ['C01 met exactly', { 'indicators.LZ-03.actual': '2' }, []],
  ['C02 below 120 %', { 'indicators.LZ-02.actual': '17.5' }, []],
  ['C03 tier alone missing is an empty cell', { 'indicators.LZ-04.tier': '' }, ['E G01.LZ-04']],
  ['D03 named by an alias', { 'indicators.LZ-02.actual': '0', 'indicators.LZ-02.deviation': '清理', 'narrative.problems': '“经营主体数”为零' }, []],
  ['G03 the system’s own score', { 'indicators.LZ-01.self_score': '10.0' }, []],
  ['G03 with a reason', { 'indicators.LZ-01.self_score': '9', 'indicators.LZ-01.self_score_reason': '口径有争议' }, []],
  ['G04 explained', { 'indicators.GL-04.inputs.findings': '2', 'indicators.GL-04.deviation': '审计指出两处，已整改' }, []],
];

describe('each check', () => {
  it.each(RED)('%s', (_name, cells, expected) => expect([...summary(cells)].sort()).toEqual([...expected].sort()));
  it.each(GREEN)('%s: nothing more to say', (_name, cells, expected) => expect(summary(cells)).toEqual(expected));

  it('B04 finds weights that do not add up, in the table and in a project', () => {
    const { system, projects } = cleanSnapshot();
    const heavier = { ...system, slots: { ...system.slots, points: '41' } };
    expect(summary({ 'indicators.LZ-04.judged_points': '9' }, { system: heavier })).toEqual(['E B04']);
    const lighter = projects.map((project) => ({ ...project, indicators: project.indicators.filter(({ code }) => code !== 'I02') }));
    expect(summary({}, { projects: lighter }).filter((line) => line.includes('B04'))).toEqual(['E B04.P01.1', 'E B04.P02.1']);
  });

  it('B04 and C07 go by the weight as it is shown', () => {
    const clean = cleanSnapshot();
    const three = { bindings: clean.bindings.slice(0, 3) }; // 40 points shared by three: 13.33 each
    expect(summary({ 'indicators.LZ-01.self_score': '13.33' }, three).filter((line) => line.includes('B04'))).toEqual([]);
    expect(summary({ 'indicators.LZ-01.self_score': '13.33', 'indicators.LZ-01.actual': '' }, three).filter((line) => line.includes('C07'))).toEqual(['E C07.LZ-01']);
    const six = { bindings: [...clean.bindings, ...clean.bindings.slice(0, 2)] }; // 6.666… each, 6.67 shown
    expect(summary({ 'indicators.LZ-01.self_score': '6.67' }, six).filter((line) => line.includes('B04'))).toEqual([]);
  });

  it('B06 notes that all of three projects reach 90', () => {
    const { projects } = cleanSnapshot();
    const third = { ...projects[0]!, code: 'P03', name: '项目P03' };
    const cells = Object.fromEntries(Object.entries(cleanSnapshot().cells).flatMap(([address, text]) => (address.startsWith('projects.P01.') ? [[address.replace('P01', 'P03'), text]] : [])));
    const money = { 'budget.nature.project_expenditure': '500.00', 'budget.nature.basic_expenditure': '490.00' };
    expect(summary({ ...cells, ...money }, { projects: [...projects, third] })).toEqual(['I B06']);
    expect(
      summary({ ...cells, ...money, 'projects.P03.indicators.I01.actual': '60', 'projects.P03.indicators.I01.deviation': '设备停用', 'projects.P03.execution.deviation': '合同已付清' }, { projects: [...projects, third] }),
    ).toEqual([]);
  });
});

describe('messages', () => {
  const message = (cells: Record<string, string>): string | undefined => findings(cells)[0]?.message;
  it.each([
    [{ 'indicators.LZ-02.actual': '14.55' }, '第 2 项“商事主体数”未达目标（14.55 < 14.6 万户），请填写偏差原因。'],
    [{ 'indicators.LZ-03.actual': '3起' }, '第 3 项“电梯事故次数”未达目标（3 > 2 起），请填写偏差原因。'],
    [{ 'projects.P02.indicators.I02.deviation': '' }, '项目 P02“项目P02”第 2 项“合格率”未达目标（80 < 90%），请填写偏差原因。'],
    [
      { 'budget.year_end_carryover': '587.76' },
      '全年预算数减全年执行数为 10.00 万元，年末结转和结余填报 587.76 万元，相差 577.76 万元，请说明差额的来源。',
    ],
    [{ 'budget.source.general_public_budget': '889.98' }, '按资金来源合计 889.98 + 100.00 = 989.98 万元，与全年执行数 990.00 万元相差 0.02 万元，请核对各资金来源和全年执行数。'],
    [{ 'indicators.GL-04.inputs.findings': '2' }, '第 6 项“财务管理合规性”得 8.00 分（满分 10 分，2 项），请填写偏差原因分析及改进措施。'],
    [{ 'narrative.measures': '' }, '“报告正文”未填写：下一步改进措施。'],
    [
      { 'budget.annual_budget': '1,650.00', 'budget.year_end_carryover': '660' },
      '全年执行数 990.00 万元，全年预算数 1,650.00 万元，执行率 60.00%，低于 80%（黄色预警），请说明原因和整改措施。',
    ],
    [
      { 'budget.annual_budget': '1,650.01', 'budget.year_end_carryover': '660.01' },
      '全年执行数 990.00 万元，全年预算数 1,650.01 万元，执行率 60.00%，低于 60%（红色预警），请说明原因和整改措施。',
    ],
  ])('give both figures and say what to do', (cells, expected) => expect(message(cells)).toBe(expected));

  it('jump first to the cell that wants something', () => {
    expect(findings({ 'indicators.LZ-02.actual': '14.55' })[0]?.addresses).toEqual(['indicators.LZ-02.deviation', 'indicators.LZ-02.actual']);
  });
});

describe('answers', () => {
  const carryover = { 'budget.year_end_carryover': '587.76' };
  it('a warning blocks until it is answered in its own cell', () => {
    expect(check(cleanSnapshot(carryover)).blocksSubmission).toBe(true);
    const answered = check(cleanSnapshot({ ...carryover, 'answers.A04': '含上年结转 577.76 万元' }));
    expect(answered.findings[0]).toMatchObject({ id: 'A04', key: 'A04', answered: '含上年结转 577.76 万元' });
    expect(answered.blocksSubmission).toBe(false);
    expect(countOpenFindings(answered)).toBe(1);
  });

  it('takes 偏差原因 for the answer where the rule asks for it', () => {
    const over = { 'indicators.LZ-02.actual': '29.2' };
    expect(check(cleanSnapshot(over)).blocksSubmission).toBe(true);
    expect(check(cleanSnapshot({ ...over, 'indicators.LZ-02.deviation': '合并统计口径' })).findings[0]).toMatchObject({ level: 'W', answered: '合并统计口径' });
  });

  it('an error of spending above the budget is answered by an explanation, any other error is not', () => {
    const over = { 'budget.annual_budget': '980.00', 'budget.initial_budget': '980.00', 'budget.year_end_carryover': '0', 'answers.A04': '超预算支出' };
    expect(check(cleanSnapshot({ ...over, 'answers.A07': '年末追加预算次年一月下达' })).blocksSubmission).toBe(false);
    expect(check(cleanSnapshot({ 'budget.source.general_public_budget': '889.98', 'answers.A01': '无误' })).blocksSubmission).toBe(true);
  });

  it('a note never blocks and does not count', () => {
    const result = check(cleanSnapshot({ 'indicators.LZ-02.actual': '18' }));
    expect(result.findings.map(blocks)).toEqual([false]);
    expect(countOpenFindings(result)).toBe(0);
  });
});

it('gives every finding of an empty form its own key', () => {
  const empty = cleanSnapshot();
  const keys = check({ ...empty, cells: {} }).findings.map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(10);
  expect(new Set(keys).size).toBe(keys.length);
});
