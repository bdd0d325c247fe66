import { useMemo } from 'react';
import { DataTable } from '~/app/components/ui/data-table';
import { EmptyState } from '~/app/components/ui/empty-state';
import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import type { ProjectBinding } from '~/app/domain/form/project-form';
import { countCells } from '~/app/domain/form/sections';
import type { ProjectScore } from '~/app/domain/scoring/score-sheet';
import { FUND_SOURCE_SHORT_NAMES } from '~/app/domain/shared/fund-source';
import { useLiveScore, useTexts, useWorkspace } from '../use-workspace';

interface Row {
  readonly project: ProjectBinding;
  readonly score: ProjectScore;
  readonly filled: number;
  readonly required: number;
  readonly invalid: number;
}

/** 项目自评: every project of the department with its money, score and what is left to fill in. */
export function ProjectsSection() {
  const { data, model } = useWorkspace();
  const sheet = useLiveScore();
  const texts = useTexts();
  const rows = useMemo(
    () =>
      data.base.projects.map((project, index): Row => {
        const cells = model.cells.filter((cell) => cell.project === project.code);
        return { project, score: sheet.projects[index]!, ...countCells(cells, texts) };
      }),
    [data.base.projects, model, sheet, texts],
  );
  const root = `/department/assignments/${data.assignmentId}/projects`;
  return (
    <section aria-labelledby="projects-title">
      <h2 id="projects-title">
        四、项目自评（{rows.length} 个）<span className="section-unit">单位：万元</span>
      </h2>
      <DataTable
        caption="项目支出绩效自评表一览"
        rows={rows}
        rowKey={(row) => row.project.code}
        rowTone={(row) => (row.invalid > 0 ? 'attention' : undefined)}
        empty={<EmptyState title="本部门没有纳入自评的项目" text="纳入范围由财政局下达时确定，如有遗漏请与财政局绩效科联系。" />}
        columns={[
          { key: 'code', head: '编号', cell: (row) => row.project.code, isTight: true, width: 64 },
          {
            key: 'name',
            head: '项目名称',
            isRowHead: true,
            cell: (row) => <UiLink to={`${root}/${row.project.code}`}>{row.project.name}</UiLink>,
          },
          { key: 'source', head: '资金来源', cell: (row) => FUND_SOURCE_SHORT_NAMES[row.project.fundSource], width: 110, isTight: true },
          { key: 'unit', head: '实施单位', cell: (row) => row.project.implementingUnit ?? '本部门', width: 190 },
          { key: 'budget', head: '全年预算数', align: 'right', cell: (row) => <Figure value={row.score.annualBudget} digits={2} />, width: 110 },
          { key: 'executed', head: '全年执行数', align: 'right', cell: (row) => <Figure value={row.score.executed} digits={2} />, width: 110 },
          { key: 'rate', head: '执行率（%）', align: 'right', cell: (row) => <Figure value={row.score.executionRate} digits={2} origin="computed" />, width: 96 },
          { key: 'score', head: '系统测算', align: 'right', cell: (row) => <Figure value={row.score.total.score} origin="computed" />, width: 86 },
          { key: 'grade', head: '等级', align: 'center', cell: (row) => <GradeTag grade={row.filled === row.required ? row.score.total.grade : null} />, width: 64 },
          {
            key: 'progress',
            head: '填报',
            align: 'right',
            width: 92,
            cell: (row) =>
              row.invalid > 0 ? <span className="section-nav-late">{row.invalid} 处有误</span> : row.filled === row.required ? '已填全' : `${row.filled}/${row.required}`,
          },
        ]}
      />
    </section>
  );
}
