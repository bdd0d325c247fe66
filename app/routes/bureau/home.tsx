import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { BureauNextStep } from '~/app/components/round/bureau-next-step';
import { RoundTable } from '~/app/components/round/round-table';
import { PageHead } from '~/app/components/ui/page-head';
import { listRounds } from '~/app/services/rounds/list-rounds.server';

export const meta: MetaFunction = () => [{ title: '工作台 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  return json({ bureauName: member.bureauName, ...(await listRounds(context.deps, member)) });
}

export default function BureauHome() {
  const { bureauName, now, rounds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="工作台" facts={[bureauName]} />
      <BureauNextStep rounds={rounds} now={now} />
      <section className="section" aria-labelledby="rounds-title">
        <h2 id="rounds-title">自评任务</h2>
        <RoundTable rounds={rounds} now={now} />
      </section>
    </>
  );
}
