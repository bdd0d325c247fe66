/** Whether the left menu is open: as the person left it, or by the width of the screen. */
export type MenuFold = 'auto' | 'open' | 'folded';

export const MENU_COOKIE = 'hengji_menu';

/** Reads the remembered state from a Cookie header. */
export function readMenuFold(cookieHeader: string | null): MenuFold {
  const match = /(?:^|;\s*)hengji_menu=(open|folded)(?:;|$)/.exec(cookieHeader ?? '');
  return match?.[1] === 'open' ? 'open' : match?.[1] === 'folded' ? 'folded' : 'auto';
}
