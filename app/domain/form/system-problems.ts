import { compare, sum } from '../shared/fraction';
import { exactDecimal, fraction } from '../shared/fraction-text';
import type { GradeBands, IndicatorSystemVersion } from './indicator-system-version';
import type { ProjectForm } from './project-form';
import { ruleProblems } from './rule-problems';

/** What keeps an indicator system version from being published, in Chinese: weights, codes, references, grades. Empty when it may be. */
export function systemProblems(system: IndicatorSystemVersion): string[] {
  const problems: string[] = [];
  const standing = system.indicators.filter((indicator) => indicator.partOf === undefined).map((indicator) => indicator.weight);
  const total = sum([...(system.slots.partOf === undefined ? [system.slots.points] : []), ...standing].map(fraction));
  if (compare(total, fraction(system.totalWeight)) !== 0) {
    problems.push(`各指标分值合计 ${exactDecimal(total)} 分，应为 ${system.totalWeight} 分`);
  }
  const { min, count, max } = system.slots;
  if (min > count || count > max) problems.push(`个性指标个数 ${count} 应在 ${min} 与 ${max} 之间`);
  const seen = new Set<string>();
  for (const indicator of system.indicators) {
    if (seen.has(indicator.code)) problems.push(`指标编码 ${indicator.code} 重复`);
    seen.add(indicator.code);
    for (const problem of ruleProblems(indicator)) problems.push(`${indicator.code} ${indicator.name}：${problem}`);
  }
  return [...problems, ...aggregateProblems(system), ...thresholdProblems(system), ...gradeProblems(system.gradeBands)];
}

/** A leaf may only count into an aggregate of leaves, which is no part of another; such an aggregate has parts, and their weights make its own. */
function aggregateProblems(system: IndicatorSystemVersion): string[] {
  const parents = new Map(system.indicators.flatMap((one) => (one.rule.type === 'aggregate' && one.rule.of === 'children' ? [[one.code, one] as const] : [])));
  const parts = [...(system.slots.partOf === undefined ? [] : [{ name: '个性指标', partOf: system.slots.partOf, weight: system.slots.points }]), ...system.indicators];
  const problems = parts.flatMap(({ name, partOf }) =>
    partOf === undefined || parents.has(partOf) ? [] : [`“${name}”所计入的指标 ${partOf} 不存在，或不是汇总计分`],
  );
  for (const parent of parents.values()) {
    if (parent.partOf !== undefined) problems.push(`${parent.code} ${parent.name}：汇总计分的指标不能再计入其他指标`);
    const own = parts.filter(({ partOf }) => partOf === parent.code);
    const points = sum(own.map(({ weight }) => fraction(weight)));
    if (own.length === 0) problems.push(`${parent.code} ${parent.name}：没有计入本项的指标`);
    else if (compare(points, fraction(parent.weight)) !== 0) problems.push(`${parent.code} ${parent.name}：计入本项的指标分值合计 ${exactDecimal(points)} 分，应为 ${parent.weight} 分`);
  }
  return problems;
}

/** Lines that people are warned at stand in their order. */
function thresholdProblems({ overAchievement: over, executionAlerts: alerts }: Pick<IndicatorSystemVersion, 'overAchievement' | 'executionAlerts'>): string[] {
  const problems: string[] = [];
  const isRising = (...lines: readonly string[]): boolean => lines.every((line, index) => index === 0 || compare(fraction(lines[index - 1]!), fraction(line)) <= 0);
  if (over !== undefined && !isRising(over.warnAt, over.explainAt, over.suggestAt)) problems.push('超额完成的提示线、说明线和疑似偏低线应由低到高');
  if (alerts !== undefined && !isRising(alerts.red, alerts.yellow)) problems.push('执行率红色预警线不应高于黄色预警线');
  return problems;
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
