import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { homeOf } from '~/app/auth/member';
import { requireMember } from '~/app/auth/require-member.server';
import { AccountPage } from '~/app/components/account/account-page';
import { type MembershipChoice, MembershipList } from '~/app/components/account/membership-list';
import { UiLink } from '~/app/components/ui/ui-host';
import { ROLE_NAMES } from '~/app/domain/access/roles';
import { listMemberships } from '~/app/services/account/list-memberships.server';
import { switchMembership } from '~/app/services/account/switch-membership.server';

export const meta: MetaFunction = () => [{ title: '切换身份 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  const held = await listMemberships(context.deps, member.userId);
  const choices: MembershipChoice[] = held.map((membership) => ({
    id: membership.id,
    bureauName: membership.bureau.name,
    roleName: ROLE_NAMES[membership.role],
    place: membership.unit?.name ?? membership.department?.name ?? null,
    isCurrent: membership.id === member.membershipId,
  }));
  return json({ personName: member.displayName, home: homeOf(member.role), choices });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context);
  const membershipId = String((await request.formData()).get('membershipId') ?? '');
  const { sessionCookie, home } = await switchMembership(context.deps, member, { membershipId, request, ip: context.clientIp });
  return redirect(home, { headers: { 'Set-Cookie': sessionCookie } });
}

export default function Memberships() {
  const { personName, home, choices } = useLoaderData<typeof loader>();
  return (
    <AccountPage>
      <section className="account-panel account-panel-wide">
        <h1>{personName}，请选择身份</h1>
        <MembershipList choices={choices} />
        <p className="account-back">
          <UiLink to={home}>不切换，返回</UiLink>
        </p>
      </section>
    </AccountPage>
  );
}
