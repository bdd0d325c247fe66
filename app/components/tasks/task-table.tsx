import { DataTable } from '~/app/components/ui/data-table';
import { DeadlineText } from '~/app/components/ui/deadline-text';
import { EmptyState } from '~/app/components/ui/empty-state';
import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { StateTag } from '~/app/components/ui/state-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import type { Role } from '~/app/domain/access/roles';
import type { MyTask } from '~/app/domain/round/my-task';
import { taskLink } from './next-task';

/** 我的任务. An overdue task stays in the list until it is reported. */
export function TaskTable({ role, tasks, now }: { role: Role; tasks: readonly MyTask[]; now: string }) {
  const isDone = (task: MyTask): boolean => task.state === 'submitted' || task.state === 'accepted';
  return (
    <DataTable
      caption="我的任务"
      rows={tasks}
      rowKey={(task) => task.assignmentId}
      rowTone={(task) => (task.isOverdue || task.isReturned ? 'attention' : undefined)}
      empty={<EmptyState title="还没有自评任务" text="财政局下达年度自评任务后，会出现在这里。" />}
      columns={[
        { key: 'name', head: '自评任务', isRowHead: true, cell: (task) => <UiLink to={taskLink(role, task)}>{task.roundName}</UiLink> },
        { key: 'year', head: '预算年度', cell: (task) => `${task.fiscalYear} 年`, isTight: true, width: 96 },
        { key: 'state', head: '状态', cell: (task) => <StateTag state={task.state} isReturned={task.isReturned} isOverdue={task.isOverdue} />, width: 210 },
        { key: 'deadline', head: '报送截止', cell: (task) => <DeadlineText deadline={task.deadline} now={now} isDone={isDone(task)} />, width: 140 },
        { key: 'progress', head: '必填内容', align: 'right', cell: (task) => `${task.filled}/${task.required}`, width: 100 },
        { key: 'score', head: '系统测算', align: 'right', cell: (task) => <Figure value={task.score} origin="computed" />, width: 96 },
        { key: 'self', head: '自评得分', align: 'right', cell: (task) => <Figure value={task.selfScore} />, width: 96 },
        { key: 'grade', head: '等级', align: 'center', cell: (task) => <GradeTag grade={task.grade} />, width: 72 },
      ]}
    />
  );
}
