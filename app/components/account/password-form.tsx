import { Input } from 'antd';
import { ErrorSummary, type FieldError } from '../ui/error-summary';
import { SubmitButton } from '../ui/submit-button';
import { UiForm, UiLink } from '../ui/ui-host';

export interface PasswordFormProps {
  readonly accountHome: string;
  readonly minLength: number;
  readonly errors: readonly FieldError[];
}

const FIELDS = [
  { name: 'current', label: '现在的密码', autoComplete: 'current-password' },
  { name: 'next', label: '新密码', autoComplete: 'new-password' },
  { name: 'repeated', label: '再输入一次新密码', autoComplete: 'new-password' },
] as const;

export function PasswordForm({ accountHome, minLength, errors }: PasswordFormProps) {
  return (
    <UiForm method="post" noValidate>
      <ErrorSummary title="密码没有修改" errors={errors} />
      {FIELDS.map((field) => (
        <div className="account-field" key={field.name}>
          <label htmlFor={field.name}>{field.label}</label>
          <Input.Password
            id={field.name}
            name={field.name}
            autoComplete={field.autoComplete}
            maxLength={1000}
            status={errors.some((error) => error.field === field.name) ? 'error' : undefined}
          />
          {field.name === 'next' ? <p className="field-hint">{`至少 ${minLength} 个字符，可以是一句好记的话；不要含账号、姓名或单位名称。`}</p> : null}
        </div>
      ))}
      <SubmitButton pendingText="正在修改…">修改密码</SubmitButton>
      <p className="account-back">
        <UiLink to={accountHome}>不修改，返回</UiLink>
      </p>
    </UiForm>
  );
}
