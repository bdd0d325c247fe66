import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { NextTask } from '~/app/components/tasks/next-task';
import { TaskTable } from '~/app/components/tasks/task-table';
import { PageHead } from '~/app/components/ui/page-head';
import { listMyTasks } from '~/app/services/tasks/list-my-tasks.server';

export const meta: MetaFunction = () => [{ title: '我的任务 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'department_editor', 'department_approver', 'unit_editor');
  return json({ role: member.role, place: member.unitName ?? member.departmentName ?? '', ...(await listMyTasks(context.deps, member)) });
}

export default function DepartmentHome() {
  const { role, place, now, tasks } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="我的任务" facts={[place]} />
      <NextTask role={role} tasks={tasks} now={now} />
      <TaskTable role={role} tasks={tasks} now={now} />
    </>
  );
}
