import { expect, it } from 'vitest';
import { type BoundIndicator, bindingNote, bindingProblems } from './binding-problems';
import { slotBindingSchema } from './indicator-system-version';

const bound = (more: Record<string, unknown>): BoundIndicator =>
  slotBindingSchema.parse({ name: '指标', definition: '定义', kind: 'quantitative', target: '85%', rule: { type: 'ratio' }, ...more });

it.each([
  [{}, []],
  [{ target: '0起', comparator: 'eq' }, []],
  [{ target: '≤0起' }, []],
  [{ target: '5%', rule: { type: 'ratio_reverse' } }, []],
  [{ target: '有效提升', kind: 'qualitative', rule: { type: 'tier_judgement' } }, []],
  [{ target: '2 亿', unit: '万元' }, []],
  [{ target: '90%～95%' }, []],
  [{ target: '12月31日前' }, []],
  [{ target: '/' }, []],
  [{ target: '/', rule: { type: 'date' } }, []],
  [{ target: '5次', comparator: 'eq', rule: { type: 'equal' } }, []],
  [{ target: '=5次', rule: { type: 'equal' } }, []],
  [{ target: '90%～95%', rule: { type: 'range' } }, []],
  [{ target: '9月底前', rule: { type: 'date' } }, []],
  [{ target: '2024年12月', rule: { type: 'date', late: { per: 'day', pointsEach: '0.5' } } }, []],
  [{ target: '制度健全', kind: 'qualitative', rule: { type: 'manual' } }, []],
  [{ target: '5项', rule: { type: 'manual' } }, []],
  [{ target: '≥3项', rule: { type: 'direct', condition: { kind: 'target_met' } } }, []],
  [{ target: '11月底完成100%' }, []],
  [{ target: '有效提升' }, ['“有效提升”不是数、区间或日期，不能按完成值计分']],
  [{ target: '2月30日前' }, ['不能按完成值计分（']],
  [{ kind: 'qualitative' }, ['定性指标不能按完成值计分']],
  [{ target: '-5%' }, ['目标值为负数']],
  [{ target: '≥0' }, ['任何完成值都得满分']],
  [{ target: '0起' }, ['任何完成值都得满分']],
  [{ target: '≥5%', rule: { type: 'ratio_reverse' } }, ['却按反向指标计分']],
  [{ target: '≥5%', comparator: 'lte' }, ['不一致']],
  [{ target: '5人', unit: '户' }, ['目标值的单位“人”与计量单位“户”不符']],
  [{ target: '5人～9人', unit: '户', rule: { type: 'range' } }, ['目标值的单位“人”与计量单位“户”不符']],
  [{ target: '5次', rule: { type: 'equal' } }, ['计算符号却是“≥”，应为“=”']],
  [{ target: '90%～95%', rule: { type: 'equal' } }, ['“90%～95%”是区间，等值赋分法要求目标值是一个数，请改用区间赋分法或完成比例法']],
  [{ target: '90%～95%', rule: { type: 'ratio_reverse' } }, ['反向比例法要求目标值是一个数']],
  [{ target: '90%～95%', rule: { type: 'date' } }, ['时限赋分法要求目标值是日期']],
  [{ target: '12月31日前', rule: { type: 'range' } }, ['“12月31日前”是日期，区间赋分法要求目标值是区间，请改用时限赋分法或完成比例法']],
  [{ target: '12月31日前', rule: { type: 'direct', condition: { kind: 'target_met' } } }, ['直接赋分法要求目标值是一个数']],
  [{ target: '95%', rule: { type: 'range' } }, ['“95%”是一个数，区间赋分法要求目标值是区间']],
  [{ target: '95%', rule: { type: 'date' } }, ['时限赋分法要求目标值是日期，请改用完成比例法或反向比例法']],
  [{ target: '制度健全', rule: { type: 'manual' } }, ['人工评分法评判的是文字目标“制度健全”，性质应为“定性”']],
  [{ target: '有效提升', rule: { type: 'tier_judgement' } }, ['性质应为“定性”']],
  [{ target: '/', rule: { type: 'manual' } }, ['表示本项不适用，人工评分法却仍须评分']],
  [{ target: '/', kind: 'qualitative', rule: { type: 'tier_judgement' } }, ['表示本项不适用，评判等级法却仍须评分']],
  [{ rule: { type: 'aggregate', of: 'children', method: 'mean' } }, ['汇总计分法只用于指标体系中的共性指标']],
  [{ rule: { type: 'deduction_list', items: [{ input: 'late', pointsEach: '1' }] } }, ['没有的填报项']],
])('%j', (more, expected) => {
  const found = bindingProblems(bound(more), 2024);
  expect(found).toHaveLength(expected.length);
  expected.forEach((part, index) => expect(found[index]).toContain(part));
});

it.each([
  [{}, null],
  [{ target: '90%～95%' }, null],
  [{ target: '/' }, '“指标”：目标值“/”表示本项不适用，不计分值，其余各项按适用分值折算到满分'],
  [{ target: '12月31日前' }, null],
  [{ target: '2023年12月31日前' }, '“指标”：目标值“2023年12月31日前”不在 2024 预算年度内，请核对'],
  [{ target: '11月底完成100%' }, '“指标”：目标值“11月底完成100%”按数值计分，其中的时限不参与计分'],
])('says of %j: %s', (more, expected) => {
  expect(bindingNote(bound(more), 2024)).toBe(expected);
});
