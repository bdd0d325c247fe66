import { expandFraction, fraction } from '~/app/domain/shared/fraction-text';
import { counterfactualOf } from '~/app/domain/scoring/counterfactual';
import type { ItemScore, ScoreTotal } from '~/app/domain/scoring/score-sheet';
import { totalRows } from '~/app/domain/scoring/total-trace';
import type { TraceRow } from '~/app/domain/scoring/trace-row';
import { traceRows } from '~/app/domain/scoring/trace-text';

/** The receipt of one score as lines, for pasting into a message or a document. */
export function itemReceiptText(item: ItemScore): string {
  const hints = hintsOf(item);
  return [
    `${item.name}：${scoreWords(item)}（分值 ${item.weight} 分）`,
    `评分规则：${item.trace.rule}`,
    ...rowLines(traceRows(item.trace)),
    ...(item.overTargetDeduction === null ? [] : [`已减去超额完成扣减 ${shownPoints(item.overTargetDeduction)} 分`]),
    ...hints,
    `依据：${item.trace.source}`,
  ].join('\n');
}

/** The receipt of a total as lines. */
export function totalReceiptText(name: string, total: ScoreTotal, items: readonly ItemScore[]): string {
  return [
    `${name}：${total.score} 分（满分 ${total.fullScore} 分）`,
    ...rowLines(totalRows(total.steps)),
    ...excludedItems(items).map((item) => `不适用：${item.name}（${item.weight} 分）`),
    ...(total.roundingNote === null ? [] : [`说明：${total.roundingNote}`]),
    '各项得分：',
    ...addedItems(items).map((item, index) => `${index + 1}. ${item.name}（${item.weight} 分）：${item.status === 'excluded' ? '不适用' : exactPoints(item)}`),
  ].join('\n');
}

/** What would give full marks and one more point, where one figure decides. */
export function hintsOf(item: ItemScore): readonly string[] {
  const { toFullMarks, toOnePoint } = counterfactualOf(item);
  return [toFullMarks, toOnePoint].filter((hint) => hint !== null);
}

/** Leaves with points of their own in the total. */
export const addedItems = (items: readonly ItemScore[]): readonly ItemScore[] => items.filter(({ partOf }) => partOf === null);
export const excludedItems = (items: readonly ItemScore[]): readonly ItemScore[] => addedItems(items).filter(({ status }) => status === 'excluded');

/** The points as they enter the total: "4.98287671…". */
export const exactPoints = (item: Pick<ItemScore, 'exact'>): string => shownPoints(item.exact);

export function shownPoints(exact: string): string {
  return expandFraction(fraction(exact), 8);
}

function scoreWords(item: ItemScore): string {
  if (item.status === 'missing') return '未填全';
  return item.status === 'excluded' ? '不适用' : `得 ${item.score} 分`;
}

function rowLines(rows: readonly TraceRow[]): string[] {
  return rows.map((row) => `${row.number}. ${row.label}：${row.expression} → ${row.result}`);
}
