import { ROLE_NAMES, type Role } from '~/app/domain/access/roles';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Tag } from '../ui/tag';
import { TimeText } from '../ui/time-text';
import { browserName } from './browser-name';
import { ConfirmAction } from './confirm-action';

/** Name and account in one cell: people are told apart by the account, known by the name. */
function personCell(row: { readonly displayName: string; readonly accountName: string }) {
  return (
    <>
      {row.displayName} <code className="secondary-text">{row.accountName}</code>
    </>
  );
}

export interface LockedRow {
  readonly userId: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly failedAttempts: number;
  readonly lockedUntil: string;
}

export function LockedTable({ rows }: { rows: readonly LockedRow[] }) {
  return (
    <DataTable
      caption="已锁定的账号"
      rows={rows}
      rowKey={(row) => row.userId}
      empty={<EmptyState title="没有被锁定的账号" />}
      columns={[
        { key: 'person', head: '人员', isRowHead: true, isTight: true, cell: personCell },
        { key: 'failures', head: '连续失败次数', align: 'right', isTight: true, cell: (row) => row.failedAttempts },
        { key: 'until', head: '锁定至', isTight: true, cell: (row) => <TimeText value={row.lockedUntil} /> },
        {
          key: 'unlock',
          head: <span className="visually-hidden">操作</span>,
          align: 'right',
          isTight: true,
          cell: (row) => (
            <ConfirmAction
              size="small"
              label="解除锁定"
              consequence={`${row.displayName}可以立即重新登录，失败次数从零算起。请先与本人核实确是本人输错密码。`}
              pendingText="正在解除…"
              fields={{ intent: 'unlock', userId: row.userId }}
              isDanger={false}
            />
          ),
        },
      ]}
    />
  );
}

export interface SessionRow {
  readonly id: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly ip: string;
  readonly userAgent: string;
  readonly startedAt: string;
  readonly expiresAt: string;
}

export function SessionTable({ rows, ownSessionId }: { rows: readonly SessionRow[]; ownSessionId: string }) {
  return (
    <DataTable
      caption="正在登录的会话"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title="没有人登录" />}
      columns={[
        { key: 'person', head: '人员', isRowHead: true, isTight: true, cell: personCell },
        { key: 'role', head: '岗位', isTight: true, cell: (row) => ROLE_NAMES[row.role] },
        { key: 'ip', head: '网络地址', isTight: true, cell: (row) => <code>{row.ip}</code> },
        { key: 'browser', head: '浏览器', isTight: true, cell: (row) => <span title={row.userAgent}>{browserName(row.userAgent)}</span> },
        { key: 'start', head: '登录时间', isTight: true, cell: (row) => <TimeText value={row.startedAt} /> },
        { key: 'end', head: '无操作时退出', isTight: true, cell: (row) => <TimeText value={row.expiresAt} form="time" /> },
        {
          key: 'revoke',
          head: <span className="visually-hidden">操作</span>,
          align: 'right',
          isTight: true,
          cell: (row) =>
            row.id === ownSessionId ? (
              <Tag tone="blue" glyph="dot">
                本次登录
              </Tag>
            ) : (
              <ConfirmAction
                size="small"
                label="强制下线"
                consequence={`${row.displayName}在这台电脑上立即退出登录，正在输入而没有保存的内容会留在对方的页面上。账号不受影响，可以重新登录。`}
                pendingText="正在下线…"
                fields={{ intent: 'revoke', sessionId: row.id }}
              />
            ),
        },
      ]}
    />
  );
}

export interface FailureRow {
  readonly id: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly ip: string;
  readonly outcome: 'success' | 'wrong_credentials' | 'locked' | 'disabled';
  readonly at: string;
}

const OUTCOMES: Record<FailureRow['outcome'], string> = {
  success: '成功',
  wrong_credentials: '密码不正确',
  locked: '锁定期间尝试',
  disabled: '账号停用或没有岗位',
};

export function FailureTable({ rows }: { rows: readonly FailureRow[] }) {
  return (
    <DataTable
      caption="最近的登录失败"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title="没有登录失败的记录" />}
      columns={[
        { key: 'at', head: '时间', isTight: true, cell: (row) => <TimeText value={row.at} /> },
        { key: 'person', head: '人员', isRowHead: true, isTight: true, cell: personCell },
        { key: 'ip', head: '网络地址', isTight: true, cell: (row) => <code>{row.ip}</code> },
        { key: 'why', head: '原因', isTight: true, cell: (row) => OUTCOMES[row.outcome] },
      ]}
    />
  );
}
