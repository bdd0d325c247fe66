import { ruleNeeds } from '../scoring/rules/registry';
import { fraction, isNegative, isZero, ZERO } from '../shared/fraction';
import { effectiveComparator } from './indicator-entry';
import { COMPARATOR_SIGNS, type SlotBinding } from './indicator-system-version';
import { parseTarget } from './parse-target';
import { convertUnit, parseUnit } from './units';

/** A slot binding or a project's indicator: whatever carries an approved target and a rule. */
export type BoundIndicator = Pick<SlotBinding, 'name' | 'kind' | 'unit' | 'comparator' | 'target' | 'rule'>;

/**
 * Why a bound indicator cannot be scored as it stands, in Chinese; empty when it can. Asked when a round is issued, because a department
 * cannot repair a target (domain.md §2.4: ≥ 0 and negative targets are refused at design time).
 */
export function bindingProblems(bound: BoundIndicator): string[] {
  const problems: string[] = [];
  const needs = ruleNeeds(bound.rule);
  const target = parseTarget(bound.target, bound.unit);
  if (needs.operands.some((operand) => 'input' in operand)) problems.push('评分规则引用了本指标没有的填报项');
  if (!needs.actual) return problems.map((problem) => `“${bound.name}”：${problem}`);
  if (bound.kind === 'qualitative') problems.push('定性指标不能按完成值计分，应使用评判等级法');
  if (target.kind !== 'number') {
    problems.push(`目标值“${bound.target}”不是一个数，不能按完成值计分`);
    return problems.map((problem) => `“${bound.name}”：${problem}`);
  }
  const value = fraction(target.value);
  const comparator = effectiveComparator(bound, target);
  if (target.comparator !== null && bound.comparator !== 'gte' && bound.comparator !== target.comparator) {
    problems.push(`目标值中的“${COMPARATOR_SIGNS[target.comparator]}”与计算符号“${COMPARATOR_SIGNS[bound.comparator]}”不一致`);
  }
  if (bound.rule.type === 'ratio_reverse' && (target.comparator === 'gte' || target.comparator === 'gt')) {
    problems.push(`目标值写作“${bound.target}”，却按反向指标计分`);
  }
  if (bound.rule.type === 'ratio' || bound.rule.type === 'ratio_reverse') {
    if (isNegative(value)) problems.push('目标值为负数，不能按比例计分');
    if (isZero(value) && (comparator === 'gte' || comparator === 'gt')) problems.push('目标值为 0 且计算符号为“≥”，任何完成值都得满分');
  }
  if (bound.unit !== '' && target.unit !== '' && convertUnit(ZERO, parseUnit(target.unit), parseUnit(bound.unit)) === null) {
    problems.push(`目标值的单位“${target.unit}”与计量单位“${bound.unit}”不符`);
  }
  return problems.map((problem) => `“${bound.name}”：${problem}`);
}
