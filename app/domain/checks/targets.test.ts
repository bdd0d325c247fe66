import { describe, expect, it } from 'vitest';
import { slotBindingSchema } from '../form/indicator-system-version';
import type { Mention } from '../narrative/prose';
import { scoringRuleSchema } from '../scoring/scoring-rule';
import { checkContext } from './run-checks';
import { formContext, messagesOf, sayings, targetMention } from './testing/context';
import { cleanSnapshot } from './testing/snapshot';

const bound = (more: Record<string, unknown>) =>
  slotBindingSchema.parse({ name: '抽检批次数', definition: '批次', kind: 'quantitative', target: '≥100批次', rule: { type: 'ratio' }, ...more });
/** The clean form with its first slot bound otherwise. */
const withFirst = (more: Record<string, unknown>, cells: Record<string, string> = {}) => {
  const clean = cleanSnapshot(cells);
  return { ...clean, bindings: [bound(more), ...clean.bindings.slice(1)] };
};

describe('C01: what an unmet target that is no single figure says', () => {
  it.each([
    ['90%-95%', '97%', '第 1 项“抽检批次数”未达目标（目标“90%-95%”，完成“97%”），请填写偏差原因。'],
    ['2024年6月30日前', '2024年8月', '第 1 项“抽检批次数”未达目标（目标“2024年6月30日前”，完成“2024年8月”），请填写偏差原因。'],
  ])('%s', (target, actual, message) => {
    const context = formContext(withFirst({ target }, { 'indicators.LZ-01.actual': actual }));
    expect(messagesOf(context, 'C01')).toEqual([message]);
    expect(checkContext(context).findings.find(({ id }) => id === 'C01')?.addresses).toEqual(['indicators.LZ-01.deviation', 'indicators.LZ-01.actual']);
  });
});

describe('C04: a target named in prose is the approved one', () => {
  const says = (...mentions: Mention[]) => sayings(formContext(cleanSnapshot(), { mentions }), 'C04');
  it.each([
    ['the same', targetMention('LZ-02', '14.6', '万户'), 'confirmed C04'],
    ['the same in another unit', targetMention('LZ-02', '146000', '户'), 'confirmed C04'],
    ['the same without its unit', targetMention('LZ-02', '14.6', ''), 'confirmed C04'],
    ['another', targetMention('LZ-02', '14.5', '万户'), 'E C04.LZ-02'],
    ['another in a project', targetMention('P01.I02', '80', '%'), 'E C04.P01.I02'],
    ['about the target', targetMention('LZ-02', '14.5', '万户', { exactness: 'about' }), null],
    ['of another year', targetMention('LZ-02', '14', '万户', { year: '2023' }), null],
    ['in a unit that measures something else', targetMention('LZ-02', '10', '亿元'), null],
    ['an actual value', { ...targetMention('LZ-02', '14.5', '万户'), says: 'actual' } as Mention, null],
    ['of a target in words', targetMention('LZ-04', '3', '次'), null],
  ])('%s', (_name, mention, expected) => expect(says(mention)).toEqual(expected === null ? [] : [expected]));

  it('takes either bound of a range', () => {
    const context = (value: string) => formContext(withFirst({ target: '90%-95%' }, { 'indicators.LZ-01.actual': '93%' }), { mentions: [targetMention('LZ-01', value, '%')] });
    expect([sayings(context('90'), 'C04'), sayings(context('95'), 'C04'), sayings(context('93'), 'C04')]).toEqual([['confirmed C04'], ['confirmed C04'], ['E C04.LZ-01']]);
  });

  it('a report is held against its own section of objectives', () => {
    const stated = { ...formContext(cleanSnapshot(), { mentions: [targetMention('LZ-02', '14', '万户', { role: 'objectives' })] }) };
    expect(sayings(stated, 'C04')).toEqual(['E C04.LZ-02']);
    expect(sayings({ ...stated, source: 'report' }, 'C04')).toEqual([]);
  });

  it('says both targets and quotes what differs, once per indicator', () => {
    const context = formContext(cleanSnapshot(), { mentions: [targetMention('LZ-02', '14.6', '万户'), targetMention('LZ-02', '14', '万户')] });
    expect(messagesOf(context, 'C04')).toEqual(['第 2 项“商事主体数”批复的目标值为 ≥14.6万户，“存在的主要问题”中写作 14万户，自评不得改动目标值，请更正。']);
    expect(checkContext(context).findings.find(({ id }) => id === 'C04')?.quotes?.map(({ text }) => text)).toEqual(['指标值14万户']);
  });
});

