import { CheckLink } from '~/app/components/checks/check-link';
import { FindingTag } from '~/app/components/ui/finding-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import { REQUIRED_EMPTY } from '~/app/components/workspace/finding-counts';
import type { Finding } from '~/app/domain/checks/finding';

const MAX_SHOWN = 12;

/** Beside the preview: what still stands in the way, leading to where it is dealt with. */
export function OpenFindings({ assignmentId, findings, isDraft }: { assignmentId: string; findings: readonly Finding[]; isDraft: boolean }) {
  const standing = findings.filter((finding) => finding.level !== 'I' && finding.answered === '');
  const open = standing.filter((finding) => finding.id !== REQUIRED_EMPTY);
  const empty = standing.length - open.length;
  return (
    <aside className="report-findings" aria-label="待处理的核查问题">
      <h3>待处理的核查问题（{open.length} 条）</h3>
      {open.length === 0 ? (
        <p className="secondary-text">没有待处理的错误和警告。</p>
      ) : (
        <ul>
          {open.slice(0, MAX_SHOWN).map((finding) => (
            <li key={finding.key}>
              <FindingTag level={finding.level} /> <CheckLink id={finding.id} /> {finding.message}
            </li>
          ))}
        </ul>
      )}
      {empty > 0 ? <p className="secondary-text">另有 {empty} 项必填内容未填。</p> : null}
      {standing.length > 0 && isDraft ? <UiLink to={`/department/assignments/${assignmentId}/check`}>{open.length > MAX_SHOWN ? `另有 ${open.length - MAX_SHOWN} 条，去逐条处理` : '去逐条处理'}</UiLink> : null}
    </aside>
  );
}
