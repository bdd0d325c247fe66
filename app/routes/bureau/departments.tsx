import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { DataTable } from '~/app/components/ui/data-table';
import { EmptyState } from '~/app/components/ui/empty-state';
import { PageHead } from '~/app/components/ui/page-head';
import { listDirectory } from '~/app/services/rounds/list-directory.server';

export const meta: MetaFunction = () => [{ title: '部门名录 - 衡绩' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  return json(await listDirectory(context.deps, member));
}

export default function Departments() {
  const { departments, units } = useLoaderData<typeof loader>();
  const categories = new Set(departments.map((department) => department.category.id));
  const unitsOf = (id: string): string => units.filter((unit) => unit.departmentId === id).map((unit) => unit.name).join('、');
  return (
    <>
      <PageHead title="部门名录" facts={[`${departments.length} 个部门`, `${categories.size} 个类别`, `${units.length} 个下属单位`]} />
      <DataTable
        caption="部门名录"
        rows={departments}
        rowKey={(department) => department.id}
        empty={<EmptyState title="还没有部门" text="请联系系统管理员导入部门名录。" />}
        columns={[
          { key: 'name', head: '部门', isRowHead: true, cell: (department) => department.name },
          { key: 'category', head: '类别', cell: (department) => department.category.name, width: 200 },
          { key: 'code', head: '代码', cell: (department) => department.code, width: 160 },
          { key: 'units', head: '下属单位', cell: (department) => unitsOf(department.id) || '—' },
        ]}
      />
    </>
  );
}
