import { inputUnit } from './leaf-cells';
import type { CommonIndicator } from './indicator-system-version';
import { basicsCells, budgetCells } from './fixed-cells';
import { type UnitVerdict, unitOf } from '../scoring/expression/unit-of';
import { operandOfName } from '../scoring/rule-needs';
import { ruleNeeds } from '../scoring/rules/registry';

const FIXED = new Map([...basicsCells(), ...budgetCells()].map((cell) => [cell.address as string, cell]));

/** What keeps the rule of a common indicator from scoring it, in Chinese: figures it cannot read, a formula whose units do not go together. */
export function ruleProblems(indicator: CommonIndicator): string[] {
  const problems: string[] = [];
  const { rule } = indicator;
  const needs = ruleNeeds(rule);
  if (needs.actual) problems.push('共性指标没有目标值，不能按完成值计分');
  const inputs = new Map(indicator.inputs.map((input) => [input.key, input]));
  for (const operand of needs.operands) {
    const missing = 'input' in operand ? !inputs.has(operand.input) : !FIXED.has(operand.cell);
    if (missing) problems.push(`评分规则引用的“${'input' in operand ? operand.input : operand.cell}”不存在`);
  }
  if (rule.type !== 'formula' || problems.length > 0) return problems;
  const verdict: UnitVerdict = unitOf(rule.expression, (name) => {
    if (name === 'weight') return rule.gives === 'share' ? '' : '分';
    const operand = operandOfName(name);
    if (operand === null) return null;
    if ('cell' in operand) return FIXED.get(operand.cell)?.unit ?? null;
    const input = inputs.get(operand.input);
    return input === undefined ? null : inputUnit(input);
  });
  if (!verdict.ok) return [verdict.reason];
  const wanted = rule.gives === 'share' ? [''] : ['', '分'];
  return wanted.includes(verdict.unit) ? [] : [`公式的结果应为${rule.gives === 'share' ? '得分率' : '分数'}，而不是以“${verdict.unit}”为单位的数`];
}
