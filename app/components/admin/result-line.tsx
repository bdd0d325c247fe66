import type { ReactNode } from 'react';
import { Glyph } from '../ui/glyph';

/** What an action has done, in its place on the page. */
export function ResultLine({ children }: { children: ReactNode }) {
  return (
    <p className="result-line" role="status">
      <Glyph name="check" />
      {children}
    </p>
  );
}
