import { DefinitionList } from '~/app/components/ui/definition-list';
import { EmptyState } from '~/app/components/ui/empty-state';
import { Figure } from '~/app/components/ui/figure';
import { PageHead } from '~/app/components/ui/page-head';
import { TimeText } from '~/app/components/ui/time-text';
import { UiLink } from '~/app/components/ui/ui-host';
import { type Ranking, RANKING_BASIS_NAMES } from '~/app/domain/ranking/types';
import { GRADE_NAMES, gradeSchema } from '~/app/domain/shared/grade';
import { BoardFilters } from './board-filters';
import { RankingTable } from './ranking-table';

export interface RankingViewProps {
  readonly round: { readonly id: string; readonly name: string; readonly fiscalYear: number };
  readonly ranking: (Ranking & { readonly number: number; readonly computedAt: string }) | null;
  /** Chosen category id, '' for all. */
  readonly category: string;
}

/** 排名: the declared basis and tie chain on top, overall or within a category. */
export function RankingView({ round, ranking, category }: RankingViewProps) {
  const board = `/bureau/rounds/${round.id}`;
  const head = { title: `${round.fiscalYear} 年度自评排名`, crumbs: [{ to: '/bureau/rounds', label: '自评任务' }, { to: board, label: round.name }] };
  if (ranking === null) {
    return (
      <>
        <PageHead {...head} />
        <EmptyState
          title="本轮还没有排名"
          text="各部门全部报送并完成评分后自动排名；也可以在任务看板上对已报送部门先行排名。"
          action={
            <UiLink to={board} className="button-primary">
              去任务看板
            </UiLink>
          }
        />
      </>
    );
  }
  const { statistics, entries } = ranking;
  const categories = new Map(entries.map((entry) => [entry.categoryId, entry.categoryName]));
  const shown = category === '' ? entries : entries.filter((entry) => entry.categoryId === category);
  const link = (value: string): string => `${board}/ranking${value === '' ? '' : `?category=${value}`}`;
  return (
    <>
      <PageHead
        {...head}
        facts={[
          `排名依据：${RANKING_BASIS_NAMES[ranking.basis]}`,
          `第 ${ranking.number} 次排名`,
          <TimeText key="at" value={ranking.computedAt} />,
          `已报送 ${statistics.submitted}/${statistics.total}`,
        ]}
        action={
          <a className="button-primary" href={`${board}/ranking.xlsx`} download>
            导出 Excel
          </a>
        }
      />
      <DefinitionList
        columns={4}
        items={[
          { term: '平均分', value: <Figure value={statistics.mean} origin="computed" /> },
          { term: '中位数', value: <Figure value={statistics.median} origin="computed" /> },
          { term: '最高 / 最低', value: `${statistics.highest ?? '—'} / ${statistics.lowest ?? '—'}` },
          { term: '等级分布', value: gradeSchema.options.map((grade) => `${GRADE_NAMES[grade]} ${statistics.grades[grade]}`).join('　') },
        ]}
      />
      <div className="ranking-filters">
        <BoardFilters
          label="按类别查看"
          options={[
            { value: '', label: '全部', count: entries.length },
            ...[...categories].map(([value, label]) => ({ value, label, count: entries.filter((entry) => entry.categoryId === value).length })),
          ]}
          chosen={category}
          linkOf={link}
        />
      </div>
      <RankingTable roundId={round.id} entries={shown} isByCategory={category !== ''} />
      <p className="ranking-footnote">{ranking.footnote}</p>
    </>
  );
}
