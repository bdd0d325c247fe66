import { type ReactNode, useState } from 'react';
import { MENU_COOKIE, type MenuFold } from './menu-fold';
import { SideMenu, type MenuGroup } from './side-menu';
import { TopBar, type TopBarProps } from './top-bar';

export interface AppFrameProps extends TopBarProps {
  readonly menu: readonly MenuGroup[];
  /** As remembered from the last visit; 'auto' folds on narrow screens. */
  readonly menuFold?: MenuFold;
  readonly children: ReactNode;
}

/** Top bar, foldable menu by role, content. The same for every audience; only the props differ. */
export function AppFrame({ menu, menuFold = 'auto', children, ...bar }: AppFrameProps) {
  const [fold, setFold] = useState<MenuFold>(menuFold);
  const changeFold = (next: MenuFold) => {
    setFold(next);
    document.cookie = `${MENU_COOKIE}=${next}; Path=/; Max-Age=31536000; SameSite=Lax`;
  };
  return (
    <div className={`frame frame-menu-${fold}`}>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <TopBar {...bar} />
      <SideMenu groups={menu} fold={fold} onFold={changeFold} />
      <main id="content" className="frame-content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
