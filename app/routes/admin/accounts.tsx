import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/app/auth/require-member.server';
import { AccountSearch } from '~/app/components/admin/account-search';
import { AccountTable } from '~/app/components/admin/account-table';
import { PageLinks } from '~/app/components/admin/page-links';
import { NextStep } from '~/app/components/ui/next-step';
import { PageHead } from '~/app/components/ui/page-head';
import { UiLink } from '~/app/components/ui/ui-host';
import { roleSchema } from '~/app/domain/access/roles';
import { listAccountRows } from '~/app/services/admin/list-accounts.server';

export { ErrorInFrame as ErrorBoundary } from '~/app/routes/route-error';

export const meta: MetaFunction = () => [{ title: '账号管理 - 衡绩' }];

const searchSchema = z.object({
  text: z.string().trim().max(100).catch(''),
  role: roleSchema.or(z.literal('')).catch(''),
  state: z.enum(['active', 'disabled', 'placeless', '']).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The guard of the use case refuses other roles and logs the attempt. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  const search = searchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await listAccountRows(context.deps, member, { text: search.text, role: search.role || undefined, state: search.state || undefined, page: search.page });
  return json({ ...found, search: { text: search.text, role: search.role, state: search.state } });
}

export default function Accounts() {
  const { accounts, total, page, pages, counts, search } = useLoaderData<typeof loader>();
  const isFiltered = search.text !== '' || search.role !== '' || search.state !== '';
  const pageAddress = (to: number) => `/admin/accounts?${new URLSearchParams({ ...search, page: `${to}` }).toString()}`;
  return (
    <>
      <PageHead
        title="账号管理"
        facts={[`账号 ${counts.all} 个`, `已停用 ${counts.disabled} 个`]}
        action={
          <UiLink to="/admin/accounts/new" className="button-primary">
            新建账号
          </UiLink>
        }
      />
      {counts.placeless === 0 ? (
        <NextStep tone="done">在用的账号都有岗位，没有要处理的账号。人员调离时请及时停用账号或结束岗位。</NextStep>
      ) : (
        <NextStep action={<UiLink to="/admin/accounts?state=placeless">逐个处理</UiLink>}>有 {counts.placeless} 个账号没有任何岗位，请增加岗位或停用。</NextStep>
      )}
      <AccountSearch {...search} total={total} />
      <AccountTable accounts={accounts} isFiltered={isFiltered} />
      <PageLinks page={page} pages={pages} to={pageAddress} />
    </>
  );
}