describe('C05: the same name twice', () => {
  it('in one table, spaces and quotation marks apart', () => {
    const context = formContext(withFirst({ name: '“商事 主体数”' }));
    expect(sayings(context, 'C05')).toEqual(['W C05.LZ-02']);
    expect(messagesOf(context, 'C05')).toEqual(['第 2 项“商事主体数”与第 1 项““商事 主体数””名称相同，同一结果可能重复计分，请说明各自的口径。']);
  });
  it('not across tables', () => expect(sayings(formContext(withFirst({ name: '抽检批次' })), 'C05')).toEqual([]));
});

describe('C06: targets that say nothing, units that do not fit', () => {
  it.each([
    ['words', { target: '显著提升' }, ['W C06.LZ-01']],
    ['a target that does not apply', { target: '/' }, []],
    ['a foreign unit of measure', { target: '≥100批次', unit: '万元' }, ['W C06.LZ-01']],
    ['a unit that converts', { target: '≥100万元', unit: '元' }, []],
    ['a range', { target: '90%-95%', unit: '%' }, []],
    ['a deadline', { target: '2024年12月31日前' }, []],
    ['words of a qualitative indicator', { target: '显著提升', kind: 'qualitative', rule: { type: 'tier_judgement' } }, []],
  ])('%s', (_name, more, expected) => expect(sayings(formContext(withFirst(more)), 'C06')).toEqual(expected));

  it('an actual in a foreign unit: on a form it cannot be read, elsewhere it is named', () => {
    const context = formContext(withFirst({}, { 'indicators.LZ-01.actual': '120万元' }));
    expect(sayings(context, 'C06')).toEqual([]);
    expect(messagesOf({ ...context, source: 'report' }, 'C06')).toEqual([
      '第 1 项“抽检批次数”完成值的单位“万元”与目标值“≥100批次”的单位不同，不能换算，请说明评价的口径，或联系财政局更正。',
    ]);
  });
});

describe('what a version and a rule ask to be explained', () => {
  const limits = { warnAt: '1.1', explainAt: '1.4', suggestAt: '2' };
  const over = (actual: string, rule: Record<string, unknown> = {}) => {
    const snapshot = withFirst({ rule: scoringRuleSchema.parse({ type: 'ratio', ...rule }) }, { 'indicators.LZ-01.actual': actual });
    return sayings(formContext({ ...snapshot, system: { ...snapshot.system, overAchievement: limits } }), 'C02');
  };
  it('C02: at the limits of the version', () => {
    expect([over('109.9批次'), over('110批次'), over('139批次'), over('140批次')]).toEqual([[], ['I C02.LZ-01'], ['I C02.LZ-01'], ['W C02.LZ-01']]);
  });
  it('C02: a rule asks from its own share on', () => {
    const rule = { explainWhen: [{ kind: 'over_target', from: '1.2' }] };
    expect([over('119批次', rule), over('120批次', rule)]).toEqual([['I C02.LZ-01'], ['W C02.LZ-01']]);
  });

  const common = (explainWhen: unknown, cells: Record<string, string>) => {
    const snapshot = cleanSnapshot(cells);
    const [rate, finances] = snapshot.system.indicators;
    const rule = (of: typeof rate) => scoringRuleSchema.parse({ ...of!.rule, explainWhen });
    const indicators = [{ ...rate!, rule: rule(rate) }, { ...finances!, rule: rule(finances) }];
    return sayings(formContext({ ...snapshot, system: { ...snapshot.system, indicators } }), 'G04');
  };
  it('G04: lost points, where the rule asks for them', () => {
    const lost = { 'indicators.GL-04.inputs.findings': '2' };
    expect(common([{ kind: 'loses_points' }], lost)).toEqual(['E G04.LZ-09', 'E G04.GL-04']);
    expect(common([], lost)).toEqual([]);
    expect(common([{ kind: 'loses_points' }], { ...lost, 'indicators.GL-04.deviation': '已整改', 'indicators.LZ-09.deviation': '尾款次年支付' })).toEqual([]);
  });
  it('G04: a measure above its limit, in percent for a rate', () => {
    expect(common([{ kind: 'measure_above', value: '99' }], {})).toEqual([]);
    expect(common([{ kind: 'measure_above', value: '98.9' }], {})).toEqual(['E G04.LZ-09']);
  });
  it('G04: an indicator with a target that is met and still loses points; unmet it is C01’s', () => {
    const demand = { explainWhen: [{ kind: 'loses_points' }], cap: '0.9' };
    const of = (actual: string, id: string) => {
      const snapshot = withFirst({ rule: scoringRuleSchema.parse({ type: 'ratio', ...demand }) }, { 'indicators.LZ-01.actual': actual });
      return sayings(formContext(snapshot), id);
    };
    expect([of('100批次', 'G04'), of('100批次', 'C01')]).toEqual([['E G04.LZ-01'], []]);
    expect([of('50批次', 'G04'), of('50批次', 'C01')]).toEqual([[], ['E C01.LZ-01']]);
  });
});
