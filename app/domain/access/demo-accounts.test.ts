import { describe, expect, it } from 'vitest';
import { demoAccountsSchema } from './demo-accounts';

const messages = (memberships: readonly unknown[]): string[] => {
  const account = { accountName: 'someone', displayName: '某人', sees: '自己的任务', memberships };
  return demoAccountsSchema.safeParse({ format: 'hengji-demo-accounts/1', accounts: [account] }).error?.issues.map((issue) => issue.message) ?? [];
};

describe('demoAccountsSchema', () => {
  it('takes a role with the place it works in', () => {
    expect(messages([{ bureau: 'a', role: 'unit_editor', department: 'b', unit: 'c' }, { bureau: 'a', role: 'reviewer' }])).toEqual([]);
  });
  it('refuses a department editor without a department and an officer with one', () => {
    expect(messages([{ bureau: 'a', role: 'department_editor' }])).toEqual(['部门填报人的部门或单位填写不当']);
    expect(messages([{ bureau: 'a', role: 'bureau_officer', department: 'b' }])).toEqual(['绩效科经办的部门或单位填写不当']);
  });
  it('keeps the three administrators apart', () => {
    expect(messages([{ bureau: 'a', role: 'system_admin' }, { bureau: 'b', role: 'audit_admin' }])).toEqual(['系统管理员与审计管理员不能由一人兼任']);
  });
});
