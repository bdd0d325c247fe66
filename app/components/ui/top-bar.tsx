import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark';
import { UiLink } from './ui-host';

export interface TopBarProps {
  /** The person's home page. */
  readonly homeTo: string;
  readonly bureauName: string;
  /** “2025 年度”, or a switcher. */
  readonly fiscalYear?: ReactNode;
  /** Search, notifications: stands left of the person. */
  readonly tools?: ReactNode;
  readonly personName: string;
  /** Role, and the department or unit it is held in: “部门填报人 · 区市场监督管理局”. */
  readonly roleText: string;
  /** Set only when the person has more than one membership. */
  readonly switchTo?: string;
  readonly passwordTo: string;
  readonly signOutAction: string;
  /** Marks a system that holds invented data. */
  readonly isDemo?: boolean;
}

export function TopBar({ homeTo, bureauName, fiscalYear, tools, personName, roleText, switchTo, passwordTo, signOutAction, isDemo = false }: TopBarProps) {
  return (
    <header className="top-bar">
      <UiLink to={homeTo} className="top-bar-brand">
        <BrandMark />
        <span>衡绩</span>
      </UiLink>
      <span className="top-bar-bureau">{bureauName}</span>
      {fiscalYear === undefined ? null : <span className="top-bar-year">{fiscalYear}</span>}
      {isDemo ? <span className="top-bar-demo">演示数据</span> : null}
      <span className="top-bar-space" />
      {tools}
      <span className="top-bar-person">
        <strong>{personName}</strong>
        <span>{roleText}</span>
      </span>
      {switchTo === undefined ? null : (
        <UiLink to={switchTo} className="top-bar-link">
          切换身份
        </UiLink>
      )}
      <UiLink to={passwordTo} className="top-bar-link">
        修改密码
      </UiLink>
      <form method="post" action={signOutAction}>
        <button type="submit" className="top-bar-link">
          退出登录
        </button>
      </form>
    </header>
  );
}
