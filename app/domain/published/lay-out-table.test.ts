import { describe, expect, it } from 'vitest';
import { layOutTable } from './lay-out-table';
import { funding, line, tableOf } from './testing/tables';

const named = (l3: string | null, weight: string | null, score: string | null, target: string | null = '5个', more = {}) => line(target, target, weight, score, { l3, ...more });
const rowsOf = (...lines: Parameters<typeof tableOf>[0]) => layOutTable(tableOf(lines)).rows.map(({ role, parent, isParent }) => ({ role, parent: parent?.index ?? null, isParent }));
const own = { role: 'indicator', parent: null, isParent: false };

describe('what a line is', () => {
  it.each([['合计'], ['合 计'], ['总分（100分）'], ['自评总分'], ['总得分：']])('%s is a sum of the table', (name) => {
    expect(rowsOf(named(name, '100', '98', null))).toEqual([{ ...own, role: 'total' }]);
    expect(rowsOf({ ...named(null, '100', '98', null), l1: name, l2: '' })).toEqual([{ ...own, role: 'total' }]);
  });

  it('小计 is a sum of a part, 合计… of something else is an indicator', () => {
    expect(rowsOf(named('小计', '50', '50', null))).toEqual([{ ...own, role: 'subtotal' }]);
    expect(rowsOf(named('合计发放金额', '10', '10'))).toEqual([own]);
  });

  it('其中 is a part of the line above, with or without points', () => {
    expect(rowsOf(named('种植面积', '10', '10'), named('其中：玉米', null, null), named('★其中:小麦', '4', '4'), named('养殖数量', '10', '10'))).toEqual([
      own,
      { ...own, parent: 0 },
      { ...own, parent: 0 },
      own,
    ]);
  });

  it('figures without points belong to the points without figures above them', () => {
    const above = line(null, null, '10', '10');
    expect(rowsOf(above, named('红薯', null, null), named('梨树', null, null), above, named('/', null, null, '/'))).toEqual([
      { ...own, isParent: true },
      { ...own, parent: 0 },
      { ...own, parent: 0 },
      own,
      own,
    ]);
  });

  it('figures of another second-level indicator do not belong to it', () => {
    expect(rowsOf(line(null, null, '10', '10'), named('合格率', null, null, '5个', { l2: '质量指标' }))).toEqual([own, own]);
  });

  it('without a line with points above there is nothing to be part of', () => {
    expect(rowsOf(named('其中：玉米', null, null), named('合计', '10', '10', null), named('其中：小麦', null, null))).toEqual([own, { ...own, role: 'total' }, own]);
  });
});

describe('what a table is', () => {
  const money = funding([['年度资金总额', '5', '5', '5']], { score: '9' });

  it('is whole where it says so, or where its weights add up to 100', () => {
    expect(layOutTable(tableOf([named('里程', '90', '90')], { complete: false, funding: money })).isWhole).toBe(true);
    expect(layOutTable(tableOf([named('里程', '80', '80')], { complete: false, funding: money })).isWhole).toBe(false);
    expect(layOutTable(tableOf([named('里程', '80', '80')], { funding: money })).isWhole).toBe(true);
    expect(layOutTable(tableOf([named('里程', '100', '80')], { complete: false })).isWhole).toBe(true);
  });

  it('finds the execution rate among the indicators by name, weight and score', () => {
    const isOne = (name: string, weight: string, score: string) => layOutTable(tableOf([named(name, weight, score)], { funding: money })).isExecutionAnIndicator;
    expect(isOne('预算执行率', '10', '9')).toBe(true);
    expect(isOne('指标3：资金支出率', '10', '9')).toBe(true);
    expect(isOne('预算执行率', '20', '9')).toBe(false);
    expect(isOne('预算执行率', '10', '10')).toBe(false);
    expect(isOne('价格执行率', '10', '9')).toBe(false);
  });

  it.each([['2022', 2022], ['2022年度', 2022], ['2021-2022', 2021], [null, null], ['今年', null], ['20225', null]])('of year %s', (year, expected) => {
    expect(layOutTable(tableOf([], { year })).fiscalYear).toBe(expected);
  });

  it('holds points instead of targets only where there are no weights and bare numbers add up to 100 or 90', () => {
    const targets = (...texts: string[]) => layOutTable(tableOf(texts.map((text) => line(text, text, null, null)))).pointsInTargets;
    expect(targets('20', '30', '50')).toBe('100');
    expect(targets('20', '30', '40')).toBe('90');
    expect(targets('22.5', '22.5', '22.5', '22.5')).toBe('90');
    expect(targets('50', '50')).toBeNull();
    expect(targets('20', '30', '60')).toBeNull();
    expect(targets('20%', '30', '50')).toBeNull();
    expect(layOutTable(tableOf([line('20', '25', null, null), line('30', '30', null, null), line('50', '50', null, null)])).pointsInTargets).toBeNull();
    expect(layOutTable(tableOf([line('20', '20', '5', null), line('30', '30', null, null), line('50', '50', null, null)])).pointsInTargets).toBeNull();
  });
});
