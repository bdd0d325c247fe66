import { FUND_SOURCE_NAMES, fundSourceSchema } from '../shared/fund-source';
import { cellAddress } from './cell-address';
import type { CellSpec } from './form-model';
import { MAX_LENGTH } from './max-lengths';

type Partly = Partial<Pick<CellSpec, 'required' | 'signed' | 'help' | 'unit'>>;

function cell(section: CellSpec['section'], name: string, kind: CellSpec['kind'], label: string, more: Partly = {}): CellSpec {
  const maxLength = kind === 'text' ? MAX_LENGTH.line : kind === 'long_text' ? MAX_LENGTH.text : MAX_LENGTH.figure;
  return { address: cellAddress(`${section}.${name}`), section, label, kind, unit: '', required: false, maxLength, ...more };
}

/** The fixed cells are the same for every form: made once. */
function once(list: () => readonly CellSpec[]): () => readonly CellSpec[] {
  let made: readonly CellSpec[] | null = null;
  return () => (made ??= list());
}

/** 基本情况. */
export const basicsCells = once((): readonly CellSpec[] => {
  return [
    cell('basics', 'budget_unit_code', 'text', '预算编码'),
    cell('basics', 'staff_authorised', 'count', '编制人数', { unit: '人' }),
    cell('basics', 'staff_in_post', 'count', '实有人数', { unit: '人' }),
    cell('basics', 'contact_name', 'text', '联系人'),
    cell('basics', 'contact_phone', 'text', '联系电话'),
    cell('basics', 'functions', 'long_text', '部门职能', { required: true, help: '按“三定”方案填写，一项职能一段' }),
    cell('basics', 'overall_objective', 'long_text', '年度总体绩效目标', { required: true }),
    cell('basics', 'key_tasks', 'long_text', '年度重点工作任务', { required: true }),
  ];
});

const WAN = { unit: '万元' };

/** 收支情况, in 万元. */
export const budgetCells = once((): readonly CellSpec[] => {
  const sources = fundSourceSchema.options.map((source) =>
    cell('budget', `source.${source}`, 'money', FUND_SOURCE_NAMES[source], { ...WAN, help: '按资金来源填写全年执行数；没有这项资金的可不填' }),
  );
  return [
    cell('budget', 'initial_budget', 'money', '年初预算数', { ...WAN, required: true }),
    cell('budget', 'adjustments', 'money', '预算调整数', { ...WAN, required: true, signed: true, help: '年中追加填正数，调减填负数，没有调整填 0' }),
    cell('budget', 'annual_budget', 'money', '全年预算数', { ...WAN, required: true, help: '年初预算数与预算调整数之和，含上年结转' }),
    cell('budget', 'executed', 'money', '全年执行数', { ...WAN, required: true }),
    ...sources,
    cell('budget', 'nature.basic_expenditure', 'money', '基本支出', { ...WAN, required: true }),
    cell('budget', 'nature.project_expenditure', 'money', '项目支出', { ...WAN, required: true }),
    cell('budget', 'prior_year_carryover', 'money', '上年结转资金', WAN),
    cell('budget', 'year_end_carryover', 'money', '年末结转和结余', { ...WAN, required: true, help: '没有结转结余填 0' }),
  ];
});

/** 报告正文: the paragraphs people write themselves; all figures of the report come from the other sections. */
export const narrativeCells = once((): readonly CellSpec[] => {
  return [
    cell('narrative', 'conclusion', 'long_text', '自评结论补充说明', { help: '结论中的数字由系统写入，这里只写需要补充的内容' }),
    cell('narrative', 'achievements', 'long_text', '主要成效', { required: true }),
    cell('narrative', 'problems', 'long_text', '存在的主要问题', { required: true }),
    cell('narrative', 'measures', 'long_text', '下一步改进措施', { required: true }),
  ];
});
