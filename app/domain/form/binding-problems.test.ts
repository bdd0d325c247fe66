import { expect, it } from 'vitest';
import { bindingProblems } from './binding-problems';
import { slotBindingSchema } from './indicator-system-version';

const problems = (more: Record<string, unknown>) =>
  bindingProblems(slotBindingSchema.parse({ name: '指标', definition: '定义', kind: 'quantitative', target: '85%', rule: { type: 'ratio' }, ...more }));

it.each([
  [{}, []],
  [{ target: '0起', comparator: 'eq' }, []],
  [{ target: '≤0起' }, []],
  [{ target: '5%', rule: { type: 'ratio_reverse' } }, []],
  [{ target: '有效提升', kind: 'qualitative', rule: { type: 'tier_judgement' } }, []],
  [{ target: '2 亿', unit: '万元' }, []],
  [{ target: '有效提升' }, ['目标值“有效提升”不是一个数']],
  [{ kind: 'qualitative' }, ['定性指标不能按完成值计分']],
  [{ target: '-5%' }, ['目标值为负数']],
  [{ target: '≥0' }, ['任何完成值都得满分']],
  [{ target: '0起' }, ['任何完成值都得满分']],
  [{ target: '≥5%', rule: { type: 'ratio_reverse' } }, ['却按反向指标计分']],
  [{ target: '≥5%', comparator: 'lte' }, ['不一致']],
  [{ target: '5人', unit: '户' }, ['目标值的单位“人”与计量单位“户”不符']],
  [{ rule: { type: 'deduction_list', items: [{ input: 'late', pointsEach: '1' }] } }, ['没有的填报项']],
])('%j', (more, expected) => {
  const found = problems(more);
  expect(found).toHaveLength(expected.length);
  expected.forEach((part, index) => expect(found[index]).toContain(part));
});
