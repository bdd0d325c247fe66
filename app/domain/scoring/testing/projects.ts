import { projectBindingSchema, type ProjectBinding } from '../../form/project-form';
import type { Snapshot } from '../../form/snapshot';

const WEIGHTS = ['4', '4', '4', '4', '4', '4', '4', '4', '6', '6', '6', '10', '10', '10', '10'];

function project(number: number): ProjectBinding {
  return projectBindingSchema.parse({
    code: `P${String(number).padStart(2, '0')}`,
    name: `项目${number}`,
    fundSource: 'general_public_budget',
    expectedGoal: '完成年度任务',
    indicators: WEIGHTS.map((weight, index) => ({
      code: `I${String(index + 1).padStart(2, '0')}`,
      primary: index < 11 ? '产出指标' : '效益指标',
      secondary: index < 11 ? '数量指标' : '社会效益指标',
      name: `指标${index + 1}`,
      kind: 'quantitative',
      unit: '批次',
      target: `≥${index + 3}批次`,
      weight,
      rule: { type: 'ratio' },
    })),
  });
}

/** The snapshot with `count` projects of 15 indicators; all met but the first of each, which reaches 2 of 3. */
export function withProjects(snapshot: Snapshot, count: number): Snapshot {
  const projects = Array.from({ length: count }, (_, index) => project(index + 1));
  const cells: Record<string, string> = { ...snapshot.cells };
  for (const { code, indicators } of projects) {
    cells[`projects.${code}.funding.annual_budget`] = '90';
    cells[`projects.${code}.funding.executed`] = '90';
    indicators.forEach((indicator, index) => {
      cells[`projects.${code}.indicators.${indicator.code}.actual`] = `${index === 0 ? 2 : index + 3}批次`;
    });
  }
  return { ...snapshot, projects, cells };
}
