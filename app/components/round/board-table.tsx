import { DataTable } from '~/app/components/ui/data-table';
import { DeadlineText } from '~/app/components/ui/deadline-text';
import { EmptyState } from '~/app/components/ui/empty-state';
import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { StateTag } from '~/app/components/ui/state-tag';
import { TimeText } from '~/app/components/ui/time-text';
import { UiLink } from '~/app/components/ui/ui-host';
import type { AssignmentState } from '~/app/domain/round/assignment-state';
import type { Grade } from '~/app/domain/shared/grade';

export interface BoardEntry {
  readonly assignmentId: string;
  readonly department: { readonly name: string };
  readonly category: { readonly id: string; readonly name: string };
  readonly state: AssignmentState;
  readonly isReturned: boolean;
  readonly isOverdue: boolean;
  readonly deadline: string;
  readonly filledCells: number;
  readonly submission: {
    readonly number: number;
    readonly submittedAt: string;
    readonly late: boolean;
    readonly score: { readonly score: string; readonly selfScore: string | null; readonly grade: Grade; readonly openFindings: number } | null;
  } | null;
}

/** Who an assignment waits for, in the words of the bureau. */
const WAITS_FOR: Readonly<Record<AssignmentState, string>> = {
  not_started: '部门填报人',
  filling: '部门填报人',
  in_approval: '部门审核人',
  submitted: '财政局审核',
  accepted: '—',
};

/** 任务看板: one row per department, with who it waits for while the round is open. */
export function BoardTable({ roundId, rows, now, isOpen }: { roundId: string; rows: readonly BoardEntry[]; now: string; isOpen: boolean }) {
  return (
    <DataTable
      caption="各部门填报情况"
      rows={rows}
      rowKey={(row) => row.assignmentId}
      rowTone={(row) => (row.isOverdue ? 'attention' : undefined)}
      empty={<EmptyState title="没有符合条件的部门" text="请换一个类别或状态查看。" />}
      columns={[
        {
          key: 'department',
          head: '部门',
          isRowHead: true,
          cell: (row) => <UiLink to={`/bureau/rounds/${roundId}/departments/${row.assignmentId}`}>{row.department.name}</UiLink>,
        },
        { key: 'category', head: '类别', cell: (row) => row.category.name, width: 120 },
        { key: 'state', head: '状态', cell: (row) => <StateTag state={row.state} isReturned={row.isReturned} isOverdue={row.isOverdue} />, width: 150 },
        { key: 'waits', head: '待办人', cell: (row) => (isOpen ? WAITS_FOR[row.state] : '—'), isTight: true, width: 100 },
        { key: 'deadline', head: '报送截止', cell: (row) => <DeadlineText deadline={row.deadline} now={now} isDone={row.submission !== null && !row.isReturned} />, width: 120 },
        {
          key: 'submitted',
          head: '报送时间',
          cell: (row) => (
            <>
              <TimeText value={row.submission?.submittedAt} form="date" />
              {row.submission?.late ? <span className="section-nav-late">　迟报</span> : null}
            </>
          ),
          width: 150,
        },
        { key: 'findings', head: '核查问题', align: 'right', cell: (row) => row.submission?.score?.openFindings ?? '—', width: 86 },
        { key: 'score', head: '系统测算', align: 'right', cell: (row) => <ScoreCell row={row} />, width: 96 },
        { key: 'self', head: '自评得分', align: 'right', cell: (row) => <Figure value={row.submission?.score?.selfScore} />, width: 90 },
        { key: 'grade', head: '等级', align: 'center', cell: (row) => <GradeTag grade={row.submission?.score?.grade ?? null} />, width: 64 },
      ]}
    />
  );
}

function ScoreCell({ row }: { row: BoardEntry }) {
  if (row.submission !== null && row.submission.score === null) return <span className="secondary-text">计算中…</span>;
  return <Figure value={row.submission?.score?.score} origin="computed" />;
}
