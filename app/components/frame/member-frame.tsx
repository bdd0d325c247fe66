import type { ReactNode } from 'react';
import { AppFrame } from '~/app/components/ui/app-frame';
import type { MenuFold } from '~/app/components/ui/menu-fold';
import type { Role } from '~/app/domain/access/roles';
import { MENUS } from './menus';

export interface MemberFrameProps {
  readonly facts: {
    readonly role: Role;
    readonly bureauName: string;
    readonly personName: string;
    readonly roleText: string;
    readonly hasSeveralMemberships: boolean;
    readonly isDemo: boolean;
  };
  readonly menuFold: MenuFold;
  readonly children: ReactNode;
}

/** The frame around every page of a signed-in person: top bar, the menu of the role, content. */
export function MemberFrame({ facts, menuFold, children }: MemberFrameProps) {
  const menu = MENUS[facts.role];
  return (
    <AppFrame
      homeTo={menu[0]!.items[0]!.to}
      bureauName={facts.bureauName}
      personName={facts.personName}
      roleText={facts.roleText}
      isDemo={facts.isDemo}
      passwordTo="/account/password"
      signOutAction="/sign-out"
      menu={menu}
      menuFold={menuFold}
      {...(facts.hasSeveralMemberships && { switchTo: '/account/memberships' })}
    >
      {children}
    </AppFrame>
  );
}
