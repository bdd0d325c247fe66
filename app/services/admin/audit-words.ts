import { actionSchema, type Action } from '~/app/domain/access/actions';
import { ROLE_NAMES, roleSchema } from '~/app/domain/access/roles';
import { chinaDateTime } from '~/app/domain/shared/deadline';

/** Actions of the log in the bureau's words. Permission words name what was done under them. */
const ACTION_WORDS: Readonly<Record<string, string>> = {
  'session.start': '登录',
  'session.end': '退出登录',
  'session.switch': '切换身份',
  'session.revoke': '强制下线',
  'account.lock': '账号锁定',
  'account.unlock': '解除锁定',
  'account.create': '新建账号',
  'account.disable': '停用账号',
  'account.enable': '启用账号',
  'account.reset_password': '重置密码',
  'account.change_password': '修改密码',
  'membership.give': '增加岗位',
  'membership.end': '结束岗位',
  'membership.refuse': '拒绝冲突岗位',
  'permission.refuse': '越权访问被拒',
  'audit_log.export': '导出审计日志',
  'round.issue': '下达自评任务',
  'round.load': '载入自评任务',
  'round.extend_deadline': '延期',
  'round.finalise': '定稿',
  'round.publish': '公开',
  'assignment.send_for_approval': '送审',
  'assignment.return_to_filler': '审核退回',
  'assignment.submit': '报送',
  'submission.accept': '通过',
  'submission.return': '退回',
  'submission.scoring_failed': '评分失败',
  'ranking.run': '排名',
  'ranking.failed': '排名失败',
  'comparison.view': '跨区比较查看',
  'report.render': '生成报告',
  'report.request': '生成报告',
  'reports.request': '批量生成报告',
  'reports.cancel': '取消批量生成',
  'reports.retry': '重试批量生成',
};

/** Events somebody should look at: doors that were tried. */
export const ATTENTION_ACTIONS: readonly string[] = ['permission.refuse', 'membership.refuse', 'account.lock'];

/** Permission words as a person would say what was tried. */
const PERMISSION_WORDS: Partial<Record<Action, string>> = {
  'accounts.manage': '管理账号',
  'permissions.manage': '管理安全策略',
  'audit_log.view': '查看审计日志',
};

const DETAIL_WORDS: Readonly<Record<string, string>> = {
  ip: '网络地址',
  role: '岗位',
  accountName: '账号名',
  displayName: '姓名',
  reason: '原因',
  lockedUntil: '锁定至',
  startedAt: '登录时间',
  conflict: '冲突岗位',
  fiscalYear: '预算年度',
  name: '名称',
  departments: '部门数',
  number: '报送次数',
  late: '逾期',
  score: '得分',
  count: '数量',
};

export function auditActionWord(action: string): string {
  return ACTION_WORDS[action] ?? action;
}

/** The subject when no row has a name for it. */
export function auditSubjectWord(kind: string, id: string): string {
  if (kind !== 'action') return '';
  const action = actionSchema.safeParse(id);
  return (action.success && PERMISSION_WORDS[action.data]) || id;
}

function valueWord(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWord).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return chinaDateTime(value);
  const role = roleSchema.safeParse(value);
  return role.success ? ROLE_NAMES[role.data] : String(value);
}

/** `岗位：绩效科经办；网络地址：10.0.0.1`. Ids and hashes are left to the log itself. */
export function auditDetailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .filter(([key, value]) => key in DETAIL_WORDS && value !== null)
    .map(([key, value]) => `${DETAIL_WORDS[key] ?? key}：${valueWord(value)}`)
    .join('；');
}
