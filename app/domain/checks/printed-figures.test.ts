import { describe, expect, it } from 'vitest';
import type { Statement } from '../narrative/prose';
import { fraction } from '../shared/fraction-text';
import { gradeRange } from './grade-bands';
import { checkContext } from './run-checks';
import { executionRate, formContext, messagesOf, publishedContext, quote, sayings } from './testing/context';
import { cleanSnapshot } from './testing/snapshot';

/** 990 of 1,000 in the clean form; here other pairs. */
const money = (budget: string, executed: string) => ({ 'budget.annual_budget': budget, 'budget.executed': executed });
const stated = (cells: Record<string, string>, percent: string) => formContext(cleanSnapshot(cells), { statements: [executionRate(percent)] });
const printed = (cells: Record<string, string>, printedRate: string) => publishedContext(cleanSnapshot(cells), { rows: [], printedRate });

describe('A03: a printed execution rate', () => {
  const LIWAN = money('23,758.69', '23,740.11');
  it.each([
    ['rounded at the digits printed', LIWAN, '99.92', 'confirmed'],
    ['rounded to one digit', LIWAN, '99.9', 'confirmed'],
    ['rounded to a whole number', LIWAN, '100', 'confirmed'],
    ['cut off', LIWAN, '99', 'I'],
    ['more digits than it has', LIWAN, '99.920', 'E'],
    ['half of the last digit goes up', money('800', '793.8'), '99.23', 'confirmed'],
    ['half of the last digit cut off', money('800', '793.8'), '99.22', 'I'],
    ['another rate', LIWAN, '99.91', 'E'],
    ['above 100 %', money('1000', '1025.9'), '102.59', 'confirmed'],
    ['capped at 100 %', money('1000', '1025.9'), '100', 'E'],
    ['a budget of 0', money('0', '0'), '100', 'E'],
  ])('%s', (_name, cells, percent, expected) => {
    expect(sayings(stated(cells, percent), 'A03')).toEqual([expected === 'confirmed' ? 'confirmed A03' : `${expected} A03.stated.1`]);
    expect(sayings(printed(cells, percent), 'A03')).toEqual([expected === 'confirmed' ? 'confirmed A03' : `${expected} A03`]);
  });

  it('says both figures', () => {
    expect(messagesOf(stated(LIWAN, '99.92'), 'A03')).toEqual([
      '“自评结论补充说明”中预算执行率 99.92%：全年执行数 23,740.11 万元，全年预算数 23,758.69 万元，计算为 99.92%，两者一致。',
    ]);
    expect(messagesOf(printed(LIWAN, '99.91'), 'A03')).toEqual(['预算执行率印为 99.91%，全年执行数 23,740.11 万元，全年预算数 23,758.69 万元，计算为 99.92%，请核对。']);
  });

  it('quotes the sentence and jumps to its cell first', () => {
    const [finding] = checkContext(stated(LIWAN, '98')).findings.filter(({ id }) => id === 'A03');
    expect(finding?.quotes).toEqual([quote('完成预算的98%。')]);
    expect(finding?.addresses).toEqual(['narrative.conclusion', 'budget.executed', 'budget.annual_budget']);
  });

  it('has nothing to compare without a budget', () => expect(sayings(stated({ 'budget.annual_budget': '' }, '99'), 'A03')).toEqual([]));
});

const gradeStatement = (grade: 'excellent' | 'poor', start = 0): Statement => ({
  kind: 'grade',
  grade,
  word: grade === 'excellent' ? '优' : '差',
  quote: { ...quote('自评结果为'), start },
});
const totalStatement = (score: string, start = 0): Statement => ({ kind: 'total_score', score, quote: { ...quote(`得分${score}分`), start } });

