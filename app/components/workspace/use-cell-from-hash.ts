import { useEffect } from 'react';
import { useUiHost } from '~/app/components/ui/ui-host';

/** A deep link to a cell (`#indicators.LZ-02.deviation`) scrolls to it, focuses it and highlights it for a moment. */
export function useCellFromHash(): void {
  const path = useUiHost().usePath();
  useEffect(() => {
    const go = (): void => {
      const address = decodeURIComponent(window.location.hash.slice(1));
      const target = address === '' ? null : document.getElementById(address);
      if (!target) return;
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
      target.classList.add('cell-pointed-at');
      target.addEventListener('blur', () => target.classList.remove('cell-pointed-at'), { once: true });
    };
    go();
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, [path]);
}
