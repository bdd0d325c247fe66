import { CheckLink } from '~/app/components/checks/check-link';
import { FindingGroup } from '~/app/components/checks/finding-group';
import { FindingQuotes } from '~/app/components/checks/finding-quotes';
import { EmptyState } from '~/app/components/ui/empty-state';
import type { FindingLevel } from '~/app/domain/checks/finding';
import type { ShownFinding, TabView } from './tab-view';

const TITLES: Readonly<Record<FindingLevel, string>> = { E: '错误', W: '警告：须书面说明', I: '提示：供核对' };

/** Findings with the department's written answers, then the figures that were checked and are right. */
export function CheckList({ view }: { view: Extract<TabView, { tab: 'checks' }> }) {
  const { findings, confirmations, emptyCells, isScored } = view;
  if (!isScored) return <EmptyState title="核查尚未完成" text="评分和核查通常在报送后一分钟内完成，完成后本页自动更新。" />;
  return (
    <section aria-label="核查">
      {findings.length + emptyCells === 0 ? <EmptyState title="没有发现问题" text="各项数字勾稽一致，必填内容已填全。" /> : null}
      {emptyCells === 0 ? null : <p className="secondary-text">另有 {emptyCells} 项必填内容尚未填写。</p>}
      {(['E', 'W', 'I'] as const).map((level) => (
        <Level key={level} level={level} findings={findings.filter((finding) => finding.level === level)} />
      ))}
      {confirmations.length === 0 ? null : (
        <div className="review-confirmations">
          <h3>已核对一致的数字（{confirmations.length} 条）</h3>
          <ul>
            {confirmations.map((one) => (
              <li key={`${one.id} ${one.message}`}>{one.message}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Level({ level, findings }: { level: FindingLevel; findings: readonly ShownFinding[] }) {
  return (
    <FindingGroup level={level} title={TITLES[level]} count={findings.length}>
      {findings.map((finding) => (
        <li key={finding.key} className="finding">
          <p>
            <CheckLink id={finding.id} /> {finding.message}
          </p>
          <FindingQuotes quotes={finding.quotes} />
          {finding.captions.length === 0 ? null : <p className="finding-where">涉及：{finding.captions.join('、')}</p>}
          {finding.answered === '' ? (
            level === 'I' ? null : <p className="finding-where finding-unanswered">部门未作说明</p>
          ) : (
            <blockquote className="finding-answer">
              <span className="secondary-text">部门说明：</span>
              {finding.answered}
            </blockquote>
          )}
        </li>
      ))}
    </FindingGroup>
  );
}
