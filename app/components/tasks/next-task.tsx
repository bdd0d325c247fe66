import { NextStep } from '~/app/components/ui/next-step';
import { UiLink } from '~/app/components/ui/ui-host';
import type { Role } from '~/app/domain/access/roles';
import type { MyTask } from '~/app/domain/round/my-task';
import { deadlineDistanceText } from '~/app/domain/shared/deadline';

/** Where a person with this role goes first in a task. */
export function taskLink(role: Role, task: Pick<MyTask, 'assignmentId' | 'state'>): string {
  const root = `/department/assignments/${task.assignmentId}`;
  if (role === 'unit_editor') return `${root}/projects`;
  return role === 'department_approver' || task.state === 'submitted' || task.state === 'accepted' ? `${root}/check` : `${root}/basics`;
}

/** “What do I have to do now”: one sentence for the most urgent task of this role. */
export function NextTask({ role, tasks, now }: { role: Role; tasks: readonly MyTask[]; now: string }) {
  const mine = tasks.filter((task) => (role === 'department_approver' ? task.state === 'in_approval' : task.state === 'not_started' || task.state === 'filling'));
  const [task] = [...mine].sort((left, right) => left.deadline.localeCompare(right.deadline));
  if (!task) return <NextStep tone="done">{doneText(role, tasks)}</NextStep>;
  return (
    <NextStep
      tone={task.isOverdue ? 'late' : 'todo'}
      action={
        <UiLink to={taskLink(role, task)} className="button-primary">
          {role === 'department_approver' ? '去审核' : task.state === 'not_started' ? '开始填报' : '继续填报'}
        </UiLink>
      }
    >
      {sentence(role, task, now)}
    </NextStep>
  );
}

function sentence(role: Role, task: MyTask, now: string): string {
  const distance = deadlineDistanceText(new Date(task.deadline), new Date(now));
  if (role === 'department_approver') return `“${task.roundName}”已送审，请核对后报送（${distance}）。`;
  if (task.isReturned) return `“${task.roundName}”被退回：${task.returnReason ?? ''}。请修改后重新送审（${distance}）。`;
  const left = task.required - task.filled;
  return left === 0 ? `“${task.roundName}”必填内容已填全，请处理核查意见后送审（${distance}）。` : `“${task.roundName}”还有 ${left} 项必填内容未填（${distance}）。`;
}

function doneText(role: Role, tasks: readonly MyTask[]): string {
  if (tasks.length === 0) return '目前没有下达给本部门的自评任务。';
  const waiting = tasks.find((task) => task.state === 'in_approval');
  if (waiting && role !== 'department_approver') return `“${waiting.roundName}”已送审，等待本部门审核人审核报送。`;
  const filling = tasks.find((task) => task.state === 'filling' || task.state === 'not_started');
  if (filling) return `“${filling.roundName}”正由填报人填报，送审后请您审核。`;
  return '各项自评任务均已报送，目前没有需要您办理的事项。';
}
