import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/app/auth/require-member.server';
import { ResultLine } from '~/app/components/admin/result-line';
import { FailureTable, LockedTable, SessionTable } from '~/app/components/admin/security-tables';
import { SignInPolicy } from '~/app/components/admin/sign-in-policy';
import { NextStep } from '~/app/components/ui/next-step';
import { PageHead } from '~/app/components/ui/page-head';
import { revokeSession } from '~/app/services/admin/revoke-session.server';
import { showSecurity } from '~/app/services/admin/show-security.server';
import { unlockAccount } from '~/app/services/admin/unlock-account.server';
import { notFound } from '~/app/services/app-error';
import { typedTexts } from './typed-form';

export { ErrorInFrame as ErrorBoundary } from '~/app/routes/route-error';

export const meta: MetaFunction = () => [{ title: '安全管理 - 衡绩' }];

const intentSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('unlock'), userId: z.uuid() }),
  z.object({ intent: z.literal('revoke'), sessionId: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return json(await showSecurity(context.deps, await requireMember(request, context)));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context);
  const intent = intentSchema.safeParse(typedTexts(await request.formData()));
  if (!intent.success) throw notFound();
  if (intent.data.intent === 'unlock') {
    await unlockAccount(context.deps, member, intent.data.userId);
    return json({ done: '已解除锁定，本人可以重新登录。' });
  }
  await revokeSession(context.deps, member, intent.data.sessionId);
  return json({ done: '已强制下线。' });
}

export default function Security() {
  const { policy, lockedAccounts, failures, sessions, ownSessionId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title="安全管理" facts={[`正在登录 ${sessions.length} 个会话`, `已锁定 ${lockedAccounts.length} 个账号`]} />
      {answer?.done ? <ResultLine>{answer.done}</ResultLine> : null}
      {lockedAccounts.length === 0 ? (
        <NextStep tone="done">没有被锁定的账号，现在没有要处理的事项。</NextStep>
      ) : (
        <NextStep tone="late">有 {lockedAccounts.length} 个账号因连续输错密码被锁定，请与本人核实；确是本人的，解除锁定。</NextStep>
      )}
      <section className="section">
        <h2>登录安全策略</h2>
        <SignInPolicy policy={policy} />
      </section>
      <section className="section">
        <h2>已锁定的账号</h2>
        <LockedTable rows={lockedAccounts} />
      </section>
      <section className="section">
        <h2>正在登录的会话</h2>
        <SessionTable rows={sessions} ownSessionId={ownSessionId} />
      </section>
      <section className="section">
        <h2>最近的登录失败</h2>
        <FailureTable rows={failures} />
      </section>
    </>
  );
}
