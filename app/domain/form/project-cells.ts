import { FUNDING_COLUMNS, FUNDING_ROWS, type FundingColumn, type FundingRow, projectAddresses } from './project-addresses';
import type { CellSpec } from './form-model';
import type { CellPart } from './leaf-cells';
import { MAX_LENGTH } from './max-lengths';
import type { ProjectBinding } from './project-form';

/** Row heads of the funds table of 项目支出绩效自评表. */
export const FUNDING_ROW_NAMES: Readonly<Record<FundingRow, string>> = {
  total: '年度资金总额',
  fiscal_appropriation: '当年财政拨款',
  prior_year_carryover: '上年结转资金',
  other: '其他资金',
};

export const FUNDING_COLUMN_NAMES: Readonly<Record<FundingColumn, string>> = {
  initial_budget: '年初预算数',
  annual_budget: '全年预算数',
  executed: '全年执行数',
};

const FUNDING_PARTS: ReadonlyMap<string, CellPart> = new Map(
  FUNDING_ROWS.flatMap((row) =>
    FUNDING_COLUMNS.map((column): [string, CellPart] => [
      `${row}.${column}`,
      { label: `${FUNDING_ROW_NAMES[row]}${FUNDING_COLUMN_NAMES[column]}`, kind: 'money', unit: '万元', required: row === 'total', maxLength: MAX_LENGTH.figure },
    ]),
  ),
);

/** What a cell of the funds table holds, the same for every project. */
export function fundingPart(row: FundingRow, column: FundingColumn): CellPart {
  return FUNDING_PARTS.get(`${row}.${column}`)!;
}

/** 项目资金 (万元) row by row, then 年度总体目标实际完成情况. */
export function projectCells(project: ProjectBinding): CellSpec[] {
  const addresses = projectAddresses(project.code);
  const owner = { section: 'projects', subject: project.name, project: project.code } as const;
  const cells = FUNDING_ROWS.flatMap((row) =>
    FUNDING_COLUMNS.map((column): CellSpec => ({ ...owner, address: addresses.funding(row, column), ...fundingPart(row, column) })),
  );
  cells.push({
    ...owner,
    address: addresses.goal,
    label: '年度总体目标实际完成情况',
    kind: 'long_text',
    unit: '',
    required: true,
    maxLength: MAX_LENGTH.text,
  });
  return cells;
}
