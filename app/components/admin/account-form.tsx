import { Input } from 'antd';
import { ErrorSummary, type FieldError } from '../ui/error-summary';
import { SubmitButton } from '../ui/submit-button';
import { UiForm, UiLink } from '../ui/ui-host';
import { FieldErrorText, RoleFields, type RoleFieldsProps } from './role-fields';

export interface AccountFormProps extends Pick<RoleFieldsProps, 'departments' | 'units'> {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

export function AccountForm({ departments, units, typed, errors }: AccountFormProps) {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const status = (field: string) => (errorOf(field) === undefined ? undefined : ('error' as const));
  return (
    <UiForm method="post" noValidate className="form-panel">
      <ErrorSummary errors={errors} />
      <div className="field">
        <label htmlFor="displayName">姓名</label>
        <Input id="displayName" name="displayName" defaultValue={typed['displayName']} maxLength={40} autoComplete="off" status={status('displayName')} />
        <FieldErrorText text={errorOf('displayName')} />
      </div>
      <div className="field">
        <label htmlFor="accountName">账号名</label>
        <Input id="accountName" name="accountName" defaultValue={typed['accountName']} maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} status={status('accountName')} />
        <p className="field-hint">登录时使用，以字母开头，可含数字、点和横线，如 zhang.wei。建好后不能更改。</p>
        <FieldErrorText text={errorOf('accountName')} />
      </div>
      <div className="field">
        <label htmlFor="email">电子邮箱（选填）</label>
        <Input id="email" name="email" type="email" defaultValue={typed['email']} maxLength={200} autoComplete="off" status={status('email')} />
        <p className="field-hint">填写后也可以用邮箱登录。</p>
        <FieldErrorText text={errorOf('email')} />
      </div>
      <RoleFields departments={departments} units={units} typed={typed} errors={errors} />
      <div className="form-foot">
        <SubmitButton pendingText="正在新建…">新建账号</SubmitButton>
        <UiLink to="/admin/accounts">取消</UiLink>
      </div>
    </UiForm>
  );
}
