import { EmptyState } from '~/app/components/ui/empty-state';
import { PageHead } from '~/app/components/ui/page-head';
import { UiLink } from '~/app/components/ui/ui-host';
import type { BureauComparison } from '~/app/domain/ranking/compare-bureaus';
import type { RankingBasis } from '~/app/domain/ranking/types';
import { BureauCard, type ShownRound } from './bureau-card';
import { comparisonCaveats } from './comparison-caveats';
import { BureauRanking, PooledRanking, SpreadTable } from './comparison-tables';

export interface ComparisonViewProps {
  readonly years: readonly number[];
  readonly year: number | null;
  /** Bureaus that grant this reviewer access now. */
  readonly grants: number;
  readonly rounds: readonly (ShownRound & { readonly basis: RankingBasis })[];
  readonly unranked: readonly { readonly bureauId: string; readonly bureauName: string; readonly why: 'no_round' | 'not_ranked'; readonly submitted: number; readonly total: number }[];
  readonly comparison: BureauComparison;
  /** The box plot as SVG, drawn by the server. */
  readonly chart: string | null;
}

/** 跨区比较: granted bureaus beside each other, and what may not be compared. */
export function ComparisonView(props: ComparisonViewProps) {
  const { years, year, grants, rounds, unranked, comparison } = props;
  if (grants === 0 || year === null) {
    return (
      <>
        <PageHead title="跨区比较" />
        {grants === 0 ? (
          <EmptyState title="目前没有财政局授权您查看" text="授权由各区财政局决定，可限定年度和期限；授权后在这里并列查看各区排名。到期或被收回的授权立即失效。" />
        ) : (
          <EmptyState title="已获授权的财政局还没有下达自评任务" text="自评任务下达并排名后，结果会出现在这里。" />
        )}
      </>
    );
  }
  return (
    <>
      <PageHead title={`${year} 年度跨区比较`} facts={[`已获 ${grants} 个财政局授权`, '查看留痕：每次查看均记入双方审计日志']} />
      <nav className="filters" aria-label="预算年度">
        {years.map((one) => (
          <UiLink key={one} to={`?year=${one}`} aria-current={one === year ? 'true' : undefined}>
            {one} 年度
          </UiLink>
        ))}
      </nav>
      {unranked.map((bureau) => (
        <p key={bureau.bureauId} className="workspace-notice">
          {bureau.bureauName}：{bureau.why === 'no_round' ? `没有下达 ${year} 年度自评任务。` : `${year} 年度尚未排名（已报送 ${bureau.submitted}/${bureau.total}），排名后参加比较。`}
        </p>
      ))}
      {rounds.length === 0 ? <EmptyState title={`${year} 年度还没有可以比较的排名`} text="请换一个年度查看。" /> : <Results {...props} />}
      {rounds.length === 0 ? null : <Caveats comparison={comparison} rounds={rounds} />}
      {rounds.length === 0 ? null : <Rankings comparison={comparison} rounds={rounds} />}
    </>
  );
}

function Results({ rounds, comparison, chart }: ComparisonViewProps) {
  return (
    <>
      <div className="bureau-cards">
        {comparison.bureaus.map((column) => (
          <BureauCard key={column.bureauId} column={column} round={rounds.find(({ bureauId }) => bureauId === column.bureauId)!} />
        ))}
      </div>
      <section className="section" aria-labelledby="spread-title">
        <h2 id="spread-title">得分率分布</h2>
        {chart === null ? null : (
          <figure className="spread-chart">
            <div role="img" aria-label="各区得分率箱线图，数字见下表" dangerouslySetInnerHTML={{ __html: chart }} />
            <figcaption className="secondary-text">方框为中间一半部门，框内竖线为中位数，两端为最低和最高；下方圆圈每个代表一个部门。</figcaption>
          </figure>
        )}
        <SpreadTable bureaus={comparison.bureaus} />
      </section>
    </>
  );
}

function Caveats({ comparison, rounds }: Pick<ComparisonViewProps, 'comparison' | 'rounds'>) {
  const { title, reasons, always } = comparisonCaveats(comparison.verdict, rounds.map(({ basis }) => basis));
  return (
    <section className="comparison-caveats" aria-labelledby="caveats-title">
      <h2 id="caveats-title">{title}</h2>
      <ul>
        {[...reasons, ...always].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function Rankings({ comparison, rounds }: Pick<ComparisonViewProps, 'comparison' | 'rounds'>) {
  return (
    <>
      <section className="section" aria-labelledby="rankings-title">
        <h2 id="rankings-title">各区排名</h2>
        <div className="bureau-rankings">
          {comparison.bureaus.map((column) => (
            <BureauRanking key={column.bureauId} column={column} basis={rounds.find(({ bureauId }) => bureauId === column.bureauId)!.basis} />
          ))}
        </div>
      </section>
      {comparison.pooled === null ? null : (
        <details className="section pooled">
          <summary>按得分率合并排序（{comparison.pooled.length} 个部门）</summary>
          <PooledRanking entries={comparison.pooled} />
        </details>
      )}
    </>
  );
}
