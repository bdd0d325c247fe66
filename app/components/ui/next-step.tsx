import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from './glyph';

const GLYPHS: Record<'todo' | 'late' | 'done', GlyphName> = { todo: 'dot', late: 'clock', done: 'check' };

/** “What do I have to do now”, answered in one sentence at the top of a home page, with the button beside it. */
export function NextStep({ tone = 'todo', children, action }: { tone?: 'todo' | 'late' | 'done'; children: ReactNode; action?: ReactNode }) {
  return (
    <section className={`next-step next-step-${tone}`} aria-label="现在要做的事">
      <Glyph name={GLYPHS[tone]} />
      <p>{children}</p>
      {action === undefined ? null : <div className="next-step-action">{action}</div>}
    </section>
  );
}
