import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { SystemTable } from '~/app/components/round/system-table';
import { EmptyState } from '~/app/components/ui/empty-state';
import { PageHead } from '~/app/components/ui/page-head';
import { TimeText } from '~/app/components/ui/time-text';
import { listSystems } from '~/app/services/rounds/list-systems.server';

export const meta: MetaFunction = () => [{ title: '指标体系 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  return json(await listSystems(context.deps, member));
}

export default function Systems() {
  const versions = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="指标体系" facts={['已发布的版本不可更改，每份报送件固定使用下达时的版本']} />
      {versions.length === 0 ? <EmptyState title="还没有已发布的指标体系" /> : null}
      {versions.map((version) => (
        <section key={version.id} className="section">
          <h2>
            {version.content.name}（第 {version.version} 版）
            <span className="section-unit">
              满分 {version.content.totalWeight} 分　发布于 <TimeText value={version.publishedAt} form="date" />
            </span>
          </h2>
          <SystemTable system={version.content} />
        </section>
      ))}
    </>
  );
}
