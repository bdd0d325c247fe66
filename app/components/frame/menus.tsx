import type { MenuGroup } from '~/app/components/ui/side-menu';
import type { Role } from '~/app/domain/access/roles';

const BUREAU: readonly MenuGroup[] = [
  {
    items: [
      { to: '/bureau', label: '工作台', isExact: true },
      { to: '/bureau/rounds', label: '自评任务' },
      { to: '/bureau/departments', label: '部门名录' },
      { to: '/bureau/systems', label: '指标体系' },
    ],
  },
];

const DEPARTMENT: readonly MenuGroup[] = [{ items: [{ to: '/department', label: '我的任务' }] }];
const REVIEWER: readonly MenuGroup[] = [{ items: [{ to: '/reviewer', label: '跨区比较' }] }];

/** The left menu of each role. The three administrators see one job each. */
export const MENUS: Readonly<Record<Role, readonly MenuGroup[]>> = {
  bureau_officer: BUREAU,
  bureau_admin: BUREAU,
  department_editor: DEPARTMENT,
  department_approver: DEPARTMENT,
  unit_editor: DEPARTMENT,
  reviewer: REVIEWER,
  system_admin: [{ items: [{ to: '/admin/accounts', label: '账号管理' }] }],
  security_admin: [{ items: [{ to: '/admin/security', label: '安全管理' }] }],
  audit_admin: [{ items: [{ to: '/admin/audit', label: '审计日志' }] }],
};
