import { DataTable } from '~/app/components/ui/data-table';
import { EmptyState } from '~/app/components/ui/empty-state';
import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import type { BureauColumn, PooledEntry } from '~/app/domain/ranking/compare-bureaus';
import { RANKING_BASIS_NAMES, type RankedEntry, type RankingBasis } from '~/app/domain/ranking/types';

/** The chart's figures as a table. */
export function SpreadTable({ bureaus }: { bureaus: readonly BureauColumn[] }) {
  return (
    <DataTable
      caption="各区得分率分布（%）"
      rows={bureaus}
      rowKey={(row) => row.bureauId}
      empty={<EmptyState title="没有可比较的得分率" />}
      columns={[
        { key: 'name', head: '财政局', cell: (row) => row.bureauName, isRowHead: true },
        { key: 'count', head: '已报送部门', align: 'right', cell: (row) => row.submitted },
        { key: 'min', head: '最低', align: 'right', cell: (row) => <Figure value={row.spread?.minimum} origin="computed" /> },
        { key: 'q1', head: '下四分位', align: 'right', cell: (row) => <Figure value={row.spread?.lowerQuartile} origin="computed" /> },
        { key: 'median', head: '中位数', align: 'right', cell: (row) => <Figure value={row.spread?.median} origin="computed" /> },
        { key: 'mean', head: '平均', align: 'right', cell: (row) => <Figure value={row.spread?.mean} origin="computed" /> },
        { key: 'q3', head: '上四分位', align: 'right', cell: (row) => <Figure value={row.spread?.upperQuartile} origin="computed" /> },
        { key: 'max', head: '最高', align: 'right', cell: (row) => <Figure value={row.spread?.maximum} origin="computed" /> },
      ]}
    />
  );
}

/** One bureau's own ranking, narrow enough to stand beside another. */
export function BureauRanking({ column, basis }: { column: BureauColumn; basis: RankingBasis }) {
  return (
    <section aria-label={`${column.bureauName}排名`}>
      <h3 className="bureau-ranking-title">
        {column.bureauName}
        <span className="section-unit">排名依据：{RANKING_BASIS_NAMES[basis]}</span>
      </h3>
      <DataTable
        caption={`${column.bureauName}部门整体支出绩效自评排名`}
        rows={column.entries}
        rowKey={(entry) => entry.assignmentId}
        empty={<EmptyState title="没有部门" />}
        columns={[
          { key: 'rank', head: '名次', align: 'right', cell: (entry) => <Rank entry={entry} />, width: 92 },
          { key: 'department', head: '部门', isRowHead: true, cell: (entry) => entry.departmentName },
          { key: 'score', head: '得分', align: 'right', cell: (entry) => <Figure value={entry.score} origin="computed" />, width: 70, sorted: 'descending' },
          { key: 'rate', head: '得分率（%）', align: 'right', cell: (entry) => <Figure value={entry.scoreRate} digits={2} origin="computed" />, width: 96 },
          { key: 'percentile', head: '百分位', align: 'right', cell: (entry) => <Figure value={entry.percentile} digits={2} origin="computed" />, width: 76 },
          { key: 'grade', head: '等级', align: 'center', cell: (entry) => <GradeTag grade={entry.grade} />, width: 60 },
        ]}
      />
    </section>
  );
}

/** All bureaus' departments in one order, by score rate; shown only where that is fair. */
export function PooledRanking({ entries }: { entries: readonly PooledEntry[] }) {
  return (
    <DataTable
      caption="按得分率合并排序"
      rows={entries}
      rowKey={({ entry }) => entry.assignmentId}
      empty={<EmptyState title="没有部门" />}
      columns={[
        { key: 'rank', head: '次序', align: 'right', cell: ({ entry }) => <Rank entry={entry} />, width: 92 },
        { key: 'bureau', head: '财政局', cell: ({ bureauName }) => bureauName, width: 180 },
        { key: 'department', head: '部门', isRowHead: true, cell: ({ entry }) => entry.departmentName },
        { key: 'rate', head: '得分率（%）', align: 'right', cell: ({ entry }) => <Figure value={entry.scoreRate} digits={2} origin="computed" />, width: 110, sorted: 'descending' },
        { key: 'grade', head: '等级', align: 'center', cell: ({ entry }) => <GradeTag grade={entry.grade} />, width: 80 },
      ]}
    />
  );
}

function Rank({ entry }: { entry: RankedEntry }) {
  if (entry.rank === null) return <span className="secondary-text">未提交</span>;
  return (
    <>
      {entry.rank}
      {entry.sharedBy > 1 ? <span className="secondary-text">（并列）</span> : null}
    </>
  );
}