describe('B03: grade and score', () => {
  const says = (...statements: Statement[]) => sayings(formContext(cleanSnapshot(), { statements }), 'B03');
  it('confirms a grade whose band the stated score falls in, the lower bound included', () => {
    expect(says(totalStatement('94.9'), gradeStatement('excellent'))).toEqual(['confirmed B03']);
    expect(says(totalStatement('90'), gradeStatement('excellent'))).toEqual(['confirmed B03']);
    expect(says(totalStatement('89.99'), gradeStatement('poor'))).toEqual(['confirmed B03']);
    expect(messagesOf(formContext(cleanSnapshot(), { statements: [totalStatement('94.9'), gradeStatement('excellent')] }), 'B03')).toEqual([
      '“自评结论补充说明”中得分 94.9 分，等级“优”，与等级划分一致（优：90 分及以上）。',
    ]);
  });
  it('finds a grade of another band', () => {
    expect(says(totalStatement('89.99'), gradeStatement('excellent'))).toEqual(['E B03.stated.1']);
    expect(says(totalStatement('90'), gradeStatement('poor'))).toEqual(['E B03.stated.1']);
  });
  it('takes the total that stands nearest', () => {
    expect(says(totalStatement('95', 0), totalStatement('50', 100), gradeStatement('poor', 90))).toEqual(['confirmed B03']);
  });
  it('takes the computed total where none is stated, once it is complete', () => {
    const score = (cells: Record<string, string>) => sayings(formContext(cleanSnapshot(cells), { statements: [gradeStatement('excellent')] }), 'B03');
    expect(score({})).toEqual(['E B03.stated.1']); // 59.9 of 60 points
    expect(score({ 'indicators.LZ-01.actual': '' })).toEqual([]);
  });
  it('holds the grade of a published table against its total', () => {
    const table = (total: string) => publishedContext(cleanSnapshot(), { rows: [], total, grade: { text: '优', grade: 'excellent' } });
    expect(sayings(table('84.47'), 'B03')).toEqual(['E B03']);
    expect(sayings(table('98'), 'B03')).toEqual(['confirmed B03']);
    expect(messagesOf(table('84.47'), 'B03')).toEqual(['得分 84.47 分，等级“优”，按等级划分应为“差”（不到 90 分），请核对。']);
  });
});

describe('B04: weights, scores and totals of a published table', () => {
  const table = (published: Parameters<typeof publishedContext>[1]) => sayings(publishedContext(cleanSnapshot(), published), 'B04');
  it.each([
    ['90 beside an execution line of 10', [['50', '50'], ['40', '40']], ['10', '10'], '90', '100', ['confirmed B04']],
    ['100 without one', [['60', '60'], ['40', '38.5']], null, '100', '98.5', ['confirmed B04']],
    ['110 printed as 100', [['60', '60'], ['40', '40']], ['10', '10'], '90', '100', ['E B04', 'E B04.total']],
    ['93 printed as 94', [['50', '50'], ['40', '33']], ['10', '10'], '90', '94', ['E B04.total']],
    ['a total cut off', [['50', '50'], ['40', '34.98']], ['10', '9.99'], '90', '94.9', ['I B04.total']],
    ['a total rounded to one digit', [['50', '50'], ['40', '34.93']], ['10', '10'], '90', '94.9', ['confirmed B04']],
    ['items rounded before the sum: within half a unit of each', [['50', '49.99'], ['40', '34.99']], ['10', '9.99'], '90', '94.99', ['confirmed B04']],
    ['just beyond', [['50', '49.99'], ['40', '34.99']], ['10', '9.99'], '90', '94.94', ['E B04.total']],
    ['a score that is not legible', [['50', '50'], ['40', null]], ['10', '10'], '90', '94', []],
    ['a table that is cut off', [['50', '50']], ['10', '10'], null, '94', []],
    ['a score above its weight', [['50', '50.01'], ['40', '40']], ['10', '10'], '90', '100.01', ['E B04.0', 'confirmed B04']],
  ] as const)('%s', (_name, rows, execution, expectedWeight, total, expected) => {
    expect(table({ rows, execution, expectedWeight, total })).toEqual(expected);
  });

  it('a parent equals the sum of its children, and where it does not, the whole is not reported besides', () => {
    const parents = (weight: string) => [{ key: 'l1-1', name: '产出指标', weight: fraction(weight), children: [fraction('22.5'), fraction('27.5')] }];
    const rows = [['22.5', '22.5'], ['27.5', '27.5']] as const;
    expect(table({ rows, parents: parents('50'), expectedWeight: '50' })).toEqual([]);
    expect(table({ rows, parents: parents('60'), expectedWeight: '60' })).toEqual(['E B04.l1-1']);
  });

  it('an indicator under a first-level indicator the form does not have leaves the whole short', () => {
    const clean = cleanSnapshot();
    const projectForm = { ...clean.projectForm, primaries: [...clean.projectForm.primaries, { name: '满意度指标', weight: '10', secondaries: ['服务对象满意度'] }] };
    expect(sayings(formContext({ ...clean, projectForm }), 'B04')).toEqual(['E B04.P01.3', 'E B04.P02.3']);
    const stray = clean.projects.map((project) => ({ ...project, indicators: [...project.indicators, { ...project.indicators[0]!, code: 'I09', primary: '其他', weight: '5' }] }));
    expect(sayings(formContext({ ...clean, projects: stray }), 'B04')).toEqual(['E B04.P01', 'E B04.P02']);
  });

  it('a total stated in prose is the form’s own, at the digits stated', () => {
    const says = (score: string) => sayings(formContext(cleanSnapshot(), { statements: [totalStatement(score)] }), 'B04');
    expect(says('59.90')).toEqual(['confirmed B04']);
    expect(says('59.9')).toEqual(['confirmed B04']);
    expect(says('60')).toEqual(['confirmed B04']);
    expect(says('59')).toEqual(['I B04.stated.1']);
    expect(says('59.8')).toEqual(['E B04.stated.1']);
  });
});

