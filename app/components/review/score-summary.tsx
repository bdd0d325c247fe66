import { TOTAL } from '~/app/components/score/total-receipt';
import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import type { ScoreTotal } from '~/app/domain/scoring/score-sheet';
import { reviewTabLink } from './review-tabs';

export interface ScoreSummaryProps {
  readonly total: ScoreTotal | null;
  readonly fullWeight: string;
  readonly missionScoreRate: string | null;
  readonly executionRate: string | null;
  /** The scores of an unfinished form, which change with every entry. */
  readonly isLive: boolean;
  /** Why there is no score; null while it is only being computed. */
  readonly failure: string | null;
  /** The figures a closed round ranked by, where an earlier engine computed them; `total` is then computed anew. */
  readonly rankedBy: { readonly score: string; readonly selfScore: string | null; readonly grade: ScoreTotal['grade']; readonly unrounded: string } | null;
}

/** The two scores, the grade, the unrounded total, and why items as shown may add up to another figure. */
export function ScoreSummary({ total, fullWeight, missionScoreRate, executionRate, isLive, failure, rankedBy }: ScoreSummaryProps) {
  if (total === null) {
    return (
      <section className="score-summary" aria-label="得分">
        {failure === null ? <p role="status">正在评分和核查，完成后本页自动更新。</p> : <p className="typed-problem">评分未能完成：{failure}</p>}
      </section>
    );
  }
  const shown = rankedBy ?? total;
  return (
    <section className="score-summary" aria-label="得分">
      <dl className="score-figures">
        <div className="score-figure-main">
          <dt>{isLive ? '按现有内容测算' : '系统测算得分'}</dt>
          <dd>
            <Figure value={shown.score} origin="computed" />
            <span className="secondary-text">/ {fullWeight}</span>
            {isLive ? null : <GradeTag grade={shown.grade} />}
            <UiLink className="score-why" to={reviewTabLink('indicators', { item: TOTAL })}>
              总分推导
            </UiLink>
          </dd>
        </div>
        <div>
          <dt>自评得分</dt>
          <dd>
            <Figure value={shown.selfScore} />
          </dd>
        </div>
        <div>
          <dt>未取整总分</dt>
          <dd>
            <span className="figure figure-computed">{shown.unrounded}</span>
          </dd>
        </div>
        <div>
          <dt>履职效能得分率</dt>
          <dd>
            <Figure value={missionScoreRate} digits={2} origin="computed" unit="%" />
          </dd>
        </div>
        <div>
          <dt>部门预算资金支出率</dt>
          <dd>
            <Figure value={executionRate} digits={2} origin="computed" {...(executionRate !== null && { unit: '%' })} />
          </dd>
        </div>
      </dl>
      {rankedBy !== null || total.roundingNote === null ? null : <p className="score-note">{total.roundingNote}</p>}
      {rankedBy === null ? null : <p className="score-note">{recomputedNote(rankedBy.score, total.score)}</p>}
      {isLive ? <p className="score-note">部门尚未报送，以上为填报中的测算，随填报变化，不作为考核结果。</p> : null}
    </section>
  );
}

function recomputedNote(ranked: string, computed: string): string {
  const result = ranked === computed ? '结果相同' : `结果为 ${computed} 分，以定稿得分 ${ranked} 分为准`;
  return `本轮任务定稿后计分程序已经更新：以上为定稿时的得分；下面的得分推导和核查由现行程序按报送件重新计算，${result}。`;
}
