import type { MenuGroup, MenuItem } from '~/app/components/ui/side-menu';
import type { Role } from '~/app/domain/access/roles';
import { MenuIcon, type MenuIconName } from './menu-icon';

const item = (to: string, label: string, icon: MenuIconName, more: Partial<MenuItem> = {}): MenuItem => ({ to, label, icon: <MenuIcon name={icon} />, ...more });

const CHECKS = item('/checks', '核查目录', 'checks');

const BUREAU: readonly MenuGroup[] = [
  {
    items: [
      item('/bureau', '工作台', 'desk', { isExact: true }),
      item('/bureau/rounds', '自评任务', 'list'),
      item('/bureau/departments', '部门名录', 'people'),
      item('/bureau/systems', '指标体系', 'tree'),
      CHECKS,
    ],
  },
];

const DEPARTMENT: readonly MenuGroup[] = [{ items: [item('/department', '我的任务', 'list'), CHECKS] }];

/** The left menu of each role. The three administrators see one job each. */
export const MENUS: Readonly<Record<Role, readonly MenuGroup[]>> = {
  bureau_officer: BUREAU,
  bureau_admin: BUREAU,
  department_editor: DEPARTMENT,
  department_approver: DEPARTMENT,
  unit_editor: DEPARTMENT,
  reviewer: [{ items: [item('/reviewer', '跨区比较', 'compare'), CHECKS] }],
  system_admin: [{ items: [item('/admin/accounts', '账号管理', 'people')] }],
  security_admin: [{ items: [item('/admin/security', '安全管理', 'shield')] }],
  audit_admin: [{ items: [item('/admin/audit', '审计日志', 'log')] }],
};
