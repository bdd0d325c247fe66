import { parentOf } from '~/app/domain/form/part-of';
import type { Snapshot } from '~/app/domain/form/snapshot';
import type { ItemScore, LiveScoreSheet } from '~/app/domain/scoring/score-sheet';
import { GRADE_NAMES } from '~/app/domain/shared/grade';
import { printableText } from '../printable-text';
import type { ReportAttachment, ReportCell, ReportColumn, ReportRow } from '../report-model';
import { mergedSpans } from './merged-spans';

const COLUMNS: readonly ReportColumn[] = [
  { title: '一级指标', width: 8, align: 'centre' },
  { title: '二级指标', width: 11, align: 'centre' },
  { title: '三级指标', width: 16, align: 'left' },
  { title: '目标值', width: 10, align: 'centre' },
  { title: '完成值', width: 11, align: 'centre' },
  { title: '分值', width: 5, align: 'number' },
  { title: '系统测算得分', width: 7, align: 'number' },
  { title: '自评得分', width: 6.5, align: 'number' },
  { title: '偏差原因及说明', width: 25.5, align: 'left' },
];

/** 部门整体支出绩效自评指标评分表: every leaf, 一级 and 二级 cells merged as on the official table. */
export function indicatorTable(mark: string, snapshot: Snapshot, sheet: LiveScoreSheet): ReportAttachment {
  const { items, total } = sheet;
  const primarySpans = mergedSpans(items, (left, right) => left.primary === right.primary);
  const secondarySpans = mergedSpans(items, (left, right) => left.primary === right.primary && left.secondary === right.secondary);
  const rows = items.map((item, index): ReportRow => ({
    kind: 'row',
    cells: [
      { text: printableText(item.primary), rowSpan: primarySpans[index] ?? 1 },
      { text: printableText(item.secondary), rowSpan: secondarySpans[index] ?? 1 },
      ...leafCells(item, items),
    ],
  }));
  const totalRow: ReportRow = {
    kind: 'total',
    cells: [
      { text: '总分', colSpan: 5 },
      { text: snapshot.system.totalWeight },
      { text: total.score },
      { text: total.selfScore ?? '—' },
      { text: `自评结果：${GRADE_NAMES[total.grade]}` },
    ],
  };
  return {
    mark,
    title: '部门整体支出绩效自评指标评分表',
    orientation: 'landscape',
    facts: [`部门：${printableText(snapshot.department.name)}`, `${snapshot.round.fiscalYear}年度`],
    columns: COLUMNS,
    rows: [...rows, totalRow],
    notes: notesOf(items, total.roundingNote),
  };
}

/** Why the printed figures do not simply add up: parts of other indicators, and rounding. */
function notesOf(items: readonly ItemScore[], roundingNote: string | null): string[] {
  const parts = items.some(({ partOf }) => partOf !== null) ? ['括号内的分值、得分计入所注明的指标，不重复相加'] : [];
  const notes = [...parts, ...(roundingNote === null ? [] : [roundingNote])];
  return notes.map((note, index) => `${index === 0 ? '注：' : ''}${notes.length === 1 ? '' : `${index + 1}. `}${note}`);
}

function leafCells(item: ItemScore, items: readonly ItemScore[]): ReportCell[] {
  const excluded = item.status === 'excluded';
  const parent = parentOf(item, items);
  const points = (text: string): string => (parent === null || !/\d/.test(text) ? text : `（${text}）`);
  const reason = printableText(item.selfScoreReason);
  const explanation = [printableText(item.deviationExplanation), reason === '' ? '' : `自评说明：${reason}`].filter((text) => text !== '');
  return [
    { text: `${printableText(item.name)}${parent === null ? '' : `（计入“${printableText(parent.name)}”）`}` },
    { text: printableText(item.target) || '—' },
    { text: printableText(item.actual) || '—' },
    { text: points(item.weight) },
    { text: excluded ? '不适用' : points(item.score) },
    { text: excluded ? '—' : points(item.selfScore ?? '—') },
    { text: explanation.join(' ') },
  ];
}
