import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { RoundTable } from '~/app/components/round/round-table';
import { PageHead } from '~/app/components/ui/page-head';
import { UiLink } from '~/app/components/ui/ui-host';
import { listRounds } from '~/app/services/rounds/list-rounds.server';

export const meta: MetaFunction = () => [{ title: '自评任务 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  return json(await listRounds(context.deps, member));
}

export default function Rounds() {
  const { now, rounds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="自评任务"
        facts={[`共 ${rounds.length} 轮`]}
        action={
          <UiLink to="/bureau/rounds/new" className="button-primary">
            下达自评任务
          </UiLink>
        }
      />
      <RoundTable rounds={rounds} now={now} />
    </>
  );
}
