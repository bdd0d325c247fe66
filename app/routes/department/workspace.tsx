import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { WorkspaceProvider } from '~/app/components/workspace/use-workspace';
import { WorkspaceShell } from '~/app/components/workspace/workspace-shell';
import { getWorkspace } from '~/app/services/workspace/get-workspace.server';

export const meta: MetaFunction = () => [{ title: '自评填报 - 衡绩' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'department_editor', 'department_approver', 'unit_editor');
  return json(await getWorkspace(context.deps, member, params['assignmentId']!));
}

/** Moving between sections reads nothing anew: the browser holds the form. */
export function shouldRevalidate({ formMethod, currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined || currentParams['assignmentId'] !== nextParams['assignmentId'];
}

export default function Workspace() {
  const data = useLoaderData<typeof loader>();
  return (
    <WorkspaceProvider key={`${data.assignmentId} ${data.state} ${data.lock ?? ''}`} data={data}>
      <WorkspaceShell>
        <Outlet />
      </WorkspaceShell>
    </WorkspaceProvider>
  );
}
