import type { PassageRole } from '../prose';

/** `container`: a chapter whose sections say what it is about. `attachments`: tables and files behind the report. */
export type SectionRole = PassageRole | 'container' | 'attachments' | 'other';

/** What a heading says its section is about; the first that fits counts. */
const TITLES: readonly (readonly [RegExp, SectionRole])[] = [
  [/^附[件表]/, 'attachments'],
  [/(?:问题|不足).*(?:措施|建议|打算)|(?:措施|建议).*问题/, 'container'],
  [/^(?:部门|单位|部门\(单位\))?基本(?:情况|概况)$|^(?:部门|单位|部门\(单位\)|部门单位)?(?:概况|概述|简介)$/, 'container'],
  [/综合评价(?:分析|情况)|^绩效(?:自评|评价|分析)?(?:情况|分析)(?:综述)?$|评价(?:工作)?开展情况|绩效评价工作情况|^自评情况/, 'container'],
  [/问题|不足|困难/, 'problems'],
  [/改进|措施|建议|下一步|今后|打算|整改/, 'measures'],
  [/成效|成绩|亮点|经验做法|主要做法|工作成果/, 'achievements'],
  [/(?:目标|指标|任务|职责|履职|计划|产出|效益|效能|绩效)[^，。]{0,8}(?:完成|实现|达成|履行)|(?:履职效能|管理效率|指标)分析|完成情况/, 'completion'],
  [/结论|综述|自评得分|评分结果|自评结果|评价结果|总体评价|得分情况/, 'conclusion'],
  [/绩效目标|绩效指标|整体目标|目标设[定置]/, 'objectives'],
  [/收支|预算执行|预算安排|资金(?:使用|投入|收支|执行|安排)|支出(?:情况|规模|总体)|决算情况|经费(?:收支|使用|情况)/, 'budget'],
  [/重点工作|工作任务|总体工作|工作计划|主要工作/, 'tasks'],
  [/职能|职责|机构|人员|编制/, 'basics'],
];

/** The role a half-width heading gives its section. */
export function roleOfTitle(title: string): SectionRole {
  return TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';
}
