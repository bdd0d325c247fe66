import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from './glyph';

export type Tone = 'grey' | 'blue' | 'cyan' | 'indigo' | 'green' | 'orange' | 'gold' | 'red';

/** Colour, shape and word together: legible in black and white and to people who do not tell colours apart. */
export function Tag({ tone, glyph, title, children }: { tone: Tone; glyph?: GlyphName; title?: string; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {glyph === undefined ? null : <Glyph name={glyph} />}
      <span>{children}</span>
    </span>
  );
}
