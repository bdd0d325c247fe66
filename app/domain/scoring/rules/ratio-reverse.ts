import { ACTUAL_ONLY } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { gapToTarget } from './gap-to-target';
import type { RuleHandler } from './outcome';
import { isOutcome, readTargetActual } from './target-actual';
import { scoreDownward } from './target-rules';

type RatioReverse = Extract<ScoringRule, { type: 'ratio_reverse' }>;

/** 反向指标 in both variants (domain.md §2.4): the linear one falls to zero at twice the target, the simple one is target over actual. */
export const ratioReverse: RuleHandler<RatioReverse> = {
  title: '反向比例法',
  needs: () => ACTUAL_ONLY,
  describe: (rule) =>
    rule.variant === 'linear'
      ? '反向比例法：不超过目标值得满分；超过的，得分=〔1−（完成值−目标值）÷目标值〕×分值，达到目标值 2 倍及以上不得分'
      : '反向比例法：不超过目标值得满分；超过的，得分=目标值÷完成值×分值',
  score: (rule, subject) => {
    const read = readTargetActual(subject, rule.onMissing);
    return isOutcome(read) ? read : scoreDownward(subject, read, rule.variant);
  },
  gap: (_rule, item) => gapToTarget(item),
};
