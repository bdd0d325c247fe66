import type { ReactNode } from 'react';
import { Glyph } from './glyph';

/** A part of the page that could not be shown, the rest stands: what happened, and what to do. */
export function ErrorState({ title = '没有读取成功', text, action }: { title?: string; text: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice notice-error" role="alert">
      <p className="notice-title">
        <Glyph name="dot" /> {title}
      </p>
      <p>{text}</p>
      {action === undefined ? null : <div className="notice-action">{action}</div>}
    </div>
  );
}
