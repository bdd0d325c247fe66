import type { ReactNode } from 'react';
import { DataTable } from '../ui/data-table';
import { DefinitionList } from '../ui/definition-list';
import { EmptyState } from '../ui/empty-state';
import { ErrorSummary, type FieldError } from '../ui/error-summary';
import { SubmitButton } from '../ui/submit-button';
import { Tag } from '../ui/tag';
import { UiForm } from '../ui/ui-host';
import { AccountStateTags, roleText, type AccountRow } from './account-table';
import { ConfirmAction } from './confirm-action';
import { RoleFields, type RoleFieldsProps } from './role-fields';

export interface AccountPanelProps extends Pick<RoleFieldsProps, 'departments' | 'units'> {
  readonly account: AccountRow;
  readonly refusal: 'own_account' | 'administrator_account' | 'works_elsewhere' | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

export const REFUSAL_TEXTS = {
  own_account: '这是您自己的账号，不能由本人管理。',
  administrator_account: '这是三员账号。系统管理员不能停用它、重置它的密码或结束它的岗位；确需变动时，请联系本系统的运维单位。',
  works_elsewhere: '这个账号在别的财政局也有岗位，不能在这里停用或重置密码；可以结束它在本局的岗位。',
} as const;

export function AccountPanel({ account, refusal, departments, units, typed, errors }: AccountPanelProps) {
  const mayEnd = refusal === null || refusal === 'works_elsewhere';
  return (
    <>
      <Section title="账号">
        <DefinitionList
          columns={3}
          items={[
            { term: '账号名', value: <code>{account.accountName}</code> },
            { term: '电子邮箱', value: account.email ?? '—' },
            { term: '状态', value: <AccountStateTags account={account} /> },
          ]}
        />
        {refusal === null ? <AccountCommands account={account} /> : <p className="lock-line">{REFUSAL_TEXTS[refusal]}</p>}
      </Section>
      <Section title="岗位">
        <DataTable
          caption={`${account.displayName}的岗位`}
          rows={account.memberships}
          rowKey={(membership) => membership.id}
          empty={<EmptyState title="没有岗位" />}
          columns={[
            { key: 'role', head: '岗位', isRowHead: true, cell: roleText },
            {
              key: 'state',
              head: '状态',
              width: 120,
              cell: (membership) =>
                membership.isEnded ? (
                  <Tag tone="grey" glyph="ring">
                    已结束
                  </Tag>
                ) : (
                  <Tag tone="green" glyph="check">
                    在岗
                  </Tag>
                ),
            },
            {
              key: 'end',
              head: <span className="visually-hidden">操作</span>,
              align: 'right',
              width: 140,
              cell: (membership) =>
                membership.isEnded || !mayEnd ? null : (
                  <ConfirmAction
                    size="small"
                    label="结束岗位"
                    consequence={`${account.displayName}将立即不能再以“${roleText(membership)}”的身份办理业务，已经办理的都保留。以后可以重新增加这个岗位。`}
                    pendingText="正在结束…"
                    fields={{ intent: 'end_role', membershipId: membership.id }}
                  />
                ),
            },
          ]}
        />
      </Section>
      {refusal === 'own_account' || refusal === 'administrator_account' ? null : (
        <Section title="增加岗位">
          <UiForm method="post" noValidate className="form-panel">
            <ErrorSummary title="没有增加岗位" errors={errors} />
            <input type="hidden" name="intent" value="give_role" />
            <RoleFields departments={departments} units={units} typed={typed} errors={errors} />
            <SubmitButton pendingText="正在增加…" kind="default">
              增加岗位
            </SubmitButton>
          </UiForm>
        </Section>
      )}
    </>
  );
}

function AccountCommands({ account }: { account: AccountRow }) {
  return (
    <div className="command-row">
      {account.isDisabled ? (
        <ConfirmAction
          label="启用账号"
          consequence={`${account.displayName}可以用原来的密码和岗位重新登录。`}
          pendingText="正在启用…"
          fields={{ intent: 'enable' }}
          isDanger={false}
        />
      ) : (
        <ConfirmAction
          label="停用账号"
          consequence={`${account.displayName}将立即退出登录，并且不能再登录；填报和审核过的内容都保留。以后可以重新启用。`}
          pendingText="正在停用…"
          fields={{ intent: 'disable' }}
        />
      )}
      <ConfirmAction
        label="重置密码"
        consequence={`${account.displayName}现在的密码立即失效，已登录的会话全部退出。系统会生成新的初始密码，由您交给本人。`}
        pendingText="正在重置…"
        fields={{ intent: 'reset_password' }}
        isDanger={false}
      />
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
