import type { Snapshot } from '~/app/domain/form/snapshot';
import type { LiveScoreSheet } from '~/app/domain/scoring/score-sheet';
import { fundSourceSchema } from '~/app/domain/shared/fund-source';
import { fractionOf } from '~/app/domain/shared/fraction-text';
import { formatPercent } from '~/app/domain/shared/decimal-format';
import { printableText } from '../printable-text';
import type { ReportAttachment, ReportColumn, ReportRow } from '../report-model';
import { fundName, gradeName, scoreBands } from '../score-bands';

/** 项目支出绩效自评得分分布表: bounds stated, no band left out, counts by fund. */
export function distributionTable(mark: string, snapshot: Snapshot, sheet: LiveScoreSheet): ReportAttachment {
  const { projects } = sheet;
  const funds = fundSourceSchema.options.filter((source) => projects.some(({ fundSource }) => fundSource === source));
  const share = (count: number): string => formatPercent(fractionOf(BigInt(count), BigInt(projects.length)));
  const fixed: readonly ReportColumn[] = [
    { title: '得分区间', width: 35, align: 'left' },
    { title: '等级', width: 7, align: 'centre' },
  ];
  const fundColumns = funds.map((source): ReportColumn => ({ title: `${fundName(source)}（个）`, width: 29 / funds.length, align: 'number' }));
  const counts: readonly ReportColumn[] = [
    { title: '合计（个）', width: 9, align: 'number' },
    { title: '占比', width: 20, align: 'number' },
  ];
  const ofFund = (list: typeof projects, source: string): { text: string } => ({ text: `${list.filter(({ fundSource }) => fundSource === source).length}` });
  const rows = scoreBands(snapshot.projectForm, projects).map((band): ReportRow => ({
    kind: 'row',
    cells: [
      { text: band.label },
      { text: gradeName(band.grade) },
      ...funds.map((source) => ofFund(band.projects, source)),
      { text: `${band.projects.length}` },
      { text: share(band.projects.length), bar: share(band.projects.length) },
    ],
  }));
  const totalRow: ReportRow = {
    kind: 'total',
    cells: [{ text: '合计', colSpan: 2 }, ...funds.map((source) => ofFund(projects, source)), { text: `${projects.length}` }, { text: share(projects.length) }],
  };
  return {
    mark,
    title: '项目支出绩效自评得分分布表',
    orientation: 'portrait',
    facts: [`部门：${printableText(snapshot.department.name)}`, `${snapshot.round.fiscalYear}年度`],
    columns: [...fixed, ...fundColumns, ...counts],
    rows: [...rows, totalRow],
    notes: ['注：按系统测算得分统计；占比保留两位小数，各项相加可能与100%有尾差。'],
  };
}
