import { DataTable } from '~/app/components/ui/data-table';
import { EmptyState } from '~/app/components/ui/empty-state';
import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import { reviewTabLink } from './review-tabs';
import type { ProjectRow } from './tab-view';

/** Every project of the department with its money and its two scores; a name opens its own table. */
export function ProjectList({ projects }: { projects: readonly ProjectRow[] }) {
  return (
    <section aria-label="项目自评">
      <p className="secondary-text review-unit">共 {projects.length} 个项目　单位：万元</p>
      <DataTable
        caption="项目支出绩效自评结果"
        rows={projects}
        rowKey={(row) => row.code}
        empty={<EmptyState title="本部门没有纳入自评的项目" />}
        columns={[
          { key: 'code', head: '编号', cell: (row) => row.code, isTight: true, width: 64 },
          { key: 'name', head: '项目名称', isRowHead: true, cell: (row) => <UiLink to={reviewTabLink('projects', { project: row.code })}>{row.name}</UiLink> },
          { key: 'source', head: '资金来源', cell: (row) => row.fundSource, width: 170 },
          { key: 'unit', head: '实施单位', cell: (row) => row.implementingUnit, width: 150 },
          { key: 'budget', head: '全年预算数', align: 'right', cell: (row) => <Figure value={row.annualBudget} digits={2} />, width: 110 },
          { key: 'executed', head: '全年执行数', align: 'right', cell: (row) => <Figure value={row.executed} digits={2} />, width: 110 },
          { key: 'rate', head: '执行率（%）', align: 'right', cell: (row) => <Figure value={row.executionRate} digits={2} origin="computed" />, width: 96 },
          { key: 'score', head: '系统测算', align: 'right', cell: (row) => <Figure value={row.score} origin="computed" />, width: 86 },
          { key: 'self', head: '自评得分', align: 'right', cell: (row) => <Figure value={row.selfScore} />, width: 86 },
          { key: 'grade', head: '等级', align: 'center', cell: (row) => <GradeTag grade={row.grade} />, width: 64 },
        ]}
      />
    </section>
  );
}
