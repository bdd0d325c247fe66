import { inputField } from '../../form/leaf-addresses';
import { add, div, type Exact, floor, isNegative, isZero, ONE, sub, sum, ZERO } from '../../shared/fraction';
import { constant } from '../../shared/fraction-text';
import type { Expression } from '../expression/expression';
import { numberText } from '../number-text';
import { type ReadCell, readNumber, valueOf, wordsStep } from '../read-cell';
import { operandsOnly } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { deduct } from './deduct';
import { missingOutcome, readOwn, type RuleHandler, scored, settleFull, type Subject } from './outcome';

type DeductionList = Extract<ScoringRule, { type: 'deduction_list' }>;
type Item = DeductionList['items'][number];

/** 逐项扣分法: points off for each counted thing and for each yes (or no), never below zero (domain.md §3.4). */
export const deductionList: RuleHandler<DeductionList> = {
  title: '逐项扣分法',
  needs: (rule) => operandsOnly(rule.items.map(({ input }) => ({ input }))),
  describe: (rule, entry) => {
    const items = rule.items.map(({ input, pointsEach, when }) => {
      const known = entry.inputs.find((candidate) => candidate.key === input);
      if (known?.kind === 'yes_no') return `${known.label}为“${when === 'no' ? '否' : '是'}”扣 ${pointsEach} 分`;
      return `${known?.label ?? input}每${known?.unit ?? '项'}扣 ${pointsEach} 分`;
    });
    return `逐项扣分法：${items.join('；')}；扣完为止`;
  },
  score: (rule, subject) => {
    const missing: ReadCell[] = [];
    let total = ZERO;
    for (const item of rule.items) total = add(total, readCount(item, subject, missing));
    const target = '无扣分事项';
    if (missing.length > 0) return missingOutcome(subject, rule.onMissing, missing, { target });
    if (isZero(total)) {
      settleFull(subject, 'nothing_deducted');
      return scored(subject, { target, actual: target }, true);
    }
    const parts = rule.items.map(({ input, pointsEach }): Expression => ({ op: 'multiply', of: [inputField(input), { number: pointsEach }] }));
    deduct(subject, parts.length === 1 ? parts[0]! : { op: 'add', of: parts });
    return scored(subject, { target, actual: `${numberText(total)} 项` }, false);
  },
  gap: (rule, item) => {
    if (!item.took('exhausted', 'deducts_items')) return null;
    const now = sum(rule.items.map(({ input }) => item.value(inputField(input))));
    const only = rule.items.length === 1 ? rule.items[0]! : null;
    const each = only === null ? ZERO : constant(only.pointsEach);
    const at = isZero(each) ? null : (points: Exact): Exact => floor(div(sub(item.weight, points), each));
    const unit = only === null ? '' : (item.read(inputField(only.input))?.unit ?? '');
    return { direction: 'lower', figure: '扣分事项', unit: unit === '' ? '项' : unit, now, full: ZERO, at };
  },
};

/** How often an item counts: its number (a negative one is none), or once for the answer that costs points. A cell that says neither is `missing`. */
function readCount({ input, when }: Item, subject: Subject, missing: ReadCell[]): Exact {
  const { derive } = subject;
  const name = inputField(input);
  const cell = readOwn(subject, name);
  const answer = valueOf(cell, 'yes_no');
  if (answer) {
    derive.note(wordsStep(cell, answer.yes ? '是' : '否'));
    derive.take(name, '扣分次数', answer.yes === (when !== 'no') ? ONE : ZERO, '');
    return derive.value(name);
  }
  const number = readNumber(cell, name);
  if (number === null) {
    missing.push(cell);
    return ZERO;
  }
  derive.read(number);
  return isNegative(number.value) ? derive.calculate(name, number.step.label, { op: 'max', of: [name, { number: '0' }] }, number.step.unit) : number.value;
}
