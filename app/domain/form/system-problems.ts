import { ruleNeeds } from '../scoring/rules/registry';
import { compare, exactDecimal, fraction, sum } from '../shared/fraction';
import { basicsCells, budgetCells } from './fixed-cells';
import type { GradeBands, IndicatorSystemVersion } from './indicator-system-version';
import type { ProjectForm } from './project-form';

/** What keeps an indicator system version from being published, in Chinese: weights, codes, references, grades. Empty when it may be. */
export function systemProblems(system: IndicatorSystemVersion): string[] {
  const problems: string[] = [];
  const total = sum([system.slots.points, ...system.indicators.map((indicator) => indicator.weight)].map(fraction));
  if (compare(total, fraction(system.totalWeight)) !== 0) {
    problems.push(`各指标分值合计 ${exactDecimal(total)} 分，应为 ${system.totalWeight} 分`);
  }
  const { min, count, max } = system.slots;
  if (min > count || count > max) problems.push(`个性指标个数 ${count} 应在 ${min} 与 ${max} 之间`);
  const known = new Set([...basicsCells(), ...budgetCells()].map((cell) => cell.address as string));
  const seen = new Set<string>();
  for (const indicator of system.indicators) {
    if (seen.has(indicator.code)) problems.push(`指标编码 ${indicator.code} 重复`);
    seen.add(indicator.code);
    const needs = ruleNeeds(indicator.rule);
    if (needs.actual) problems.push(`${indicator.code} ${indicator.name}：共性指标没有目标值，不能按完成值计分`);
    const keys = new Set(indicator.inputs.map((input) => input.key));
    for (const operand of needs.operands) {
      const missing = 'input' in operand ? !keys.has(operand.input) : !known.has(operand.cell);
      if (missing) problems.push(`${indicator.code} ${indicator.name}：评分规则引用的“${'input' in operand ? operand.input : operand.cell}”不存在`);
    }
  }
  return [...problems, ...gradeProblems(system.gradeBands)];
}

/** The same for a project form: execution and first-level weights make 100 together. */
export function projectFormProblems(form: ProjectForm): string[] {
  const total = sum([form.executionWeight, ...form.primaries.map((primary) => primary.weight)].map(fraction));
  const problems = compare(total, fraction('100')) === 0 ? [] : [`预算执行率与一级指标分值合计 ${exactDecimal(total)} 分，应为 100 分`];
  return [...problems, ...gradeProblems(form.gradeBands)];
}

function gradeProblems(bands: GradeBands): string[] {
  const bounds = bands.map((band) => fraction(band.atLeast));
  const descending = bounds.every((bound, index) => index === 0 || compare(bounds[index - 1]!, bound) > 0);
  return descending && compare(bounds[bounds.length - 1]!, fraction('0')) === 0 ? [] : ['等级分数线应由高到低排列，最低一档从 0 分起'];
}
