import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { UiForm } from '../ui/ui-host';

export interface ListedDemoAccount {
  readonly accountName: string;
  readonly displayName: string;
  /** What this person sees first, in one line. */
  readonly sees: string;
}

/** Shown in demo mode only: every role of the demo districts, one click each. */
export function DemoAccounts({ accounts, password, redirectTo }: { accounts: readonly ListedDemoAccount[]; password: string; redirectTo: string }) {
  return (
    <section className="demo-accounts">
      <h2>演示账号</h2>
      <p>
        本系统装有演示数据。以下账号的密码都是 <code>{password}</code>，点右侧可直接登录。
      </p>
      <DataTable
        caption="演示账号"
        rows={accounts}
        rowKey={(account) => account.accountName}
        empty={<EmptyState title="还没有演示账号" text="演示数据尚未载入。" />}
        columns={[
          { key: 'account', head: '账号', cell: (account) => <code>{account.accountName}</code>, isTight: true },
          { key: 'person', head: '姓名', cell: (account) => account.displayName, isTight: true },
          { key: 'sees', head: '可以看到', cell: (account) => account.sees },
          {
            key: 'use',
            head: <span className="visually-hidden">登录</span>,
            align: 'right',
            isTight: true,
            cell: (account) => (
              <UiForm method="post">
                <input type="hidden" name="redirectTo" value={redirectTo} />
                <input type="hidden" name="accountName" value={account.accountName} />
                <input type="hidden" name="password" value={password} />
                <button type="submit" className="link-button" aria-label={`登录：${account.displayName}（${account.accountName}）`}>
                  登录
                </button>
              </UiForm>
            ),
          },
        ]}
      />
    </section>
  );
}
