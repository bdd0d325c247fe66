import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { MemberFrame } from '~/app/components/frame/member-frame';
import { readMenuFold } from '~/app/components/ui/menu-fold';
import { getFrameFacts } from '~/app/services/account/get-frame-facts.server';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'system_admin', 'security_admin', 'audit_admin');
  return json({ facts: await getFrameFacts(context.deps, member), menuFold: readMenuFold(request.headers.get('cookie')) });
}

export default function AdminFrame() {
  const { facts, menuFold } = useLoaderData<typeof loader>();
  return (
    <MemberFrame facts={facts} menuFold={menuFold}>
      <Outlet />
    </MemberFrame>
  );
}
