import { CheckLink } from '~/app/components/checks/check-link';
import { FindingGroup } from '~/app/components/checks/finding-group';
import { FindingQuotes } from '~/app/components/checks/finding-quotes';
import { EmptyState } from '~/app/components/ui/empty-state';
import { FindingTag } from '~/app/components/ui/finding-tag';
import { UiLink } from '~/app/components/ui/ui-host';
import type { Finding, FindingLevel } from '~/app/domain/checks/finding';
import { answerAddress, specFor } from '~/app/domain/form/answers';
import { cellCaption } from '~/app/domain/form/form-model';
import { CellInput } from '../cell-input';
import { cellLink } from '../cell-link';
import { useCellFromHash } from '../use-cell-from-hash';
import { useLiveChecks, useWorkspace } from '../use-workspace';
import { REQUIRED_EMPTY } from '../finding-counts';
import { MoveForms, type MoveFormsProps } from './move-forms';

const TITLES: Readonly<Record<FindingLevel, string>> = {
  E: '错误：须更正或按要求说明后才能送审、报送',
  W: '警告：请更正，或逐条书面说明',
  I: '提示：供核对，不影响报送',
};

/** 检查与报送: every finding with its jump and its answer, then the one step this person can take. */
export function CheckSection(props: MoveFormsProps) {
  const { findings, confirmations } = useLiveChecks();
  useCellFromHash();
  return (
    <section aria-labelledby="check-title">
      <h2 id="check-title">六、检查与报送</h2>
      <MoveForms {...props} />
      {findings.length === 0 ? <EmptyState title="没有发现问题" text="各项数字勾稽一致，必填内容已填全。" /> : null}
      {(['E', 'W', 'I'] as const).map((level) => (
        <FindingList key={level} level={level} findings={findings.filter((finding) => finding.level === level && finding.id !== REQUIRED_EMPTY)} />
      ))}
      <EmptyCells findings={findings.filter((finding) => finding.id === REQUIRED_EMPTY)} />
      {confirmations.length === 0 ? null : (
        <details className="confirmations">
          <summary>已核对一致的数字（{confirmations.length} 条）</summary>
          <ul>
            {confirmations.map((one) => (
              <li key={`${one.id} ${one.message}`}>{one.message}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function FindingList({ level, findings }: { level: FindingLevel; findings: readonly Finding[] }) {
  return (
    <FindingGroup level={level} title={TITLES[level]} count={findings.length}>
      {findings.map((finding) => (
        <FindingItem key={finding.key} finding={finding} />
      ))}
    </FindingGroup>
  );
}

/** Required cells still empty, as a list of places to go: their number falls by itself while the form is filled. */
function EmptyCells({ findings }: { findings: readonly Finding[] }) {
  const { data, model } = useWorkspace();
  const specs = findings.flatMap((finding) => finding.addresses).flatMap((address) => specFor(model, address) ?? []);
  if (specs.length === 0) return null;
  return (
    <div className="findings">
      <h3>
        <FindingTag level="E" count={specs.length} /> 必填内容未填
      </h3>
      <ul className="empty-cells">
        {specs.map((spec) => (
          <li key={spec.address}>
            <UiLink to={cellLink(data.assignmentId, spec)}>{cellCaption(spec)}</UiLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FindingItem({ finding }: { finding: Finding }) {
  const { data, model } = useWorkspace();
  const jumps = finding.addresses.slice(0, 4).flatMap((address) => specFor(model, address) ?? []);
  const isAnswerable = finding.answer === 'explain' || finding.answer === 'attach';
  return (
    <li className={finding.answered === '' ? 'finding' : 'finding finding-answered'}>
      <p>
        <CheckLink id={finding.id} /> {finding.message}
      </p>
      <FindingQuotes quotes={finding.quotes} />
      {jumps.length === 0 ? null : (
        <p className="finding-jumps">
          {jumps.map((spec) => (
            <UiLink key={spec.address} to={cellLink(data.assignmentId, spec)}>
              {cellCaption(spec)}
            </UiLink>
          ))}
        </p>
      )}
      {isAnswerable ? <CellInput address={answerAddress(finding.key)} rows={2} placeholder="书面说明" /> : null}
    </li>
  );
}
