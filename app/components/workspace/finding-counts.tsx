import { FindingTag } from '~/app/components/ui/finding-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import type { FindingLevel } from '~/app/domain/checks/finding';
import { useLiveChecks } from './use-workspace';

/** Required cells that are still empty. */
export const REQUIRED_EMPTY = 'G01';

const LEVELS: readonly FindingLevel[] = ['E', 'W', 'I'];

/** “核查：1 错误 3 警告”, live, leading to the list. Empty cells are counted by the sections, answered warnings not at all. */
export function FindingCounts({ assignmentId }: { assignmentId: string }) {
  const { findings } = useLiveChecks();
  const count = (level: FindingLevel): number => findings.filter((finding) => finding.level === level && finding.answered === '' && finding.id !== REQUIRED_EMPTY).length;
  const counts = LEVELS.map((level) => ({ level, count: count(level) })).filter((one) => one.count > 0);
  return (
    <UiLink to={`/department/assignments/${assignmentId}/check`} className="finding-counts">
      <span>核查</span>
      {counts.length === 0 ? <span className="secondary-text">没有待处理事项</span> : counts.map((one) => <FindingTag key={one.level} {...one} />)}
    </UiLink>
  );
}
