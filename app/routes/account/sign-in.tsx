import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homeOf } from '~/app/auth/member';
import { findMember } from '~/app/auth/require-member.server';
import { AccountPage } from '~/app/components/account/account-page';
import { DemoAccounts } from '~/app/components/account/demo-accounts';
import { SIGN_IN_FIELDS, SignInPanel } from '~/app/components/account/sign-in-panel';
import type { FieldError } from '~/app/components/ui/error-summary';
import { chinaDateTime } from '~/app/domain/shared/deadline';
import { targetAfterSignIn } from '~/app/http/target-after-sign-in';
import { signIn, type SignInResult } from '~/app/services/account/sign-in.server';

export const meta: MetaFunction = () => [{ title: '登录 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const redirectTo = new URL(request.url).searchParams.get('redirectTo') ?? '';
  const member = await findMember(request, context);
  if (member) return redirect(targetAfterSignIn(redirectTo, homeOf(member.role)));
  return json({ redirectTo, demo: context.demoAccounts });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const accountName = text('accountName').trim();
  const password = text('password');
  const missing: FieldError[] = [
    ...(accountName === '' ? [{ field: SIGN_IN_FIELDS.accountName, message: '请输入账号或邮箱。' }] : []),
    ...(password === '' ? [{ field: SIGN_IN_FIELDS.password, message: '请输入密码。' }] : []),
  ];
  if (missing.length > 0) return json({ accountName, errors: missing }, { status: 400 });
  const result = await signIn(context.deps, {
    accountNameOrEmail: accountName,
    password,
    ip: context.clientIp,
    userAgent: request.headers.get('User-Agent') ?? '',
    isHttps: new URL(request.url).protocol === 'https:',
    request,
  });
  if (result.ok) return redirect(targetAfterSignIn(text('redirectTo'), result.home), { headers: { 'Set-Cookie': result.sessionCookie } });
  const refusal = { field: SIGN_IN_FIELDS.accountName, message: refusalSentence(result) };
  return json({ accountName, errors: [refusal] }, { status: result.reason === 'locked' ? 429 : 401 });
}

function refusalSentence(result: Extract<SignInResult, { ok: false }>): string {
  if (result.reason === 'wrong_credentials') return '账号或密码不正确，请检查后重新输入。连续输错五次，账号将暂时锁定。';
  const until = chinaDateTime(result.lockedUntil);
  return result.of === 'account'
    ? `这个账号连续输错密码，已锁定到 ${until}。到时可以再试，或请本单位的安全管理员解除锁定。`
    : `您所在的网络地址输错密码次数过多，已锁定到 ${until}，到时可以再试。`;
}

export default function SignIn() {
  const { redirectTo, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AccountPage>
      <SignInPanel redirectTo={redirectTo} accountName={answer?.accountName ?? ''} errors={answer?.errors ?? []} />
      {demo === null ? null : <DemoAccounts accounts={demo.accounts} password={demo.password} redirectTo={redirectTo} />}
    </AccountPage>
  );
}
