import { expect, it } from 'vitest';
import { type SlotBinding, slotBindingSchema } from '../form/indicator-system-version';
import { type ProjectBinding, projectBindingSchema } from '../form/project-form';
import { targetChanges } from './target-sheets-changes';

const binding = (name: string, more: object = {}): SlotBinding =>
  slotBindingSchema.parse({ name, definition: '定义', kind: 'quantitative', unit: '%', target: '85%', rule: { type: 'ratio' }, ...more });
const indicator = (name: string, more: object = {}) => ({ code: 'I01', primary: '产出指标', secondary: '数量指标', name, kind: 'quantitative', unit: '项', target: '10项', weight: '90', rule: { type: 'ratio' }, ...more });
const project = (more: object = {}): ProjectBinding =>
  projectBindingSchema.parse({ code: 'P01', name: '抽检', fundSource: 'general_public_budget', expectedGoal: '完成', indicators: [indicator('批次')], ...more });

const before = { bindings: [binding('甲'), binding('乙')], projects: [project()] };

it.each<[string, typeof before, string[]]>([
  ['nothing', before, []],
  ['nothing, whatever else the scopes carry', Object.assign({ departmentId: 'd' }, before), []],
  ['a target', { ...before, bindings: [binding('甲', { target: '90%' }), binding('乙')] }, ['changed 个性指标“甲”：目标值 85% → 90%']],
  ['a unit', { ...before, bindings: [binding('甲', { unit: '' }), binding('乙')] }, ['changed 个性指标“甲”：计量单位 % → （空）']],
  ['a rule', { ...before, bindings: [binding('甲', { rule: { type: 'ratio_reverse' } }), binding('乙')] }, ['changed 个性指标“甲”：定义、计算符号、计分方法等有变化']],
  ['one for another', { ...before, bindings: [binding('甲'), binding('丙')] }, ['added 新增个性指标“丙”', 'removed 删去个性指标“乙”']],
  ['the order', { ...before, bindings: [binding('乙'), binding('甲')] }, ['changed 指标或项目的先后顺序有变化']],
  ['no project', { ...before, projects: [] }, ['removed 删去项目 P01“抽检”']],
  ['another project under the number', { ...before, projects: [project({ name: '检验' })] }, ['changed 项目 P01“检验”：原名“抽检”']],
  ['the goal', { ...before, projects: [project({ expectedGoal: '全部完成' })] }, ['changed 项目 P01“抽检”：资金来源、实施单位、预期目标或指标内容有变化']],
  ["a project's target", { ...before, projects: [project({ indicators: [indicator('批次', { target: '12项' })] })] }, ['changed 项目 P01“抽检”：“批次”目标值 10项 → 12项']],
  ['a weight', { ...before, projects: [project({ indicators: [indicator('批次', { weight: '80' })] })] }, ['changed 项目 P01“抽检”：“批次”分值 90 → 80']],
  ['an indicator', { ...before, projects: [project({ indicators: [indicator('户次')] })] }, ['changed 项目 P01“抽检”：新增指标“户次”；删去指标“批次”']],
])('%s', (_name, after, expected) => {
  expect(targetChanges(before, after).map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
});