describe('B06: a stated distribution of scores', () => {
  const bands = (...counts: readonly (readonly [from: string, to: string, count: string])[]): Statement => ({
    kind: 'score_bands',
    bands: counts.map(([from, to, count]) => ({ label: `${from}-${to}分`, from, to, fromIncluded: null, toIncluded: null, count })),
    quote: quote('100分7个'),
  });
  const says = (...statements: Statement[]) => sayings({ ...formContext(cleanSnapshot({}, { projects: [] }), { statements }), source: 'report' }, 'B06');
  it.each([
    ['all at 90 or above', [['100', '100', '7'], ['95', '100', '7'], ['90', '95', '5'], ['80', '90', '0']], ['I B06.stated.1']],
    ['one below 90, 80 % at 100', [['100', '100', '4'], ['80', '90', '1']], []],
    ['one below 90, more than 80 % at 100', [['100', '100', '5'], ['80', '90', '1']], ['I B06.stated.1']],
    ['two projects only', [['100', '100', '2'], ['80', '90', '0']], []],
  ] as const)('%s', (_name, counts, expected) => expect(says(bands(...counts))).toEqual(expected));
});

it('A08: the lines of the version come before the usual ones', () => {
  const clean = cleanSnapshot();
  const alerts = (yellow: string, red: string) => formContext({ ...clean, system: { ...clean.system, executionAlerts: { yellow, red } } });
  expect(sayings(alerts('99', '60'), 'A08')).toEqual([]);
  expect(messagesOf(alerts('99.01', '60'), 'A08')).toEqual([
    '全年执行数 990.00 万元，全年预算数 1,000.00 万元，执行率 99.00%，低于 99.01%（黄色预警），请说明原因和整改措施。',
  ]);
});

it('a grade is named with its bounds', () => {
  const grades = ['excellent', 'good', 'fair', 'poor'] as const;
  const bands = grades.map((grade, index) => ({ grade, atLeast: ['90', '80', '60', '0'][index]! }));
  expect(grades.map((grade) => gradeRange(grade, bands))).toEqual(['90 分及以上', '80 分及以上、不到 90 分', '60 分及以上、不到 80 分', '不到 60 分']);
});
