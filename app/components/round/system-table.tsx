import { DataTable } from '~/app/components/ui/data-table';
import type { IndicatorSystemVersion } from '~/app/domain/form/indicator-system-version';
import { GRADE_NAMES } from '~/app/domain/shared/grade';

interface Row {
  readonly key: string;
  readonly primary: string;
  readonly secondary: string;
  readonly name: string;
  readonly definition: string;
  readonly criteria: string;
  readonly weight: string;
}

/** One published version as the bureau reads it: every leaf with its definition, its scoring criteria and its points. */
export function SystemTable({ system }: { system: IndicatorSystemVersion }) {
  const { slots } = system;
  const rows: Row[] = [
    {
      key: slots.codePrefix,
      primary: slots.primary,
      secondary: slots.secondary,
      name: `个性指标（${slots.min}—${slots.max} 项，按 ${slots.count} 项设计）`,
      definition: '下达时按各部门批复的绩效目标逐项绑定',
      criteria: '各项平均分配分值，按绑定的计分方法计分',
      weight: slots.points,
    },
    ...system.indicators.map((one) => ({ key: one.code, primary: one.primary, secondary: one.secondary, name: `${one.code} ${one.name}`, definition: one.definition, criteria: one.criteria, weight: one.weight })),
  ];
  return (
    <DataTable
      caption={system.name}
      rows={rows}
      rowKey={(row) => row.key}
      empty={null}
      foot={[['合计', '', '', '', `等级：${system.gradeBands.map((band) => `${GRADE_NAMES[band.grade]} ≥ ${band.atLeast}`).join('，')}`, system.totalWeight]]}
      columns={[
        { key: 'primary', head: '一级', cell: (row) => row.primary, isTight: true, width: 90 },
        { key: 'secondary', head: '二级', cell: (row) => row.secondary, isTight: true, width: 110 },
        { key: 'name', head: '三级指标', isRowHead: true, cell: (row) => row.name, width: 230 },
        { key: 'definition', head: '定义', cell: (row) => row.definition },
        { key: 'criteria', head: '评分标准', cell: (row) => row.criteria },
        { key: 'weight', head: '分值', align: 'right', cell: (row) => row.weight, width: 64 },
      ]}
    />
  );
}
