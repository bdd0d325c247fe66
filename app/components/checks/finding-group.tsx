import type { ReactNode } from 'react';
import { FindingTag } from '~/app/components/ui/finding-tag';
import type { FindingLevel } from '~/app/domain/checks/finding';

/** The findings of one level under their heading; nothing when there are none. */
export function FindingGroup({ level, title, count, children }: { level: FindingLevel; title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <div className="findings">
      <h3>
        <FindingTag level={level} count={count} /> {title}
      </h3>
      <ol>{children}</ol>
    </div>
  );
}
