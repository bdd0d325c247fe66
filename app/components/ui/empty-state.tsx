import type { ReactNode } from 'react';

/** Nothing here yet: says so, and names the next step. */
export function EmptyState({ title, text, action }: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice notice-empty">
      <p className="notice-title">{title}</p>
      {text === undefined ? null : <p>{text}</p>}
      {action === undefined ? null : <div className="notice-action">{action}</div>}
    </div>
  );
}
