import { Input } from 'antd';
import { ErrorSummary, type FieldError } from '../ui/error-summary';
import { SubmitButton } from '../ui/submit-button';
import { UiForm } from '../ui/ui-host';

export interface SignInPanelProps {
  readonly redirectTo: string;
  /** As typed before, so that only the password must be typed again. */
  readonly accountName: string;
  readonly errors: readonly FieldError[];
}

export const SIGN_IN_FIELDS = { accountName: 'accountName', password: 'password' } as const;

export function SignInPanel({ redirectTo, accountName, errors }: SignInPanelProps) {
  return (
    <section className="account-panel">
      <h1>登录</h1>
      <ErrorSummary title="登录没有成功" errors={errors} />
      <UiForm method="post" noValidate>
        <input type="hidden" name="redirectTo" value={redirectTo} />
        <div className="account-field">
          <label htmlFor={SIGN_IN_FIELDS.accountName}>账号或邮箱</label>
          <Input
            id={SIGN_IN_FIELDS.accountName}
            name="accountName"
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            required
            defaultValue={accountName}
            autoFocus={accountName === ''}
          />
        </div>
        <div className="account-field">
          <label htmlFor={SIGN_IN_FIELDS.password}>密码</label>
          <Input.Password id={SIGN_IN_FIELDS.password} name="password" size="large" autoComplete="current-password" maxLength={1000} required autoFocus={accountName !== ''} />
        </div>
        <SubmitButton pendingText="正在登录…" size="large" isBlock>
          登录
        </SubmitButton>
      </UiForm>
    </section>
  );
}
