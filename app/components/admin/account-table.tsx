import { ROLE_NAMES, type Role } from '~/app/domain/access/roles';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Tag } from '../ui/tag';
import { UiLink } from '../ui/ui-host';

export interface AccountRow {
  readonly userId: string;
  readonly accountName: string;
  readonly email: string | null;
  readonly displayName: string;
  readonly isDisabled: boolean;
  readonly isLocked: boolean;
  readonly memberships: readonly { readonly id: string; readonly role: Role; readonly departmentName: string | null; readonly unitName: string | null; readonly isEnded: boolean }[];
}

export function AccountStateTags({ account }: { account: Pick<AccountRow, 'isDisabled' | 'isLocked' | 'memberships'> }) {
  const isPlaceless = account.memberships.every((membership) => membership.isEnded);
  return (
    <span className="tag-group">
      {account.isDisabled ? (
        <Tag tone="grey" glyph="ring">
          已停用
        </Tag>
      ) : isPlaceless ? (
        <Tag tone="orange" glyph="triangle">
          无岗位
        </Tag>
      ) : (
        <Tag tone="green" glyph="check">
          在用
        </Tag>
      )}
      {account.isLocked ? (
        <Tag tone="red" glyph="lock">
          已锁定
        </Tag>
      ) : null}
    </span>
  );
}

/** “部门填报人 · 荔湾区市场监督管理局”. */
export function roleText(membership: AccountRow['memberships'][number]): string {
  const place = membership.unitName ?? membership.departmentName;
  return place === null ? ROLE_NAMES[membership.role] : `${ROLE_NAMES[membership.role]} · ${place}`;
}

export function AccountTable({ accounts, isFiltered }: { accounts: readonly AccountRow[]; isFiltered: boolean }) {
  return (
    <DataTable
      caption="账号"
      rows={accounts}
      rowKey={(account) => account.userId}
      empty={isFiltered ? <EmptyState title="没有符合条件的账号" text="请放宽查询条件后再试。" action={<UiLink to="/admin/accounts">显示全部账号</UiLink>} /> : <EmptyState title="还没有账号" action={<UiLink to="/admin/accounts/new">新建账号</UiLink>} />}
      columns={[
        { key: 'name', head: '姓名', isRowHead: true, cell: (account) => account.displayName },
        { key: 'account', head: '账号', isTight: true, cell: (account) => <code>{account.accountName}</code> },
        { key: 'email', head: '电子邮箱', cell: (account) => account.email ?? <span className="figure-empty">—</span> },
        {
          key: 'roles',
          head: '岗位',
          width: '36%',
          cell: (account) => {
            const held = account.memberships.filter((membership) => !membership.isEnded);
            return held.length === 0 ? (
              <span className="figure-empty">—</span>
            ) : (
              <ul className="plain-list">
                {held.map((membership) => (
                  <li key={membership.id}>{roleText(membership)}</li>
                ))}
              </ul>
            );
          },
        },
        { key: 'state', head: '状态', isTight: true, cell: (account) => <AccountStateTags account={account} /> },
        {
          key: 'open',
          head: <span className="visually-hidden">操作</span>,
          align: 'right',
          isTight: true,
          cell: (account) => (
            <UiLink to={`/admin/accounts/${account.userId}`} aria-label={`管理${account.displayName}的账号`}>
              管理
            </UiLink>
          ),
        },
      ]}
    />
  );
}
