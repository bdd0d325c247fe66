import { weightText } from '../../form/points-maximum';
import { compare } from '../../shared/fraction';
import { fraction } from '../../shared/fraction-text';
import { readNumber } from '../read-cell';
import { POINTS_ONLY } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { missingOutcome, readOwn, type RuleHandler, scored } from './outcome';
import { targetText } from './target-actual';
import { scoreJudged } from './tier-judgement';

type Manual = Extract<ScoringRule, { type: 'manual' }>;

/** 人工评分法: a person judges points between 0 and the weight; less than the weight wants a reason (偏差原因). */
export const manual: RuleHandler<Manual> = {
  title: '人工评分法',
  needs: () => POINTS_ONLY,
  describe: (_rule, entry) => `人工评分法：按实际情况在 0 至 ${weightText(entry.weight)} 分之间评分，扣分的说明原因`,
  score: (rule, subject) => {
    const { entry, derive } = subject;
    const target = targetText(entry);
    const cell = readOwn(subject, 'judged_points');
    const stated = readOwn(subject, 'actual').typed.trim();
    const points = readNumber(cell, 'judged');
    if (points === null) return missingOutcome(subject, rule.onMissing, [cell], { target, actual: stated });
    derive.read(points);
    derive.decide({ is: 'lte', left: 'judged', right: { number: weightText(entry.weight) } }, () => 'in_weight');
    scoreJudged(derive, points.value, entry.weight);
    const isFull = compare(points.value, entry.weight) >= 0 || compare(points.value, fraction(weightText(entry.weight))) >= 0;
    return scored(subject, { target, actual: stated }, isFull);
  },
};
