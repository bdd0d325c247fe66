import type { ReactNode } from 'react';
import type { MenuFold } from './menu-fold';
import { UiLink, useUiHost } from './ui-host';

export interface MenuItem {
  readonly to: string;
  readonly label: string;
  /** 16 px icon, the only thing left when folded; absent: the first character of the label, then. */
  readonly icon?: ReactNode;
  /** Open tasks behind it; 0 and absent show nothing. */
  readonly count?: number;
  /** True when only this very address is "here"; otherwise addresses below it count too. */
  readonly isExact?: boolean;
}

export interface MenuGroup {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

function isHere(path: string, item: MenuItem): boolean {
  return path === item.to || (!item.isExact && path.startsWith(`${item.to}/`));
}

export function SideMenu({ groups, fold, onFold }: { groups: readonly MenuGroup[]; fold: MenuFold; onFold: (fold: MenuFold) => void }) {
  const path = useUiHost().usePath();
  return (
    <nav className="side-menu" aria-label="主菜单">
      <div className="side-menu-groups">
        {groups.map((group, index) => (
          <div key={group.label ?? index} className="side-menu-group">
            {group.label === undefined ? null : <p className="side-menu-label">{group.label}</p>}
            <ul>
              {group.items.map((item) => (
                <li key={item.to}>
                  <UiLink to={item.to} className="side-menu-item" title={item.label} aria-current={isHere(path, item) ? 'page' : undefined}>
                    <span className={item.icon === undefined ? 'side-menu-icon side-menu-initial' : 'side-menu-icon'} aria-hidden="true">
                      {item.icon ?? item.label.slice(0, 1)}
                    </span>
                    <span className="side-menu-text">{item.label}</span>
                    {item.count === undefined || item.count === 0 ? null : <span className="side-menu-count">{item.count}</span>}
                  </UiLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <FoldButton fold={fold} onFold={onFold} />
    </nav>
  );
}

/** In 'auto' the width decides, which only the style sheet knows: it shows one of two buttons. */
function FoldButton({ fold, onFold }: { fold: MenuFold; onFold: (fold: MenuFold) => void }) {
  return (
    <>
      {fold === 'folded' ? null : (
        <button type="button" className="side-menu-fold side-menu-fold-close" onClick={() => onFold('folded')}>
          <Chevron points="M10 3 5 8l5 5" />
          <span className="side-menu-text">收起菜单</span>
        </button>
      )}
      {fold === 'open' ? null : (
        <button type="button" className="side-menu-fold side-menu-fold-open" onClick={() => onFold('open')} title="展开菜单">
          <Chevron points="M6 3l5 5-5 5" />
          <span className="visually-hidden">展开菜单</span>
        </button>
      )}
    </>
  );
}

function Chevron({ points }: { points: string }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={points} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
