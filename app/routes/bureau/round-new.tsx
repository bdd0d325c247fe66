import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, type SerializeFrom } from '@remix-run/node';
import { useFetcher, useLoaderData, useLocation, useNavigate, useSearchParams } from '@remix-run/react';
import { useEffect, useSyncExternalStore } from 'react';
import { requireMember } from '~/app/auth/require-member.server';
import { IssueWizard } from '~/app/components/issue-wizard/issue-wizard';
import { useWizard } from '~/app/components/issue-wizard/use-wizard';
import { readStep } from '~/app/components/issue-wizard/wizard-places';
import { issueInputOf } from '~/app/components/issue-wizard/wizard-plan';
import { EmptyState } from '~/app/components/ui/empty-state';
import { PageHead } from '~/app/components/ui/page-head';
import { issueInputSchema } from '~/app/domain/round/issue-input';
import { getIssueOptions } from '~/app/services/rounds/get-issue-options.server';
import { issueRound } from '~/app/services/rounds/issue-round.server';
import { listRounds } from '~/app/services/rounds/list-rounds.server';

export const meta: MetaFunction = () => [{ title: '下达自评任务 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  const options = await getIssueOptions(context.deps, member);
  const { rounds } = await listRounds(context.deps, member);
  return json({ options: { ...options, issuedRounds: rounds.map(({ fiscalYear, name }) => ({ fiscalYear, name })) }, membershipId: member.membershipId });
}

/** The choices stay as they were read while the officer goes from step to step; what has changed since is decided when issuing. */
export const shouldRevalidate = () => false;

export async function action({ request, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  const parsed = issueInputSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return json({ ok: false as const, reasons: ['提交的内容不完整，没有下达。请刷新本页后重试，已填内容会保留。'] }, { status: 400 });
  const issued = await issueRound(context.deps, member, parsed.data);
  return issued.ok ? json({ ok: true as const, roundId: issued.roundId }) : json({ ok: false as const, reasons: issued.reasons });
}

export default function RoundNew() {
  const { options, membershipId } = useLoaderData<typeof loader>();
  if (options.systems.length === 0 || options.projectForms.length === 0 || options.departments.length === 0) {
    return (
      <>
        <PageHead title="下达自评任务" crumbs={[{ to: '/bureau/rounds', label: '自评任务' }]} />
        <EmptyState title="还不能下达自评任务" text="下达需要已发布的指标体系版本、项目自评表和部门名录，请联系系统管理员补齐。" />
      </>
    );
  }
  return <NewRound options={options} membershipId={membershipId} />;
}

function NewRound({ options, membershipId }: SerializeFrom<typeof loader>) {
  const wizard = useWizard(options, membershipId);
  const fetcher = useFetcher<typeof action>();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const hash = useHash();
  const issuedRoundId = fetcher.data?.ok ? fetcher.data.roundId : null;
  const { forget } = wizard;
  useEffect(() => {
    if (issuedRoundId === null) return;
    forget();
    navigate(`/bureau/rounds/${issuedRoundId}`, { replace: true });
  }, [issuedRoundId, forget, navigate]);
  return (
    <IssueWizard
      wizard={wizard}
      step={readStep(search.get('step'))}
      hash={hash}
      isIssuing={fetcher.state !== 'idle' || issuedRoundId !== null}
      refusals={fetcher.data && !fetcher.data.ok ? fetcher.data.reasons : []}
      onIssue={() => fetcher.submit(JSON.stringify(issueInputOf(wizard.plan)), { method: 'post', encType: 'application/json' })}
    />
  );
}

const neverChanges = () => () => undefined;

/** The `#…` of the address. The server does not know it, so the first drawing goes without. */
function useHash(): string {
  const { hash } = useLocation();
  return useSyncExternalStore(neverChanges, () => hash, () => '');
}
