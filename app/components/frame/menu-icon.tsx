const PATHS = {
  desk: 'M2.5 3.5h11v7h-11zM6 13.5h4M8 10.5v3',
  list: 'M3 4h1M6.5 4h7M3 8h1M6.5 8h7M3 12h1M6.5 12h7',
  people: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M3 13.5c.4-2.6 2.4-4 5-4s4.6 1.4 5 4',
  tree: 'M6 2.5h4v3H6zM2.5 10.5h4v3h-4zM9.5 10.5h4v3h-4zM8 5.5V8M4.5 10.5V8h7v2.5',
  compare: 'M3 13.5v-6M6.5 13.5v-11M10 13.5v-8M13.5 13.5v-4',
  shield: 'M8 2 3 4v4c0 3 2.2 5 5 6 2.8-1 5-3 5-6V4zM6 8l1.5 1.5L10.5 6.5',
  checks: 'M2.5 4.5 4 6l2.5-3M9 4.5h4.5M2.5 11 4 12.5 6.5 9.5M9 11h4.5',
  log: 'M4 2.5h6l2.5 2.5v8.5H4zM6 7h4.5M6 10h4.5',
} as const;

export type MenuIconName = keyof typeof PATHS;

/** 16 px line icons of the left menu: what is left of an item when the menu is folded. */
export function MenuIcon({ name }: { name: MenuIconName }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
