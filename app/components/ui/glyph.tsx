import type { ReactNode } from 'react';

export type GlyphName = 'ring' | 'half' | 'three-quarters' | 'disc' | 'check' | 'return' | 'clock' | 'dot' | 'triangle' | 'square' | 'lock' | 'seal';

const SHAPES: Record<GlyphName, ReactNode> = {
  ring: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  'three-quarters': (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 6V1.5A4.5 4.5 0 1 1 1.5 6z" fill="currentColor" />
    </>
  ),
  disc: <circle cx="6" cy="6" r="5.25" fill="currentColor" />,
  check: <path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />,
  return: <path d="M4.5 1.5 1.5 4.5l3 3M2 4.5h5a3 3 0 0 1 0 6H4" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 3.2V6l2 1.4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  dot: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  triangle: <path d="M6 1 11.5 11H.5z" fill="currentColor" />,
  square: <path d="M2 2h8v8H2z" fill="currentColor" />,
  lock: <path d="M3.5 5V3.8a2.5 2.5 0 0 1 5 0V5M2.2 5h7.6v5.5H2.2z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />,
  seal: (
    <>
      <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M3.6 6.2 5.4 8 8.6 4.4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
};

/** A 12 px shape that tells states apart without colour. Always beside a word, hence hidden from screen readers. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg className="glyph" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
