import type { ReactNode } from 'react';
import { BrandMark } from '../ui/brand-mark';

/** Around the pages before the frame: nobody is signed in yet, or has chosen whom to act as. */
export function AccountPage({ children }: { children: ReactNode }) {
  return (
    <div className="account-page">
      <header className="account-bar">
        <BrandMark />
        <span>衡绩</span>
        <small>预算绩效自评管理</small>
      </header>
      <main className="account-body">{children}</main>
      <footer className="account-foot">忘记密码请联系本单位的系统管理员，账号被锁定请联系安全管理员。</footer>
    </div>
  );
}
