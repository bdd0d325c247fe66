import { expect, it } from 'vitest';
import { indicatorSystemVersionSchema } from '~/app/domain/form/indicator-system-version';
import { projectFormSchema } from '~/app/domain/form/project-form';
import { projectFormProblems, systemProblems } from '~/app/domain/form/system-problems';
import { compare, sum } from '~/app/domain/shared/fraction';
import { fraction } from '~/app/domain/shared/fraction-text';
import projectForm from '../project-forms/project-10-50-30-10.json';
import district32 from './district-32.json';

const system = indicatorSystemVersionSchema.parse(district32);

it('has 32 leaves that weigh 100 together, half of it 履职效能', () => {
  expect(system.slots.count + system.indicators.length).toBe(32);
  const weights = (primary: string) => sum(system.indicators.filter((leaf) => leaf.primary === primary).map((leaf) => fraction(leaf.weight)));
  expect(compare(weights('履职效能'), fraction('10'))).toBe(0);
  expect(compare(weights('管理效率'), fraction('50'))).toBe(0);
  expect(systemProblems(system)).toEqual([]);
});

it.each([
  ['预算编制', '2'],
  ['预算执行', '9'],
  ['信息公开', '3'],
  ['绩效管理', '13'],
  ['采购管理', '10'],
  ['资产管理', '10'],
  ['运行成本', '3'],
])('%s weighs %s', (secondary, weight) => {
  const found = sum(system.indicators.filter((leaf) => leaf.secondary === secondary).map((leaf) => fraction(leaf.weight)));
  expect(compare(found, fraction(weight))).toBe(0);
});

it('rounds the total half-up to 2 digits and grades at 90, 80 and 60', () => {
  expect(system.rounding).toEqual({ scope: 'total', digits: 2, mode: 'half_up' });
  expect(system.gradeBands.map((band) => band.atLeast)).toEqual(['90', '80', '60', '0']);
});

it('asks for every figure in Chinese with a unit', () => {
  for (const leaf of system.indicators) {
    for (const input of leaf.inputs) {
      expect(input.label, `${leaf.code} ${input.key}`).toMatch(/\p{Script=Han}/u);
      if (input.kind !== 'yes_no') expect(input.unit, `${leaf.code} ${input.key}`).toBeTruthy();
    }
  }
});

it('names what is wrong with a version that may not be published', () => {
  const [first, second, ...rest] = system.indicators;
  const broken = {
    ...system,
    indicators: [{ ...first!, weight: '9' }, { ...second!, inputs: [] }, ...rest, rest[0]!],
    gradeBands: [...system.gradeBands].reverse(),
  };
  expect(systemProblems(broken)).toEqual([
    '各指标分值合计 102 分，应为 100 分',
    'GL-01 新增项目事前绩效评估率：评分规则引用的“assessed_new”不存在',
    'GL-01 新增项目事前绩效评估率：评分规则引用的“required_new”不存在',
    '指标编码 GL-02 重复',
    '等级分数线应由高到低排列，最低一档从 0 分起',
  ]);
});

it('project form is 10 + 50 + 30 + 10', () => {
  const form = projectFormSchema.parse(projectForm);
  expect([form.executionWeight, ...form.primaries.map((primary) => primary.weight)]).toEqual(['10', '50', '30', '10']);
  expect(projectFormProblems(form)).toEqual([]);
  expect(projectFormProblems({ ...form, executionWeight: '20' })).toEqual(['预算执行率与一级指标分值合计 110 分，应为 100 分']);
});
