import type { Snapshot } from '~/app/domain/form/snapshot';
import type { LiveScoreSheet, ProjectScore } from '~/app/domain/scoring/score-sheet';
import { formatMoney, withThousands } from '~/app/domain/shared/decimal-format';
import type { DecimalText } from '~/app/domain/shared/decimal-text';
import { sum } from '~/app/domain/shared/fraction';
import { exactDecimal, fraction } from '~/app/domain/shared/fraction-text';
import { shareText } from '../form-figures';
import { printableText } from '../printable-text';
import type { ReportAttachment, ReportColumn, ReportRow } from '../report-model';
import { fundName, gradeName } from '../score-bands';

const COLUMNS: readonly ReportColumn[] = [
  { title: '序号', width: 5, align: 'centre' },
  { title: '项目名称', width: 25.5, align: 'left' },
  { title: '资金来源', width: 16, align: 'centre' },
  { title: '全年预算数', width: 11.5, align: 'number' },
  { title: '全年执行数', width: 11.5, align: 'number' },
  { title: '执行率', width: 9.5, align: 'number' },
  { title: '系统测算得分', width: 8, align: 'number' },
  { title: '自评得分', width: 8, align: 'number' },
  { title: '等级', width: 5, align: 'centre' },
];

const moneyOr = (figure: DecimalText | null): string => (figure === null ? '—' : formatMoney(figure));

/** 项目支出绩效自评情况汇总表. */
export function projectTable(mark: string, snapshot: Snapshot, sheet: LiveScoreSheet): ReportAttachment {
  const rows = sheet.projects.map((project, index): ReportRow => ({
    kind: 'row',
    cells: [
      { text: `${index + 1}` },
      { text: printableText(project.name) },
      { text: fundName(project.fundSource) },
      { text: moneyOr(project.annualBudget) },
      { text: moneyOr(project.executed) },
      { text: project.executionRate === null ? '—' : `${withThousands(project.executionRate)}%` },
      { text: project.total.score },
      { text: project.total.selfScore ?? '—' },
      { text: gradeName(project.total.grade) },
    ],
  }));
  const budget = totalOf(sheet.projects, 'annualBudget');
  const executed = totalOf(sheet.projects, 'executed');
  const differs = sheet.projects.some(({ total }) => total.selfScore !== null && total.selfScore !== total.score);
  const totalRow: ReportRow = {
    kind: 'total',
    cells: [
      { text: '合计', colSpan: 3 },
      { text: formatMoney(budget) },
      { text: formatMoney(executed) },
      { text: shareText(executed, budget) ?? '—' },
      { text: '—' },
      { text: '—' },
      { text: '—' },
    ],
  };
  return {
    mark,
    title: '项目支出绩效自评情况汇总表',
    orientation: 'portrait',
    facts: [`部门：${printableText(snapshot.department.name)}`, '金额单位：万元'],
    columns: COLUMNS,
    rows: [...rows, totalRow],
    notes: differs ? ['注：系统测算得分按各项未取整的得分相加后取整，自评得分为各项自评得分之和，两者可能有尾差。'] : [],
  };
}

/** Figures not filled in do not count; sums of decimals always end. */
function totalOf(projects: readonly ProjectScore[], key: 'annualBudget' | 'executed'): DecimalText {
  const figures = projects.flatMap((project) => (project[key] === null ? [] : [fraction(project[key])]));
  return exactDecimal(sum(figures)) ?? '0';
}
