import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/app/auth/require-member.server';
import { AccountPanel, REFUSAL_TEXTS } from '~/app/components/admin/account-panel';
import { InitialPassword } from '~/app/components/admin/initial-password';
import { ResultLine } from '~/app/components/admin/result-line';
import type { FieldError } from '~/app/components/ui/error-summary';
import { PageHead } from '~/app/components/ui/page-head';
import { ROLE_NAMES, type Role } from '~/app/domain/access/roles';
import { disableAccount } from '~/app/services/admin/disable-account.server';
import { enableAccount } from '~/app/services/admin/enable-account.server';
import { endRole } from '~/app/services/admin/end-role.server';
import { giveRole } from '~/app/services/admin/give-role.server';
import { listPlaceChoices } from '~/app/services/admin/list-accounts.server';
import { membershipFormSchema } from '~/app/services/admin/new-account';
import { resetPassword } from '~/app/services/admin/reset-password.server';
import { showAccount } from '~/app/services/admin/show-account.server';
import { notFound } from '~/app/services/app-error';
import { fieldErrors, typedTexts } from './typed-form';

export { ErrorInFrame as ErrorBoundary } from '~/app/routes/route-error';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.account.displayName ?? '账号'} - 账号管理 - 衡绩` }];

const intentSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('disable') }),
  z.object({ intent: z.literal('enable') }),
  z.object({ intent: z.literal('reset_password') }),
  z.object({ intent: z.literal('give_role') }),
  z.object({ intent: z.literal('end_role'), membershipId: z.uuid() }),
]);

function userIdOf(params: { userId?: string }): string {
  const id = z.uuid().safeParse(params.userId);
  if (!id.success) throw notFound();
  return id.data;
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  const managed = await showAccount(context.deps, member, userIdOf(params));
  return json({ ...managed, ...(await listPlaceChoices(context.deps, member)) });
}

interface Answer {
  readonly done: string | null;
  readonly initialPassword: string | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  /** Differs between two results, so that the form for the next role starts empty. */
  readonly at: string;
}

const NOTHING: Omit<Answer, 'at'> = { done: null, initialPassword: null, typed: {}, errors: [] };

function conflictText(conflict: readonly [Role, Role] | undefined): string {
  const pair = conflict ? `“${ROLE_NAMES[conflict[0]]}”和“${ROLE_NAMES[conflict[1]]}”` : '这两个岗位';
  return `${pair}不能由同一个人担任（三员分立）。请另选人员，或先结束原来的岗位。这次尝试已记入审计日志。`;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context);
  const userId = userIdOf(params);
  const typed = typedTexts(await request.formData());
  const intent = intentSchema.safeParse(typed);
  if (!intent.success) throw notFound();
  const answer = (part: Partial<Answer>, status = 200) => json<Answer>({ ...NOTHING, at: context.requestId, ...part }, { status });
  const refused = (reason: keyof typeof REFUSAL_TEXTS) => answer({ errors: [{ field: 'role', message: REFUSAL_TEXTS[reason] }] }, 409);
  const { deps } = context;
  if (intent.data.intent === 'give_role') {
    const form = membershipFormSchema.safeParse(typed);
    if (!form.success) return answer({ typed, errors: fieldErrors(form.error) }, 400);
    const given = await giveRole(deps, member, userId, form.data);
    if (given.ok) return answer({ done: `已增加岗位“${ROLE_NAMES[form.data.role]}”。` });
    if (given.reason === 'own_account') return refused(given.reason);
    return answer({ typed, errors: [{ field: 'role', message: conflictText(given.conflict) }] }, 409);
  }
  if (intent.data.intent === 'reset_password') {
    const reset = await resetPassword(deps, member, userId);
    return reset.ok ? answer({ initialPassword: reset.initialPassword }) : refused(reset.reason);
  }
  if (intent.data.intent === 'end_role') {
    const ended = await endRole(deps, member, userId, intent.data.membershipId);
    return ended.ok ? answer({ done: '已结束岗位。' }) : refused(ended.reason);
  }
  const isDisabling = intent.data.intent === 'disable';
  const changed = await (isDisabling ? disableAccount : enableAccount)(deps, member, userId);
  return changed.ok ? answer({ done: isDisabling ? '已停用账号，该人员已退出登录。' : '已启用账号。' }) : refused(changed.reason);
}

export default function Account() {
  const { account, refusal, departments, units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title={account.displayName} crumbs={[{ to: '/admin/accounts', label: '账号管理' }]} />
      {answer?.done ? <ResultLine>{answer.done}</ResultLine> : null}
      {answer?.initialPassword ? <InitialPassword title={`已为${account.displayName}重置密码`} accountName={account.accountName} password={answer.initialPassword} /> : null}
      <AccountPanel
        key={answer?.at}
        account={account}
        refusal={refusal}
        departments={departments}
        units={units}
        typed={answer?.typed ?? {}}
        errors={answer?.errors ?? []}
      />
    </>
  );
}
