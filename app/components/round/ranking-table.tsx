import { DataTable } from '~/app/components/ui/data-table';
import { EmptyState } from '~/app/components/ui/empty-state';
import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import { type RankedEntry, TIE_KEY_NAMES } from '~/app/domain/ranking/types';

/** The ranking in printed order: shared ranks are shown as shared, and each row says what put it where it is. */
export function RankingTable({ roundId, entries, isByCategory }: { roundId: string; entries: readonly RankedEntry[]; isByCategory: boolean }) {
  return (
    <DataTable
      caption="部门整体支出绩效自评排名"
      rows={entries}
      rowKey={(entry) => entry.assignmentId}
      empty={<EmptyState title="这个类别没有部门" />}
      columns={[
        { key: 'rank', head: isByCategory ? '类内名次' : '名次', align: 'right', cell: (entry) => <Rank entry={entry} isByCategory={isByCategory} />, width: 96 },
        {
          key: 'department',
          head: '部门',
          isRowHead: true,
          cell: (entry) => <UiLink to={`/bureau/rounds/${roundId}/departments/${entry.assignmentId}`}>{entry.departmentName}</UiLink>,
        },
        { key: 'category', head: '类别', cell: (entry) => entry.categoryName, width: 130 },
        { key: 'score', head: '系统测算', align: 'right', cell: (entry) => <Figure value={entry.score} origin="computed" />, width: 96, sorted: 'descending' },
        { key: 'bar', head: '', cell: (entry) => <ScoreBar score={entry.score} />, width: 150 },
        { key: 'grade', head: '等级', align: 'center', cell: (entry) => <GradeTag grade={entry.grade} />, width: 64 },
        { key: 'self', head: '自评得分', align: 'right', cell: (entry) => <Figure value={entry.selfScore} />, width: 90 },
        { key: 'mission', head: '履职效能得分率（%）', align: 'right', cell: (entry) => <Figure value={entry.missionScoreRate} digits={2} origin="computed" />, width: 150 },
        { key: 'execution', head: '支出率（%）', align: 'right', cell: (entry) => <Figure value={entry.executionRate} digits={2} origin="computed" />, width: 100 },
        { key: 'other', head: isByCategory ? '总名次' : '类内名次', align: 'right', cell: (entry) => (isByCategory ? entry.rank : entry.categoryRank) ?? '—', width: 88 },
        { key: 'why', head: '次序依据', cell: (entry) => decidedText(entry), width: 150 },
      ]}
    />
  );
}

function Rank({ entry, isByCategory }: { entry: RankedEntry; isByCategory: boolean }) {
  const rank = isByCategory ? entry.categoryRank : entry.rank;
  const shared = isByCategory ? entry.categorySharedBy : entry.sharedBy;
  if (rank === null) return <span className="secondary-text">未提交</span>;
  return (
    <>
      {rank}
      {shared > 1 ? <span className="secondary-text">（并列）</span> : null}
    </>
  );
}

/** Zero-based, so that lengths may be compared. */
function ScoreBar({ score }: { score: string | null }) {
  if (score === null) return null;
  return (
    <span className="score-bar" aria-hidden="true">
      <span style={{ width: `${score}%` }} />
    </span>
  );
}

function decidedText(entry: RankedEntry): string {
  if (entry.rank === null || entry.decidedBy === null) return '—';
  if (entry.decidedBy === 'score') return '得分';
  if (entry.decidedBy === 'shared') return '各项均相同，并列';
  return TIE_KEY_NAMES[entry.decidedBy].replace(/（.*）/, '');
}
