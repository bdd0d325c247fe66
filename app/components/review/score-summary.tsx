import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import type { ScoreTotal } from '~/app/domain/scoring/score-sheet';

export interface ScoreSummaryProps {
  readonly total: ScoreTotal | null;
  readonly fullWeight: string;
  readonly missionScoreRate: string | null;
  readonly executionRate: string | null;
  /** The scores of an unfinished form, which change with every entry. */
  readonly isLive: boolean;
  /** Why there is no score; null while it is only being computed. */
  readonly failure: string | null;
}

/** The two scores, the grade, the unrounded total, and why items as shown may add up to another figure. */
export function ScoreSummary({ total, fullWeight, missionScoreRate, executionRate, isLive, failure }: ScoreSummaryProps) {
  if (total === null) {
    return (
      <section className="score-summary" aria-label="得分">
        {failure === null ? <p role="status">正在评分和核查，完成后本页自动更新。</p> : <p className="typed-problem">评分未能完成：{failure}</p>}
      </section>
    );
  }
  return (
    <section className="score-summary" aria-label="得分">
      <dl className="score-figures">
        <div className="score-figure-main">
          <dt>{isLive ? '按现有内容测算' : '系统测算得分'}</dt>
          <dd>
            <Figure value={total.score} origin="computed" />
            <span className="secondary-text">/ {fullWeight}</span>
            {isLive ? null : <GradeTag grade={total.grade} />}
          </dd>
        </div>
        <div>
          <dt>自评得分</dt>
          <dd>
            <Figure value={total.selfScore} />
          </dd>
        </div>
        <div>
          <dt>未取整总分</dt>
          <dd>
            <span className="figure figure-computed">{total.unrounded}</span>
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
      {total.roundingNote === null ? null : <p className="score-note">{total.roundingNote}</p>}
      {isLive ? <p className="score-note">部门尚未报送，以上为填报中的测算，随填报变化，不作为考核结果。</p> : null}
    </section>
  );
}
