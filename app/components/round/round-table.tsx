import { DataTable } from '~/app/components/ui/data-table';
import { DeadlineText } from '~/app/components/ui/deadline-text';
import { EmptyState } from '~/app/components/ui/empty-state';
import { RoundStateTag } from '~/app/components/ui/round-state-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import { RoundProgress } from './round-progress';
import type { RoundSummary } from './round-types';

export function RoundTable({ rounds, now }: { rounds: readonly RoundSummary[]; now: string }) {
  return (
    <DataTable
      caption="自评任务"
      rows={rounds}
      rowKey={(round) => round.id}
      rowTone={(round) => (round.state === 'open' && round.progress.overdue > 0 ? 'attention' : undefined)}
      empty={
        <EmptyState
          title="还没有下达过自评任务"
          text="选定指标体系、部门范围和截止时间，几分钟即可下达。"
          action={
            <UiLink to="/bureau/rounds/new" className="button-primary">
              下达自评任务
            </UiLink>
          }
        />
      }
      columns={[
        { key: 'name', head: '自评任务', isRowHead: true, cell: (round) => <UiLink to={`/bureau/rounds/${round.id}`}>{round.name}</UiLink> },
        { key: 'year', head: '预算年度', cell: (round) => `${round.fiscalYear} 年`, isTight: true, width: 96 },
        { key: 'state', head: '状态', cell: (round) => <RoundStateTag state={round.state} />, width: 100 },
        { key: 'deadline', head: '报送截止', cell: (round) => <DeadlineText deadline={round.submissionDeadline} now={now} isDone={round.state !== 'open'} />, width: 140 },
        { key: 'progress', head: '报送进度', cell: (round) => <RoundProgress counts={round.progress} />, width: 260 },
        { key: 'returned', head: '退回', align: 'right', cell: (round) => round.progress.returned, width: 64 },
        { key: 'overdue', head: '逾期', align: 'right', cell: (round) => (round.progress.overdue > 0 ? <span className="section-nav-late">{round.progress.overdue}</span> : 0), width: 64 },
        { key: 'ranking', head: '', cell: (round) => <UiLink to={`/bureau/rounds/${round.id}/ranking`}>排名</UiLink>, width: 64 },
      ]}
    />
  );
}
