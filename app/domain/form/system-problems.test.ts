import { describe, expect, it } from 'vitest';
import { smallBasis } from '../scoring/testing/score-one';
import { systemProblems } from './system-problems';

const aggregate = { type: 'aggregate', of: 'children', method: 'by_weight' };
const yes = { inputs: [{ key: 'ok', label: '已完成', kind: 'yes_no' }], rule: { type: 'direct', condition: { kind: 'all_yes', inputs: ['ok'] } } };
const counts = ['done', 'planned'].map((key) => ({ key, label: key, kind: 'count', unit: '个' }));
const formula = (expression: unknown, gives = 'share') => ({ weight: '100', inputs: counts, rule: { type: 'formula', expression, gives } });
const problems = (indicators: readonly Record<string, unknown>[], more: object = {}) => {
  const { system } = smallBasis({ indicators });
  return systemProblems({ ...system, slots: { ...system.slots, count: 1 }, ...more } as typeof system);
};
const hundred = { weight: '100', ...yes };

describe('what keeps a version from being published', () => {
  it('is nothing when all is well', () => {
    expect(problems([hundred])).toEqual([]);
    expect(problems([formula({ op: 'divide', of: ['inputs.done', 'inputs.planned'] })])).toEqual([]);
    expect(problems([{ weight: '100', inputs: [], rule: aggregate }, { weight: '100', partOf: 'GL-01', ...yes }])).toEqual([]);
  });

  it.each([
    ['weights', [{ weight: '90', ...yes }], ['各指标分值合计 90 分，应为 100 分']],
    ['an unknown input', [formula('inputs.other')], ['GL-01 共性指标1：评分规则引用的“other”不存在']],
    ['an unknown cell', [formula('budget.other')], ['GL-01 共性指标1：评分规则引用的“budget.other”不存在']],
    ['units that do not go together', [formula({ op: 'add', of: ['inputs.done', 'budget.executed'] })], ['GL-01 共性指标1：相加减的各项单位不同：“个”与“万元”']],
    ['a result that is no share', [formula('inputs.done')], ['GL-01 共性指标1：公式的结果应为得分率，而不是以“个”为单位的数']],
    ['a result that is no points', [formula('inputs.done', 'points')], ['GL-01 共性指标1：公式的结果应为分数，而不是以“个”为单位的数']],
    ['a target a common indicator does not have', [formula({ op: 'divide', of: ['actual', 'target'] })], ['GL-01 共性指标1：共性指标没有目标值，不能按完成值计分']],
    ['an aggregate without parts', [{ weight: '100', inputs: [], rule: aggregate }], ['GL-01 共性指标1：没有计入本项的指标']],
    ['parts that make less than the whole', [{ weight: '100', inputs: [], rule: aggregate }, { weight: '60', partOf: 'GL-01', ...yes }], ['GL-01 共性指标1：计入本项的指标分值合计 60 分，应为 100 分']],
    ['a part of what is no aggregate', [hundred, { weight: '5', partOf: 'GL-01', ...yes }], ['“共性指标2”所计入的指标 GL-01 不存在，或不是汇总计分']],
  ])('%s', (_name, indicators, expected) => expect(problems(indicators)).toEqual(expected));

  it.each([
    [{ overAchievement: { warnAt: '1.3', explainAt: '1.2', suggestAt: '1.5' } }, '超额完成的提示线、说明线和疑似偏低线应由低到高'],
    [{ executionAlerts: { yellow: '60', red: '80' } }, '执行率红色预警线不应高于黄色预警线'],
  ])('%j', (more, expected) => expect(problems([hundred], more)).toEqual([expected]));
});
