import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { AccountForm } from '~/app/components/admin/account-form';
import { InitialPassword } from '~/app/components/admin/initial-password';
import type { FieldError } from '~/app/components/ui/error-summary';
import { PageHead } from '~/app/components/ui/page-head';
import { UiLink } from '~/app/components/ui/ui-host';
import { createAccount } from '~/app/services/admin/create-account.server';
import { listPlaceChoices } from '~/app/services/admin/list-accounts.server';
import { newAccountSchema } from '~/app/services/admin/new-account';
import { fieldErrors, typedTexts } from './typed-form';

export { ErrorInFrame as ErrorBoundary } from '~/app/routes/route-error';

export const meta: MetaFunction = () => [{ title: '新建账号 - 衡绩' }];

const TAKEN = {
  account_name_taken: { field: 'accountName', message: '这个账号名已被使用，请换一个，如加上单位简称或数字。' },
  email_taken: { field: 'email', message: '这个电子邮箱已属于另一个账号，请核对。' },
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  return json(await listPlaceChoices(context.deps, await requireMember(request, context)));
}

interface Answer {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly created: { readonly userId: string; readonly accountName: string; readonly displayName: string; readonly initialPassword: string } | null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context);
  const typed = typedTexts(await request.formData());
  const form = newAccountSchema.safeParse(typed);
  if (!form.success) return json<Answer>({ typed, errors: fieldErrors(form.error), created: null }, { status: 400 });
  const created = await createAccount(context.deps, member, form.data);
  if (!created.ok) return json<Answer>({ typed, errors: [TAKEN[created.reason]], created: null }, { status: 409 });
  const { userId, accountName, displayName, initialPassword } = created;
  return json<Answer>({ typed: {}, errors: [], created: { userId, accountName, displayName, initialPassword } });
}

export default function NewAccount() {
  const { departments, units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const created = answer?.created ?? null;
  return (
    <>
      <PageHead title="新建账号" crumbs={[{ to: '/admin/accounts', label: '账号管理' }]} />
      {created === null ? null : (
        <>
          <InitialPassword title={`已为${created.displayName}新建账号`} accountName={created.accountName} password={created.initialPassword} />
          <p className="section">
            <UiLink to={`/admin/accounts/${created.userId}`}>查看这个账号</UiLink>，或者在下面继续新建。
          </p>
        </>
      )}
      <AccountForm key={created?.userId ?? 'first'} departments={departments} units={units} typed={answer?.typed ?? {}} errors={answer?.errors ?? []} />
    </>
  );
}
