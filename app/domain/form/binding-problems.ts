import type { ScoringRule } from '../scoring/scoring-rule';
import { ruleNeeds, ruleTitle } from '../scoring/rules/registry';
import { isNegative, isZero, ZERO } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { effectiveComparator } from './indicator-entry';
import { COMPARATOR_SIGNS, type SlotBinding } from './indicator-system-version';
import { type ParsedTarget, parseTarget } from './parse-target';
import { halfWidth } from './typed-text';
import { convertUnit, parseUnit } from './units';

/** A slot binding or a project's indicator: whatever carries an approved target and a rule. */
export type BoundIndicator = Pick<SlotBinding, 'name' | 'kind' | 'unit' | 'comparator' | 'target' | 'rule'>;

/**
 * Why a bound indicator cannot be scored as it stands, in Chinese; empty when it can. Asked when a round is issued, because a department
 * cannot repair a target (domain.md §2.4: ≥ 0 and negative targets are refused at design time). A date without a year is one of `fiscalYear`.
 */
export function bindingProblems(bound: BoundIndicator, fiscalYear: number): string[] {
  const problems: string[] = [];
  const { rule } = bound;
  const needs = ruleNeeds(rule);
  const target = parseTarget(bound.target, bound.unit, fiscalYear);
  if (rule.type === 'aggregate') problems.push('汇总计分法只用于指标体系中的共性指标，请改用其他计分方法');
  if (needs.operands.some((operand) => 'input' in operand)) problems.push('评分规则引用了本指标没有的填报项');
  if (needs.actual && bound.kind === 'qualitative') problems.push('定性指标不能按完成值计分，应使用评判等级法');
  if (needs.actual) problems.push(...measuredProblems(bound, target));
  else if (target.kind === 'words' && bound.kind === 'quantitative' && needs.judgedPoints) problems.push(`${ruleTitle(rule.type)}评判的是文字目标“${bound.target}”，性质应为“定性”`);
  else if (target.kind === 'none' && needs.judgedPoints) problems.push(`目标值“${bound.target}”表示本项不适用，${ruleTitle(rule.type)}却仍须评分，请写明目标，或改用完成比例法`);
  return problems.map((problem) => `“${bound.name}”：${problem}`);
}

/** What follows from a target that is no problem but that nobody should be surprised by; null when there is nothing to say. */
export function bindingNote(bound: BoundIndicator, fiscalYear: number): string | null {
  const target = parseTarget(bound.target, bound.unit, fiscalYear);
  if (target.kind === 'none') return `“${bound.name}”：目标值“${bound.target}”表示本项不适用，不计分值，其余各项按适用分值折算到满分`;
  if (target.kind === 'date' && !target.date.startsWith(`${fiscalYear}-`)) return `“${bound.name}”：目标值“${bound.target}”不在 ${fiscalYear} 预算年度内，请核对`;
  if (target.kind === 'number' && target.deadline !== undefined) return `“${bound.name}”：目标值“${bound.target}”按数值计分，其中的时限不参与计分`;
  return null;
}

function measuredProblems(bound: BoundIndicator, target: ParsedTarget): string[] {
  switch (target.kind) {
    case 'none':
      return [];
    case 'words':
      return [`目标值“${bound.target}”不是数、区间或日期，不能按完成值计分${/\d/.test(halfWidth(bound.target)) ? `（${target.reason}）` : ''}`];
    case 'number':
      return numberProblems(bound, target);
    case 'range':
    case 'date':
      return [...mismatch(bound, target.kind), ...(target.kind === 'range' ? unitProblems(bound, target.unit) : [])];
  }
}

const KINDS = { number: '一个数', range: '区间', date: '日期' } as const;

/** What each rule that reads 实际完成值 can hold it against; the rest is refused with the rule that suits the target. */
const SUITS: Readonly<Partial<Record<ScoringRule['type'], readonly (keyof typeof KINDS)[]>>> = { ratio: ['number', 'range', 'date'], range: ['range'], date: ['date'] };
const SUITABLE = { number: '完成比例法或反向比例法', range: '区间赋分法或完成比例法', date: '时限赋分法或完成比例法' } as const;

function mismatch({ target, rule }: BoundIndicator, kind: keyof typeof KINDS): string[] {
  const suited = SUITS[rule.type] ?? ['number'];
  if (suited.includes(kind)) return [];
  const wanted = suited.map((one) => KINDS[one]).join('、');
  return [`目标值“${target}”是${KINDS[kind]}，${ruleTitle(rule.type)}要求目标值是${wanted}，请改用${SUITABLE[kind]}，或更正目标值`];
}

function numberProblems(bound: BoundIndicator, target: Extract<ParsedTarget, { kind: 'number' }>): string[] {
  const problems = mismatch(bound, 'number');
  const { rule } = bound;
  const value = fraction(target.value);
  const comparator = effectiveComparator(bound, target);
  if (target.comparator !== null && bound.comparator !== 'gte' && bound.comparator !== target.comparator) {
    problems.push(`目标值中的“${COMPARATOR_SIGNS[target.comparator]}”与计算符号“${COMPARATOR_SIGNS[bound.comparator]}”不一致`);
  }
  if (rule.type === 'equal' && comparator !== 'eq') problems.push(`等值赋分法要求与目标值相等，计算符号却是“${COMPARATOR_SIGNS[comparator]}”，应为“=”`);
  if (rule.type === 'ratio_reverse' && (target.comparator === 'gte' || target.comparator === 'gt')) {
    problems.push(`目标值写作“${bound.target}”，却按反向指标计分`);
  }
  if (rule.type === 'ratio' || rule.type === 'ratio_reverse') {
    if (isNegative(value)) problems.push('目标值为负数，不能按比例计分');
    if (isZero(value) && (comparator === 'gte' || comparator === 'gt')) problems.push('目标值为 0 且计算符号为“≥”，任何完成值都得满分');
  }
  return [...problems, ...unitProblems(bound, target.unit)];
}

function unitProblems(bound: BoundIndicator, unit: string): string[] {
  if (bound.unit === '' || unit === '' || convertUnit(ZERO, parseUnit(unit), parseUnit(bound.unit)) !== null) return [];
  return [`目标值的单位“${unit}”与计量单位“${bound.unit}”不符`];
}
