import { type ReactNode, useEffect, useRef } from 'react';

export interface DrawerProps {
  readonly title: string;
  /** What it shows, for screen readers. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the page, over its right edge; the page stays usable. Takes the focus, gives it back, closes with Esc. */
export function Drawer({ title, label, onClose, children }: DrawerProps) {
  const closeButton = useRef<HTMLButtonElement>(null);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const before = document.activeElement;
    closeButton.current?.focus({ preventScroll: true });
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current();
    };
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('keydown', close);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside className="drawer" aria-label={label}>
      <header className="drawer-head">
        <h2>{title}</h2>
        <button type="button" className="link-button" ref={closeButton} onClick={onClose}>
          关闭
        </button>
      </header>
      {children}
    </aside>
  );
}
