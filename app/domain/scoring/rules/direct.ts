import { inputAddress } from '../../form/cell-address';
import { compare, sub, ZERO } from '../../shared/fraction';
import { figureText, numberText } from '../number-text';
import { labelOf, typedAs, valueOf } from '../read-cell';
import { operandsOnly } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { inUnitOf, readOperands } from './measure';
import { missingOutcome, type Outcome, type RuleHandler, type Subject } from './outcome';

type Direct = Extract<ScoringRule, { type: 'direct' }>;
type Condition<K extends Direct['condition']['kind']> = Extract<Direct['condition'], { kind: K }>;

/** 直接赋分法: the condition holds — full marks; it does not — 0 (财预〔2021〕101号). */
export const direct: RuleHandler<Direct> = {
  title: '直接赋分法',
  needs: ({ condition }) => operandsOnly(condition.kind === 'all_yes' ? condition.inputs.map((input) => ({ input })) : [condition.left, condition.right]),
  describe: (rule) => (rule.condition.kind === 'all_yes' ? '直接赋分法：各项均为“是”得满分，否则不得分' : '直接赋分法：不超过限额得满分，超过不得分'),
  score: (rule, subject) => (rule.condition.kind === 'all_yes' ? scoreAllYes(rule, rule.condition, subject) : scoreAtMost(rule, rule.condition, subject)),
};

function scoreAllYes(rule: Direct, condition: Condition<'all_yes'>, subject: Subject): Outcome {
  const cells = condition.inputs.map((key) => subject.read(inputAddress(subject.entry.prefix, key)));
  const answers = cells.map((cell) => valueOf(cell, 'yes_no'));
  const steps = cells.flatMap((cell, index) => {
    const answer = answers[index];
    return answer ? [{ label: labelOf(cell), expression: typedAs(cell), result: answer.yes ? '是' : '否' }] : [];
  });
  const missing = cells.filter((_, index) => !answers[index]);
  if (missing.length > 0) return missingOutcome(rule.onMissing, missing, { target: '是', steps });
  const met = answers.every((answer) => answer?.yes);
  const score = met ? subject.entry.weight : ZERO;
  const expression = met ? '各项均为“是”，得满分' : '有“否”，不得分';
  return {
    status: 'scored',
    score,
    target: '是',
    actual: met ? '是' : '否',
    completion: null,
    met,
    missing: [],
    steps: [...steps, { label: '判断', expression, result: figureText(score, ' 分') }],
    gap: null,
  };
}

function scoreAtMost(rule: Direct, condition: Condition<'at_most'>, subject: Subject): Outcome {
  const { numbers, missing } = readOperands([condition.left, condition.right], subject);
  const [left, right] = numbers;
  const steps = numbers.map((number) => number.step);
  const target = missing.length === 0 && right ? `≤${figureText(right.value, right.unit)}` : '';
  if (!left || !right) return missingOutcome(rule.onMissing, missing, { target, steps });
  const value = inUnitOf(left, right);
  const met = compare(value, right.value) <= 0;
  const score = met ? subject.entry.weight : ZERO;
  const expression = `${numberText(value)} ${met ? '≤' : '＞'} ${numberText(right.value)}，${met ? '得满分' : '不得分'}`;
  return {
    status: 'scored',
    score,
    target,
    actual: figureText(value, right.unit),
    completion: null,
    met,
    missing: [],
    steps: [...steps, { label: '判断', expression, result: figureText(score, ' 分') }],
    gap: met ? null : { direction: 'lower', figure: left.label, amount: sub(value, right.value), unit: right.unit },
  };
}
