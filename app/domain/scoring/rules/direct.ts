import { inputField } from '../../form/leaf-addresses';
import { compare } from '../../shared/fraction';
import type { DerivedItem } from '../derived-item';
import type { Condition as Test } from '../expression/expression';
import { figureText } from '../number-text';
import { type ReadCell, valueOf, wordsStep } from '../read-cell';
import { ACTUAL_ONLY, operandsOnly } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import type { Gap } from './gap';
import { gapToTarget } from './gap-to-target';
import { alignUnit, operandName, readOperand } from './measure';
import { missingOutcome, type Outcome, readOwn, type RuleHandler, scored, settleFull, settleZero, type Subject } from './outcome';
import { isOutcome, readTargetActual } from './target-actual';

type Direct = Extract<ScoringRule, { type: 'direct' }>;
type Condition<K extends Direct['condition']['kind']> = Extract<Direct['condition'], { kind: K }>;

/** 直接赋分法: the condition holds for full marks, or there are none. */
export const direct: RuleHandler<Direct> = {
  title: '直接赋分法',
  needs: ({ condition }) => {
    if (condition.kind === 'target_met') return ACTUAL_ONLY;
    return operandsOnly(condition.kind === 'all_yes' ? condition.inputs.map((input) => ({ input })) : [condition.left, condition.right]);
  },
  describe: ({ condition }) => {
    if (condition.kind === 'target_met') return '直接赋分法：达到目标值得满分，未达到不得分';
    return condition.kind === 'all_yes' ? '直接赋分法：各项均为“是”得满分，否则不得分' : '直接赋分法：不超过限额得满分，超过不得分';
  },
  score: (rule, subject) => {
    const { condition } = rule;
    if (condition.kind === 'target_met') return scoreTargetMet(rule, subject);
    return condition.kind === 'all_yes' ? scoreAllYes(rule, condition, subject) : scoreAtMost(rule, condition, subject);
  },
  gap: ({ condition }, item) => {
    if (condition.kind === 'target_met') return gapToTarget(item);
    return condition.kind === 'at_most' ? gapToLimit(condition, item) : null;
  },
};

function scoreTargetMet(rule: Direct, subject: Subject): Outcome {
  const read = readTargetActual(subject, rule.onMissing);
  if (isOutcome(read)) return read;
  const { comparator } = subject.entry;
  const isDownward = comparator === 'lte' || comparator === 'lt';
  const condition: Test = { is: isDownward ? 'lte' : 'gte', left: 'actual', right: 'target' };
  const met = subject.derive.decide(condition, (holds) => (holds ? 'target_met' : 'target_missed'));
  if (met) settleFull(subject, 'target_met');
  else settleZero(subject, 'target_missed');
  return scored(subject, read.printed, met);
}

function scoreAllYes(rule: Direct, condition: Condition<'all_yes'>, subject: Subject): Outcome {
  const cells = condition.inputs.map((key) => readOwn(subject, inputField(key)));
  const answers = cells.map((cell) => valueOf(cell, 'yes_no'));
  cells.forEach((cell, index) => {
    const answer = answers[index];
    if (!answer) return;
    subject.derive.note(wordsStep(cell, answer.yes ? '是' : '否'));
  });
  const missing = cells.filter((_, index) => !answers[index]);
  if (missing.length > 0) return missingOutcome(subject, rule.onMissing, missing, { target: '是' });
  const met = answers.every((answer) => answer?.yes);
  if (met) settleFull(subject, 'all_yes');
  else settleZero(subject, 'not_all_yes');
  return scored(subject, { target: '是', actual: met ? '是' : '否' }, met);
}

function scoreAtMost(rule: Direct, condition: Condition<'at_most'>, subject: Subject): Outcome {
  const missing: ReadCell[] = [];
  const left = readOperand(condition.left, subject, missing);
  const right = readOperand(condition.right, subject, missing);
  if (left === null || right === null) return missingOutcome(subject, rule.onMissing, missing, { target: '' });
  const target = `≤${figureText(right.value, right.step.unit)}`;
  const value = alignUnit(left, right, subject);
  const met = compare(value, right.value) <= 0;
  subject.derive.decide({ is: 'lte', left: left.step.name, right: right.step.name }, () => (met ? 'within_limit' : 'over_limit'));
  if (met) settleFull(subject, 'within_limit');
  else settleZero(subject, 'over_limit');
  return scored(subject, { target, actual: figureText(value, right.step.unit) }, met);
}

function gapToLimit({ left, right }: Condition<'at_most'>, item: DerivedItem): Gap | null {
  if (!item.took('over_limit')) return null;
  const [figure, limit] = [operandName(left), operandName(right)];
  return { direction: 'lower', figure: item.read(figure)!.label, unit: item.read(limit)!.unit, now: item.value(figure), full: item.value(limit), at: null };
}
