import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homeOf } from '~/app/auth/member';
import { MIN_PASSWORD_LENGTH } from '~/app/auth/password-policy';
import { requireMember } from '~/app/auth/require-member.server';
import { AccountPage } from '~/app/components/account/account-page';
import { PasswordForm } from '~/app/components/account/password-form';
import type { FieldError } from '~/app/components/ui/error-summary';
import { UiLink } from '~/app/components/ui/ui-host';
import { chinaDateTime } from '~/app/domain/shared/deadline';
import { changePassword, type PasswordChange } from '~/app/services/account/change-password.server';

export const meta: MetaFunction = () => [{ title: '修改密码 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  return json({ personName: member.displayName, home: homeOf(member.role), minLength: MIN_PASSWORD_LENGTH });
}

function refusal(result: Extract<PasswordChange, { ok: false }>): FieldError {
  switch (result.reason) {
    case 'wrong_password':
      return { field: 'current', message: '现在的密码不正确，请重新输入。' };
    case 'locked':
      return { field: 'current', message: `连续输错密码，账号已锁定到 ${chinaDateTime(result.lockedUntil)}。到时可以再试，或请安全管理员解除锁定。` };
    case 'demo_account':
      return { field: 'next', message: '演示账号由大家共用，不能修改密码。' };
    case 'same_password':
      return { field: 'next', message: '新密码和现在的密码相同，请换一个。' };
    case 'too_short':
      return { field: 'next', message: `新密码太短，至少要 ${MIN_PASSWORD_LENGTH} 个字符。` };
    case 'too_long':
      return { field: 'next', message: '新密码过长，最多 1000 个字符。' };
    case 'too_simple':
      return { field: 'next', message: '新密码太简单，请不要只用数字、少数几个字符或连续的字符。' };
    case 'holds_names':
      return { field: 'next', message: '新密码里有您的账号、姓名或单位名称，容易被猜到，请换一个。' };
  }
}

interface Answer {
  readonly isChanged: boolean;
  readonly errors: readonly FieldError[];
}

export async function action({ request, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  if (text('next') !== text('repeated')) return json<Answer>({ isChanged: false, errors: [{ field: 'repeated', message: '两次输入的新密码不一致，请重新输入。' }] }, { status: 400 });
  const changed = await changePassword(context.deps, member, { current: text('current'), next: text('next'), request, ip: context.clientIp });
  if (!changed.ok) return json<Answer>({ isChanged: false, errors: [refusal(changed)] }, { status: 400 });
  return json<Answer>({ isChanged: true, errors: [] }, { headers: { 'Set-Cookie': changed.sessionCookie } });
}

export default function Password() {
  const { personName, home, minLength } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AccountPage>
      <section className="account-panel">
        <h1>{answer?.isChanged ? '密码已修改' : `${personName}，修改密码`}</h1>
        {answer?.isChanged ? (
          <p>
            其他电脑上的登录已全部退出，下次请用新密码登录。<UiLink to={home}>返回首页</UiLink>
          </p>
        ) : (
          <PasswordForm accountHome={home} minLength={minLength} errors={answer?.errors ?? []} />
        )}
      </section>
    </AccountPage>
  );
}
