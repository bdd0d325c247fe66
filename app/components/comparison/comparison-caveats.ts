import type { ComparisonVerdict } from '~/app/domain/ranking/compare-bureaus';
import { RANKING_BASIS_NAMES, type RankingBasis } from '~/app/domain/ranking/types';

export interface Caveats {
  readonly title: string;
  readonly reasons: readonly string[];
  /** What holds whatever the verdict: figures that never may be held against each other. */
  readonly always: readonly string[];
}

/** The grey panel: what may not be compared, and why. `bases` are those of the rankings shown. */
export function comparisonCaveats(verdict: ComparisonVerdict, bases: readonly RankingBasis[]): Caveats {
  const unreviewed = [...new Set(bases)].filter((basis) => basis !== 'review_score').map((basis) => RANKING_BASIS_NAMES[basis]);
  return {
    title: verdict.comparable ? '得分率可以比较；下列数字不能直接比较' : '不能合并排序，只能并列查看',
    reasons: verdict.comparable ? [] : verdict.why,
    always: [
      '名次和百分位只在本区已报送的部门之间计算，不能拿一个区的名次与另一个区的名次相比。',
      '履职效能指标由各部门按批复的绩效目标确定，目标难易不同，得分率高不等于工作量大或目标定得高。',
      ...(unreviewed.length === 0 ? [] : [`排名依据是${unreviewed.join('、')}，尚未经复核；各区核查和退回的严格程度可能不同。`]),
      '未提交的部门不按 0 分计入平均分、中位数和等级分布。',
    ],
  };
}
