import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type IndicatorSystemVersion, indicatorSystemVersionSchema } from '../form/indicator-system-version';
import { projectFormSchema } from '../form/project-form';
import { type RoundFile, roundFileSchema } from './round-file';
import { roundFileProblems } from './round-file-problems';

const root = path.resolve(import.meta.dirname, '../../..');
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const projectForm = projectFormSchema.parse(json('db/seed/project-forms/project-10-50-30-10.json'));

/** Problems of the example file after one change. */
function problemsOf(change: (file: RoundFile, system: IndicatorSystemVersion) => void): string[] {
  const file = roundFileSchema.parse(json('docs/examples/round-small.json'));
  const system = indicatorSystemVersionSchema.parse(file.system);
  change(file, system);
  return roundFileProblems(file, system, projectForm);
}

describe('roundFileProblems', () => {
  it('finds none in the example', () => expect(problemsOf(() => undefined)).toEqual([]));

  it.each<[string, (file: RoundFile, system: IndicatorSystemVersion) => void, string]>([
    ['unknown department', (file) => void (file.assignments[0]!.department = 'nobody'), 'assignments[0].department：departments 里没有代码为 nobody 的部门'],
    ['department twice', (file) => void (file.departments[1]!.code = 'tyj'), 'departments：代码 tyj 重复'],
    ['assignment twice', (file) => void file.assignments.push(file.assignments[0]!), 'assignments：部门 tyj 重复'],
    ['unknown category', (file) => void (file.departments[2]!.category = 'xx'), 'departments[2].category：categories 里没有代码为 xx 的类别'],
    ['unknown unit', (file) => void (file.departments[0]!.units = []), 'assignments[0].projects[0].implementingUnit：示例区体育局没有名为“示例区体育馆”的下属单位'],
    ['too few bindings', (file) => void (file.assignments[1]!.bindings = []), 'assignments[1].bindings：有 0 项个性指标，应为 1 至 4 项'],
    ['a target in words', (file) => void (file.assignments[0]!.bindings[0]!.target = '若干'), 'assignments[0].bindings[0]：“开放体育场馆人次”：目标值“若干”不是数、区间或日期，不能按完成值计分'],
    ['project weights', (file) => void (file.assignments[0]!.projects[0]!.indicators[0]!.weight = '24'), 'assignments[0].projects[0].indicators：“产出指标”分值合计应为 50 分'],
    [
      'unknown cell',
      (file) => void (file.assignments[2]!.cells['indicators.LZ-07.actual'] = '1'),
      'assignments[2].cells["indicators.LZ-07.actual"]：表中没有这一项',
    ],
    ['cells of nothing', (file) => void (file.assignments[0]!.state = 'not_started'), 'assignments[0].cells：未开始的任务不应有填报内容'],
    [
      'final too early',
      (file) => {
        file.round.state = 'finalised';
        file.assignments[0]!.state = 'filling';
      },
      'round.state：还有 1 个部门没有报送，不能定稿',
    ],
    ['system weights', (_file, system) => void (system.slots.points = '49'), 'system：各指标分值合计 99 分，应为 100 分'],
  ])('names the path: %s', (_name, change, expected) => expect(problemsOf(change)).toEqual([expected]));
});
