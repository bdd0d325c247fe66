/** 部门整体支出绩效自评报告 as PDF. The template version changes when the same submission would be printed differently; a report is unique under it. */
export const SELF_EVALUATION_REPORT = { kind: 'self_evaluation_report', format: 'pdf', templateVersion: '1' } as const;
