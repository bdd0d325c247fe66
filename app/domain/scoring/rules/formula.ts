import { compare, HUNDRED, mul } from '../../shared/fraction';
import type { IndicatorEntry } from '../../form/indicator-entry';
import { type Expression, namesIn } from '../expression/expression';
import { printExpression } from '../expression/print';
import { expandedPoints, rateText } from '../number-text';
import { readNumber, type ReadCell } from '../read-cell';
import { formulaNeeds, operandOfName } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { operandCell } from './measure';
import { missingOutcome, readOwn, type RuleHandler, scored, type Subject, zeroDenominatorOutcome } from './outcome';
import { isOutcome, readTargetActual, targetText } from './target-actual';

type Formula = Extract<ScoringRule, { type: 'formula' }>;

/**
 * 公式计分法: the version's author writes the arithmetic, the engine computes it exactly. `points` are the score itself, a `share` is multiplied by the
 * weight; both are kept within 0 and the weight. Units are checked before a version is published (`ruleProblems`).
 */
export const formula: RuleHandler<Formula> = {
  title: '公式计分法',
  needs: (rule) => formulaNeeds(rule.expression),
  describe: (rule, entry) => {
    const text = printExpression(rule.expression, (name) => ({ text: labelOfName(name, entry), isNegative: false }));
    return `公式计分法：得分=${rule.gives === 'share' ? `〔${text}〕×分值` : text}，在 0 与分值之间`;
  },
  score: (rule, subject) => {
    const { derive, entry } = subject;
    const target = targetText(entry);
    const missing = readNames(rule, subject);
    if ('status' in missing) return missing;
    if (missing.cells.length > 0) return missingOutcome(subject, rule.onMissing, missing.cells, { target });
    const label = rule.gives === 'share' ? '得分率' : '公式得分';
    if (derive.attempt('result', label, rule.expression, rule.gives === 'share' ? '' : '分') === null) {
      return zeroDenominatorOutcome(subject, rule.onZeroDenominator, target);
    }
    const raw: Expression = rule.gives === 'share' ? { op: 'multiply', of: ['result', 'weight'] } : 'result';
    derive.score({ op: 'max', of: [{ number: '0' }, { op: 'min', of: [raw, 'weight'] }] });
    const met = compare(derive.value('score'), entry.weight) === 0;
    const result = derive.value('result');
    const actual = rule.gives === 'share' ? rateText(mul(result, HUNDRED)) : expandedPoints(result);
    return scored(subject, { target, actual }, met);
  },
};

/** Reads every value the formula names; gives the cells that hold none. */
function readNames(rule: Formula, subject: Subject): { readonly cells: readonly ReadCell[] } | ReturnType<typeof missingOutcome> {
  const cells: ReadCell[] = [];
  const names = namesIn(rule.expression);
  if (names.includes('target')) {
    const read = readTargetActual(subject, rule.onMissing);
    if (isOutcome(read)) return read;
  }
  for (const name of names) {
    if (name === 'weight' || name === 'target' || (name === 'actual' && names.includes('target'))) continue;
    const operand = operandOfName(name);
    const cell = operand === null ? readOwn(subject, 'actual') : operandCell(operand, subject);
    const number = readNumber(cell, name);
    if (number === null) cells.push(cell);
    else subject.derive.read(number);
  }
  return { cells };
}

/** A name of a formula in words: the input's own label, 目标值, 完成值, 分值. */
function labelOfName(name: string, entry: IndicatorEntry): string {
  const words: Readonly<Record<string, string>> = { target: '目标值', actual: '完成值', weight: '分值' };
  const operand = operandOfName(name);
  if (operand === null || 'cell' in operand) return words[name] ?? name;
  return entry.inputs.find((input) => input.key === operand.input)?.label ?? name;
}
