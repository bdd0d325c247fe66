import { halfWidth, saysNothing } from '../form/typed-text';
import type { PublishedFunding, PublishedIndicator } from './published-table';

/** What a line of the indicator table is: an indicator, or a sum of the lines around it. */
export type RowRole = 'indicator' | 'total' | 'subtotal';

const NUMBERING = /^(?:★|※|\*|●)?(?:指标\d*[:.、]?|[(]?[一二三四五六七八九十\d]+[).、:]|[①-⑳])?/;
const TOTAL = /^(?:合计|总计|总分|总得分|得分合计|合计得分|自评总分|综合得分|总和)(?:[(].*[)])?:?$/;
const SUBTOTAL = /^小计(?:[(].*[)])?:?$/;
const EXECUTION_RATE = /^(?:部门|项目|整体)*(?:年度|全年)?(?:预算|资金)(?:资金)?(?:执行|支出|使用|支付)(?:进度|情况|完成)?率?$/;

/** 三级指标 as printed; null where the cell is empty. */
export function nameOf({ l3 }: PublishedIndicator): string | null {
  return bare(l3) === '' ? null : l3!.trim();
}

export function roleOf(row: PublishedIndicator): RowRole {
  const label = [row.l3, row.l2, row.l1].map(bare).find((text) => text !== '') ?? '';
  if (TOTAL.test(label)) return 'total';
  return SUBTOTAL.test(label) ? 'subtotal' : 'indicator';
}

/** 其中：… names a part of the line above. */
export function isPartOfAbove(row: PublishedIndicator): boolean {
  return bare(row.l3).replace(NUMBERING, '').startsWith('其中');
}

/** A target is written: neither empty nor "/". */
export function hasTarget({ target_text: text }: PublishedIndicator): boolean {
  return bare(text) !== '' && !saysNothing(halfWidth(text ?? ''));
}

/** The table scores its execution rate as one of the indicators: by its name, and by the weight and score that stand in the funds table too. */
export function isExecutionLine(row: PublishedIndicator, funding: PublishedFunding | null): boolean {
  if (funding === null || bare(funding.weight) === '') return false;
  const isNamed = EXECUTION_RATE.test(bare(row.l3).replace(NUMBERING, ''));
  return isNamed && bare(row.weight) === bare(funding.weight) && bare(row.score) === bare(funding.score);
}

function bare(text: string | null): string {
  return halfWidth(text ?? '').replace(/ /g, '');
}
