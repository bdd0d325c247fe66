import { DefinitionList } from '../ui/definition-list';

export interface SignInPolicyProps {
  readonly policy: {
    readonly account: { readonly failures: number; readonly minutes: number; readonly maxMinutes: number };
    readonly address: { readonly failures: number; readonly minutes: number };
    readonly sessionIdleMinutes: number;
    readonly sessionAbsoluteMinutes: number;
  };
}

/** “12 小时”, “30 分钟”. */
function duration(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`;
}

/** What is in force, as sentences. The figures come from the code that enforces them. */
export function SignInPolicy({ policy }: SignInPolicyProps) {
  const { account, address } = policy;
  return (
    <DefinitionList
      columns={2}
      items={[
        { term: '账号锁定', value: `连续失败 ${account.failures} 次锁定 ${duration(account.minutes)}；之后每再失败 ${account.failures} 次，锁定时间加倍，最长 ${duration(account.maxMinutes)}` },
        { term: '网络地址', value: `同一地址 ${duration(address.minutes)}内失败 ${address.failures} 次，暂停该地址登录 ${duration(address.minutes)}` },
        { term: '无操作退出', value: `${duration(policy.sessionIdleMinutes)}没有操作，自动退出登录` },
        { term: '最长登录', value: `登录满 ${duration(policy.sessionAbsoluteMinutes)}，须重新登录` },
        { term: '密码保存', value: '只保存加盐的 Argon2id 摘要，任何人都看不到密码原文' },
        { term: '三员分立', value: '系统、安全、审计三员不能由一人兼任，也不能兼任业务岗位' },
      ]}
    />
  );
}
