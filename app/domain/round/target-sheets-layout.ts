import type { Comparator, IndicatorKind, SlotBinding } from '../form/indicator-system-version';
import type { ProjectBinding } from '../form/project-form';
import { FUND_SOURCE_NAMES, type FundSource } from '../shared/fund-source';

/** What the workbook carries to be known again; a change of the sheets below makes a new number. */
export const TARGET_TEMPLATE = { id: 'hengji-approved-targets/1', name: '审批目标表（第 1 版）' } as const;

/** The sheets people fill in, with their column heads in printed order. */
export const TARGET_SHEETS = {
  bindings: {
    name: '个性指标',
    heads: ['部门代码', '部门名称', '序号', '指标名称', '定义', '性质', '计算符号', '目标值', '计量单位', '计分方法', '其他叫法'],
  },
  projects: { name: '项目', heads: ['部门代码', '部门名称', '项目编号', '项目名称', '资金来源', '实施单位', '预期目标'] },
  indicators: {
    name: '项目指标',
    heads: ['部门代码', '项目编号', '一级指标', '二级指标', '三级指标', '性质', '计算符号', '目标值', '计量单位', '分值', '计分方法'],
  },
} as const;
export type TargetSheetKey = keyof typeof TARGET_SHEETS;
export type HeadOf<Key extends TargetSheetKey> = (typeof TARGET_SHEETS)[Key]['heads'][number];

/** Columns a workbook may lack. */
export const OPTIONAL_HEADS: readonly string[] = ['部门名称', '序号', '其他叫法'];

/** What one department gets, by its code. */
export interface TargetScope {
  readonly departmentCode: string;
  readonly bindings: readonly SlotBinding[];
  readonly projects: readonly ProjectBinding[];
}

/** A department as the workbook may name it. */
export interface TargetDepartment {
  readonly code: string;
  readonly name: string;
  readonly units: readonly string[];
}

export const KIND_NAMES: Readonly<Record<IndicatorKind, string>> = { quantitative: '定量', qualitative: '定性' };

/** Other ways a comparator is typed; the first is how the workbook prints it. */
export const COMPARATOR_FORMS: Readonly<Record<Comparator, readonly string[]>> = {
  gt: ['＞', '>', '大于'],
  gte: ['≥', '>=', '≧', '⩾', '大于等于', '不低于', '不少于'],
  eq: ['=', '==', '等于'],
  lt: ['＜', '<', '小于'],
  lte: ['≤', '<=', '≦', '⩽', '小于等于', '不高于', '不超过'],
};

/** Short forms of 资金来源 beside the official name. */
export const FUND_SOURCE_FORMS: Readonly<Record<FundSource, readonly string[]>> = {
  general_public_budget: [FUND_SOURCE_NAMES.general_public_budget, '一般公共预算', '一般公共预算拨款'],
  government_fund_budget: [FUND_SOURCE_NAMES.government_fund_budget, '政府性基金预算', '政府性基金'],
  state_capital_budget: [FUND_SOURCE_NAMES.state_capital_budget, '国有资本经营预算'],
  other_funds: [FUND_SOURCE_NAMES.other_funds, '其他资金', '财政专户'],
};

/** Longest texts a cell may hold, in characters. */
export const TARGET_LIMITS = { name: 200, text: 2_000, code: 20, target: 200, unit: 20 } as const;

/** More rows in one sheet than any district needs: 150 departments with 20 projects of 10 indicators. */
export const MAX_TARGET_ROWS = 30_000;
