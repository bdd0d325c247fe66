import type { ParsedTarget } from '../../form/parse-target';
import { isZero } from '../../shared/fraction';
import type { Condition } from '../expression/expression';
import { lateSteps } from '../late-steps';
import { readDay } from '../read-cell';
import { ACTUAL_ONLY } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { deduct } from './deduct';
import { missingOutcome, type OnMissing, type Outcome, readOwn, type RuleHandler, scored, settleFull, settleZero, type Subject } from './outcome';
import { targetText, withoutFigure } from './target-actual';

type DateRule = Extract<ScoringRule, { type: 'date' }>;

const ON_TIME: Condition = { is: 'lte', left: 'late', right: { number: '0' } };
const PER = { day: '日', month: '个月' } as const;

/** 时限赋分法 (domain.md §2.4, dates and deadlines): on time is full marks; late is none, or costs points for each begun day or month. */
export const date: RuleHandler<DateRule> = {
  title: '时限赋分法',
  needs: () => ACTUAL_ONLY,
  describe: ({ late }) =>
    late === 'zero' ? '时限赋分法：按期完成得满分，逾期不得分' : `时限赋分法：按期完成得满分；每逾期 1 ${PER[late.per]}（不足 1 ${PER[late.per]}按 1 ${PER[late.per]}计）扣 ${late.pointsEach} 分，扣完为止`,
  score: (rule, subject) => {
    const { target } = subject.entry;
    if (target?.kind !== 'date') return withoutFigure(subject, rule.onMissing, targetText(subject.entry));
    return scoreDate(subject, target, rule.late, rule.onMissing);
  },
};

/** Holds the day of completion against the day it was due. */
export function scoreDate(subject: Subject, target: Extract<ParsedTarget, { kind: 'date' }>, late: DateRule['late'], onMissing: OnMissing): Outcome {
  const { derive, entry } = subject;
  const printed = targetText(entry);
  const cell = readOwn(subject, 'actual');
  derive.note({ step: 'read_date', label: '目标时限', from: 'approved', address: null, typed: entry.targetText ?? '', date: target.date, assumptions: target.assumptions });
  const done = readDay(cell);
  if (done === null) return missingOutcome(subject, onMissing, [cell], { target: printed, actual: cell.typed.trim() });
  derive.note(done);
  const per = late === 'zero' ? 'day' : late.per;
  const steps = lateSteps(target.date, done.date, per);
  derive.note({ step: 'late', name: 'late', due: target.date, done: done.date, per, value: steps.text });
  derive.define('late', steps.value);
  const shown = { target: printed, actual: done.typed };
  const met = isZero(steps.value);
  derive.decide(ON_TIME, () => (met ? 'on_time' : late === 'zero' ? 'late' : 'late_steps'));
  if (met) settleFull(subject, 'on_time');
  else if (late === 'zero') settleZero(subject, 'late');
  else deduct(subject, { op: 'multiply', of: ['late', { number: late.pointsEach }] });
  return scored(subject, shown, met);
}
