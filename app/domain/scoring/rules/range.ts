import { ACTUAL_ONLY } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { gapToTarget } from './gap-to-target';
import type { RuleHandler } from './outcome';
import { isOutcome, readRangeActual, targetText, withoutFigure } from './target-actual';
import { scoreRange } from './target-rules';

type Range = Extract<ScoringRule, { type: 'range' }>;

/** 区间赋分法: a target of two bounds, both included (domain.md §2.4). */
export const range: RuleHandler<Range> = {
  title: '区间赋分法',
  needs: () => ACTUAL_ONLY,
  describe: (rule) =>
    rule.outside === 'zero'
      ? '区间赋分法：在目标区间内（含上下限）得满分，否则不得分'
      : '区间赋分法：在目标区间内（含上下限）得满分；低于下限的，得分=完成值÷下限×分值；高于上限的，得分=〔1−（完成值−上限）÷上限〕×分值',
  score: (rule, subject) => {
    const { target } = subject.entry;
    if (target?.kind !== 'range') return withoutFigure(subject, rule.onMissing, targetText(subject.entry));
    const read = readRangeActual(subject, target, rule.onMissing);
    return isOutcome(read) ? read : scoreRange(subject, read, rule.outside);
  },
  gap: (_rule, item) => gapToTarget(item),
};
