import type { ReactNode } from 'react';

/** Filters at the left, commands at the right, directly above what they act on. */
export function Toolbar({ label, children, end }: { label: string; children?: ReactNode; end?: ReactNode }) {
  return (
    <div className="toolbar" role="group" aria-label={label}>
      <div className="toolbar-start">{children}</div>
      {end === undefined ? null : <div className="toolbar-end">{end}</div>}
    </div>
  );
}
