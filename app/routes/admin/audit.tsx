import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { requireMember } from '~/app/auth/require-member.server';
import { ATTENTION, AuditSearch } from '~/app/components/admin/audit-search';
import { AuditTable } from '~/app/components/admin/audit-table';
import { NextStep } from '~/app/components/ui/next-step';
import { PageHead } from '~/app/components/ui/page-head';
import { UiLink } from '~/app/components/ui/ui-host';
import { listAuditLines } from '~/app/services/admin/list-audit-events.server';
import { readAuditSearch } from './audit-filter';

export { ErrorInFrame as ErrorBoundary } from '~/app/routes/route-error';

export const meta: MetaFunction = () => [{ title: '审计日志 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  const { filter, before, shown } = readAuditSearch(request);
  return json({ ...(await listAuditLines(context.deps, member, filter, before)), shown, isFirst: before === undefined });
}

export default function Audit() {
  const { lines, next, actions, actors, shown, isFirst, attention } = useLoaderData<typeof loader>();
  const query = new URLSearchParams(shown).toString();
  return (
    <>
      <PageHead
        title="审计日志"
        facts={['记录只增不改，任何人都不能修改或删除', '时间为北京时间']}
        action={<Button href={`/admin/audit.csv?${query}`}>导出 CSV</Button>}
      />
      {attention.count === 0 ? (
        <NextStep tone="done">最近 {attention.days} 天没有越权访问、冲突岗位或账号锁定。</NextStep>
      ) : (
        <NextStep action={<UiLink to={`/admin/audit?action=${ATTENTION}`}>逐条查看</UiLink>}>
          最近 {attention.days} 天有 {attention.count} 条需要关注的记录（越权访问、冲突岗位、账号锁定），请核实原因。
        </NextStep>
      )}
      <AuditSearch {...shown} actions={actions} actors={actors} />
      <AuditTable rows={lines} />
      {isFirst && next === null ? null : (
        <nav className="page-links" aria-label="分页">
          {isFirst ? <span>最新记录</span> : <UiLink to={`/admin/audit?${query}`}>回到最新记录</UiLink>}
          {next === null ? <span>没有更早的记录</span> : <UiLink to={`/admin/audit?${new URLSearchParams({ ...shown, ...next }).toString()}`}>更早的记录</UiLink>}
        </nav>
      )}
    </>
  );
}
