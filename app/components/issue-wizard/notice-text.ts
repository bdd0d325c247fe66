import { chinaDate, chinaDateTime } from '~/app/domain/shared/deadline';

const isInstant = (date: Date): boolean => !Number.isNaN(date.getTime());
const until = (date: Date): string => (isInstant(date) ? chinaDateTime(date) : '____年__月__日');

/** The notice an officer begins with: whom it concerns, what to fill in, until when, what follows. */
export function noticeText(about: { readonly fiscalYear: string; readonly bureauName: string; readonly approvalDeadline: Date; readonly submissionDeadline: Date; readonly now: Date }): string {
  const year = /^\d{4}$/.test(about.fiscalYear) ? about.fiscalYear : '____';
  return `各有关部门：
为做好${year}年度预算绩效管理，客观反映财政资金使用效果，现就开展${year}年度财政资金支出绩效自评有关事项通知如下。
一、自评范围。纳入本次范围的部门，对本部门${year}年度整体支出和所列项目支出逐项自评。
二、自评内容。对照批复的绩效目标，填报收支情况、绩效指标、项目支出自评表和自评报告正文。批复的目标值已由我局导入，自评期间不作变更；未达到目标值，或者完成值明显高于目标值的，应逐项说明原因和改进措施。
三、时间安排。请于${until(about.approvalDeadline)}前完成部门内部审核，于${until(about.submissionDeadline)}前经部门负责人审核后报送。逾期仍可报送，但会注明逾期。
四、工作要求。填报数据应与部门决算一致，有据可查；扣分情况应如实反映，不得以空话代替原因分析。自评结果作为以后年度安排预算、完善政策和改进管理的参考，并按规定公开。
${about.bureauName}
${chinaDate(about.now)}`;
}
