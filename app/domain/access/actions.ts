import { z } from 'zod';

/**
 * Everything a person can do that needs permission, as words `<subject>.<verb>`. Cell actions carry the assignment they are on in the context.
 */
export const actionSchema = z.enum([
  // the bureau's work
  'bureau.open', // bureau area: home, departments, figures of the whole district
  'indicator_system.view',
  'indicator_system.publish',
  'round.view',
  'round.issue', // 下达
  'round.extend_deadline', // 延期
  'round.finalise', // 定稿
  'round.publish', // 公开
  'submission.return', // 退回
  'submission.accept', // 通过
  'ranking.run', // 排名
  // one department's task
  'department.open', // department area: my tasks, workspace
  'assignment.view',
  'cells.read',
  'cells.write', // 填报
  'assignment.send_for_approval', // 送审
  'assignment.return_to_filler', // 审核退回
  'assignment.submit', // 报送
  // results
  'submission.view',
  'score.view',
  'ranking.view',
  'report.view',
  'report.render',
  'comparison.view', // several bureaus side by side
  // 三员
  'accounts.manage', // 系统管理员
  'permissions.manage', // 安全管理员: roles, grants, sign-in policy
  'reviewer_grants.manage',
  'audit_log.view', // 审计管理员
]);
export type Action = z.infer<typeof actionSchema>;
export const ACTIONS: readonly Action[] = actionSchema.options;

/** Actions that show or change what departments fill in, its scores or its results: closed to the three administrators. */
export const BUSINESS_ACTIONS: readonly Action[] = ACTIONS.filter(
  (action) => !['accounts.manage', 'permissions.manage', 'audit_log.view'].includes(action),
);
