import { ACTUAL_ONLY } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { gapToEqual } from './gap-to-target';
import type { RuleHandler } from './outcome';
import { isOutcome, readTargetActual } from './target-actual';
import { scoreEqual } from './target-rules';

type Equal = Extract<ScoringRule, { type: 'equal' }>;

/** 等值赋分法: exactly the target is full marks, more is as wrong as less (domain.md §2.4, the strict reading of ＝). */
export const equal: RuleHandler<Equal> = {
  title: '等值赋分法',
  needs: () => ACTUAL_ONLY,
  describe: (rule) => {
    const within = rule.tolerance === undefined ? '与目标值相等' : `与目标值相差不超过 ${rule.tolerance}`;
    return `等值赋分法：${within}得满分，否则不得分`;
  },
  score: (rule, subject) => {
    const read = readTargetActual(subject, rule.onMissing);
    return isOutcome(read) ? read : scoreEqual(subject, read, rule.tolerance);
  },
  gap: (rule, item) => gapToEqual(item, rule.tolerance),
};
